import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../house/project';

jest.setTimeout(900_000);

/** The whole project once more, under a difficult name; the npm packages are borrowed, the Python ones are installed there. */
test('the whole course sets itself up and runs under a name with a space and letters beyond ASCII', () => {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-'));
  const copy = path.join(top, 'Übung & más', 'norm lab');
  try {
    fs.mkdirSync(copy, { recursive: true });
    for (const name of [
      'environment',
      'notebooks',
      'src',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ])
      fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    const start = path.join(copy, 'environment', 'start.mjs');
    const { stdout, status } = spawnSync(process.execPath, [start, '--check'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(stdout.trim().split('\n').at(-1)).toBe('2 passed, 0 failed');
    expect(status).toBe(0);
  } finally {
    fs.rmSync(top, { recursive: true, force: true });
  }
});
