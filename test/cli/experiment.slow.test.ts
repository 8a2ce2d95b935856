import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/experiments/records.js';

const root = join(__dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'experiment-'));
afterAll(() => rmSync(place, { recursive: true }));

const words = (name: string): string[] => [
  ...['-r', './src/kernel/typescript.cjs', 'src/cli/experiment.ts', 'precision', '--only', 'naive,two-pass'],
  ...['--seeds', '990-993', '--jobs', '1', '--json', join(place, name)],
];
const records = (name: string): unknown[] =>
  (JSON.parse(readFileSync(join(place, name), 'utf8')) as Report).records.map((one) => ({
    ...one,
    seconds: 0,
  }));

test('an experiment that is stopped or killed goes on with the same command, to the same records', async () => {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const child = spawn(process.execPath, words('cut.json'), { cwd: root });
    const code = new Promise((resolve) => child.on('exit', resolve));
    for await (const text of child.stderr.setEncoding('utf8'))
      if (/^[1-9]\d* of/m.test(String(text))) child.kill(signal);
    expect(await code).toBe(signal === 'SIGINT' ? 130 : null);
  }
  const resumed = spawnSync(process.execPath, words('cut.json'), { cwd: root, encoding: 'utf8' });
  expect(resumed.stderr).toMatch(/32 runs, seeds 990 to 993, \d+ of them kept from before/);
  expect(resumed.status).toBe(0);
  expect(resumed.stdout.trimEnd()).toMatch(/2 passed, 0 failed$/);
  const whole = spawnSync(process.execPath, words('whole.json'), { cwd: root, encoding: 'utf8' });
  expect(whole.stderr).toMatch(/32 runs, seeds 990 to 993 …/);
  expect(records('cut.json')).toEqual(records('whole.json'));
});

test('npm run experiments answers as npm run experiment does', () => {
  for (const [command, wrong] of [
    ['experiment', 'precison'],
    ['experiments', '--preset=tiny'],
  ]) {
    const file = `src/cli/${command}.ts`;
    const { status, stdout } = spawnSync(
      process.execPath,
      ['-r', './src/kernel/typescript.cjs', file, wrong],
      {
        ...{ cwd: root, encoding: 'utf8' },
      },
    );
    expect(status).toBe(2);
    expect(stdout).toContain(`${command}: `);
  }
});
