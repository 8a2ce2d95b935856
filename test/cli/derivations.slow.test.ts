import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'derivations '));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [['layer-norm-dx', '--json', 'dx.json'], 0, /^1 passed, 0 failed, 0 waiting$/],
  [['layer-norm-dxx'], 2, /^derivations: there is no layer-norm-dxx; near it are layer-norm-dx, /],
  [['--lines', 'none.json'], 2, /^derivations: none\.json cannot be read; /],
])('as a command it does %j from where the user stands, and exits with %p', (words, code, last) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', './src/kernel/typescript.cjs', 'src/cli/derivations.ts', ...words],
    { cwd: root, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([code, '']);
  expect(stdout.trim().split('\n').pop()).toMatch(last);
});

test('what it wrote is JSON', () => {
  const { derivations } = JSON.parse(readFileSync(join(folder, 'dx.json'), 'utf8')) as {
    derivations: { name: string }[];
  };
  expect(derivations.map(({ name }) => name)).toEqual(['layer-norm-dx']);
});
