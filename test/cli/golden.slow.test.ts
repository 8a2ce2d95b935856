import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

test.each([
  ['layer-norm.json', 0, '14 passed, 0 failed, 0 skipped'],
  ['none.json', 1, '0 passed, 1 failed, 0 skipped'],
])('as a command it finds %s from where the user stands, and exits with %p', (file, code, last) => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['-r', './src/kernel/typescript.cjs', 'src/cli/golden.ts', file],
    { cwd: root, env: { ...process.env, INIT_CWD: join(root, 'test/golden') }, encoding: 'utf8' },
  );
  expect([status, stdout.trim().split('\n').pop()]).toEqual([code, last]);
});
