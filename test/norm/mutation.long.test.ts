import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { milliseconds, note, seed } from '../long-run.js';

const root = join(__dirname, '../..');
const report = join(root, 'build/mutation.json');
const limit = milliseconds('mutation');
const whole = limit === Infinity;

interface Mutant {
  readonly mutatorName: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number } };
}

/**
 * What survives, and why it may: `i <= C` in place of `i < C` writes one number past the end of a row, which JavaScript
 * drops because a row is a view of its own; one row too many reads and writes an empty view.
 */
const equivalent = [
  'for (let n = 0; n < X.count; n++) {',
  'for (let i = 0; i < X.C; i++) yn[i] = g[i] * (centred[i] * r) + b[i];',
  'for (let i = 0; i < X.C; i++) dxn[i] = r * (g[i] - meanG - xhat[i] * meanGXhat);',
  'for (let i = 0; i < row.length; i++) out[i] -= left;',
];

/** What a short run mutates: some lines of one file, by the seed. */
function someLines(): string {
  const { mutate } = JSON.parse(readFileSync(join(root, 'stryker.config.json'), 'utf8')) as {
    mutate: string[];
  };
  const file = mutate[seed % mutate.length];
  const count = readFileSync(join(root, file), 'utf8').split('\n').length;
  const start = 1 + ((seed * 30) % Math.max(1, count - 30));
  return `${file}:${start}-${start + 30}`;
}

/** Runs Stryker as long as there is time; says whether it came to its report. */
async function mutated(wanted: readonly string[]): Promise<boolean> {
  rmSync(report, { force: true });
  const program = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const stryker = spawn(process.execPath, [program, 'run', ...wanted], { cwd: root, stdio: 'ignore' });
  const clock = whole ? undefined : setTimeout(() => stryker.kill(), limit);
  await new Promise((resolve) => stryker.on('exit', resolve));
  clearTimeout(clock);
  return existsSync(report);
}

test('every mutant of layer-norm, its parameters and checks and the row helpers is killed, but for those that change nothing', async () => {
  const lines = whole ? undefined : someLines();
  const done = await mutated(lines ? ['--mutate', lines] : []);
  if (lines)
    note(
      `mutation: ${lines} ${done ? 'only' : 'begun, but not finished'}; the rest is left out for want of time.`,
    );
  else expect(done).toBe(true);
  if (!done) return;
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { source: string; mutants: Mutant[] }>;
  };
  const all = Object.values(files).flatMap(({ source, mutants }) =>
    mutants.map((mutant) => ({
      ...mutant,
      line: source.split('\n')[mutant.location.start.line - 1].trim(),
    })),
  );
  const alive = all.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const bodies = all.filter(({ mutatorName }) => mutatorName === 'BlockStatement');
  // If emptied bodies lived, the tests would not see the mutants at all, and every number here would mean nothing.
  if (whole) expect(bodies.length).toBeGreaterThan(15);
  expect(bodies.filter((body) => alive.includes(body))).toEqual([]);
  expect(
    alive.map(({ line }) => line).filter((line) => !equivalent.some((known) => line.startsWith(known))),
  ).toEqual([]);
  expect(all.length).toBeGreaterThan(whole ? 150 : 0);
}, 7_200_000);
