import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** How many runs of these seeds are kept from commands that did not come to their end. */
function keptRuns(): number {
  const folder = join(root, 'build/experiments/precision');
  const texts = existsSync(folder) ? readdirSync(folder).map((name) => textOf(join(folder, name))) : [];
  return texts.join('').match(/"seed":99[0-3],/g)?.length ?? 0;
}

/** A file that the command writes anew may be gone for a moment. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

test('an experiment that is stopped or killed goes on with the same command, to the same records', async () => {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const before = keptRuns();
    const child = spawn(process.execPath, words('cut.json'), { cwd: root, stdio: 'ignore' });
    const code = new Promise((resolve) => child.on('exit', resolve));
    // With the first run that is kept: thirty more take long enough on any machine.
    while (keptRuns() <= before && child.exitCode === null) await new Promise((go) => setTimeout(go, 5));
    child.kill(signal);
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
