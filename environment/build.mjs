import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const inputs = ['package.json', 'tsconfig.json', 'tsconfig.build.json'];
const stampName = '.built-from';

/**
 * Builds the package into dist with the project's own TypeScript; does nothing where dist was built from these very files.
 * @returns `{ code, output, built }`: the compiler's exit code and messages, and whether it ran
 */
export function build(root) {
  const dist = path.join(root, 'dist');
  const stamp = path.join(dist, stampName);
  const key = contentKey(root);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === key)
    return { code: 0, output: '', built: false };
  fs.rmSync(dist, { recursive: true, force: true });
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) fs.writeFileSync(stamp, key);
  return { code: status ?? 1, output: stdout + stderr, built: true };
}

/** One hash over names and texts of everything the build reads. */
function contentKey(root) {
  const hash = createHash('sha256');
  const sources = fs
    .readdirSync(path.join(root, 'src'), { recursive: true })
    .map((name) => path.join('src', name));
  for (const name of [...inputs, ...sources.sort()]) {
    const file = path.join(root, name);
    if (fs.statSync(file).isFile()) hash.update(`${name}\0`).update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const { code, output, built } = build(path.resolve(import.meta.dirname, '..'));
  console.log(code === 0 ? (built ? 'dist is built.' : 'dist is up to date.') : output.trimEnd());
  process.exitCode = code;
}
