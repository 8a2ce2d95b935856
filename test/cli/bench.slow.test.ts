import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'bench '));
afterAll(() => rmSync(folder, { recursive: true }));

test('the bench runs as a command and writes its numbers where the user stands', () => {
  const words = ['-r', './src/kernel/typescript.cjs', 'src/cli/bench.ts', '--json', 'a.json'];
  const env = { ...process.env, INIT_CWD: folder };
  const printed = execFileSync(process.execPath, words, {
    cwd: join(__dirname, '../..'),
    env,
    encoding: 'utf8',
  });
  expect(printed).toContain('LayerNorm 256×256 float64');
  const { measured } = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as {
    measured: { value: number }[];
  };
  expect(measured.every(({ value }) => Number.isFinite(value))).toBe(true);
});
