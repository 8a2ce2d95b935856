import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'kept '));
afterAll(() => rmSync(folder, { recursive: true }));

/** The losses of a process that goes on from `file` until step `until`. */
function losses(file: string, until: number): string[] {
  const args = [
    '-r',
    './src/kernel/typescript.cjs',
    'test/train/kept-run.ts',
    join(folder, file),
    `${until}`,
  ];
  return execFileSync(process.execPath, args, { cwd: join(__dirname, '../..'), encoding: 'utf8' })
    .trim()
    .split('\n');
}

test('a run that a fresh process takes up goes on with the same bits', () => {
  const straight = losses('straight', 20);
  expect(straight).toHaveLength(20);
  expect([...losses('in parts', 7), ...losses('in parts', 10), ...losses('in parts', 20)]).toEqual(straight);
});
