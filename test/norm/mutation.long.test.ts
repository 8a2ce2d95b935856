import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const report = join(root, 'build/mutation.json');
const minutes = Number(process.env.NORMLAB_MINUTES ?? 30);

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

test(
  'every mutant of layer-norm, its parameters and checks and the row helpers is killed, but for those that change nothing',
  async () => {
    rmSync(report, { force: true });
    const stryker = spawn(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
      cwd: root,
      stdio: 'ignore',
    });
    const clock = setTimeout(() => stryker.kill(), minutes * 60000);
    await new Promise((resolve) => stryker.on('exit', resolve));
    clearTimeout(clock);
    if (!existsSync(report))
      throw new Error(`mutation: no report after ${minutes} minutes; give it more with NORMLAB_MINUTES`);
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
    expect(bodies.length).toBeGreaterThan(15);
    expect(bodies.filter((body) => alive.includes(body))).toEqual([]);
    expect(
      alive.map(({ line }) => line).filter((line) => !equivalent.some((known) => line.startsWith(known))),
    ).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
  },
  (minutes + 1) * 60000,
);
