import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { wasRun } from './notebook.js';
import type { NotebookFile } from './notebook.js';

/** The notebooks of the course as they were committed, since whoever hands them out may have answered them in place. */
export function committedNotebooks(root: string): NotebookFile[] {
  const folder = path.join(root, 'notebooks');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ipynb') && !file.includes('.ipynb_checkpoints'))
    .sort()
    .map((file) => {
      const name = path.posix.basename(file);
      const committed = committedText(root, file);
      if (committed !== undefined) return { name, text: committed, mayBeAnswered: false };
      const text = readFileSync(path.join(folder, file), 'utf8');
      return { name, text, mayBeAnswered: wasRun(text) };
    });
}

function committedText(root: string, file: string): string | undefined {
  try {
    return execFileSync('git', ['show', `HEAD:./notebooks/${file}`], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 100_000_000,
    });
  } catch {
    return undefined;
  }
}
