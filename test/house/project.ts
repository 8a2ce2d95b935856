import fs from 'node:fs';
import path from 'node:path';

/** One file of the project: its path from the root, with forward slashes, and its text. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

export const root = path.resolve(__dirname, '..', '..');
const ignored =
  /^(node_modules|\.venv|dist|build|\.normlab.*|\.git|\.stryker-tmp|\.ipynb_checkpoints|__pycache__)$|\.log$/;
/** Whoever teaches keeps hand-outs and answers there; see notebooks/for-instructors.md. */
const ofTeachers = 'class';
const text = /\.(ts|mjs|cjs|js|json|ipynb|py|md|css|svg|txt|in|cff|yml|yaml)$|^[^.]+$|^\.\w+$|run$/;

/** Every text file of the project that git is meant to keep. */
export function projectFiles(folder = root, prefix = ''): ProjectFile[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !ignored.test(name) && prefix + name !== ofTeachers)
    .flatMap((entry): ProjectFile[] => {
      const [full, name] = [path.join(folder, entry.name), prefix + entry.name];
      if (entry.isDirectory()) return projectFiles(full, `${name}/`);
      return text.test(entry.name) ? [{ path: name, text: fs.readFileSync(full, 'utf8') }] : [];
    });
}
