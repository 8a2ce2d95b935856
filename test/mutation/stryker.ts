import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const report = join(root, 'build/mutation.json');

/** A change of the source, and whether a test noticed. */
export interface Mutant {
  readonly file: string;
  /** The line of the source that was changed, without its indentation, and what stood in the place of a part of it. */
  readonly line: string;
  readonly replacement: string;
  readonly kind: string;
  readonly alive: boolean;
}

interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly status: string;
          readonly replacement?: string;
          readonly location: { readonly start: { readonly line: number } };
        }[];
      }
    >
  >;
}

/** What a report of Stryker says; mutants that do not compile, or that were ignored, do not count. */
export function mutantsOf({ files }: Report, wanted: string): Mutant[] {
  const { source, mutants } = files[wanted] ?? { source: '', mutants: [] };
  const lines = source.split('\n');
  const counted = mutants.filter(({ status }) =>
    ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError'].includes(status),
  );
  return counted.map(({ mutatorName, status, replacement = '', location }) => ({
    file: wanted,
    line: lines[location.start.line - 1].trim(),
    replacement,
    kind: mutatorName,
    alive: status === 'Survived' || status === 'NoCoverage',
  }));
}

/** Mutates a source file, or some lines of it, and puts each mutant to the file's tests; nothing, if time was over before. */
export async function mutated(
  file: string,
  lines: readonly [from: number, to: number] | undefined,
  milliseconds: number,
): Promise<Mutant[] | undefined> {
  rmSync(report, { force: true });
  const program = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const range = lines ? `${file}:${lines.join('-')}` : file;
  // A group of its own, so that its workers end with it.
  const stryker = spawn(process.execPath, [program, 'run', '--mutate', range], {
    cwd: root,
    stdio: 'ignore',
    detached: process.platform !== 'win32',
    env: { ...process.env, NORMLAB_MUTATED: file },
  });
  const stop = (): void => {
    if (stryker.pid === undefined || process.platform === 'win32') stryker.kill();
    else process.kill(-stryker.pid);
  };
  process.once('exit', stop);
  const clock = milliseconds < Infinity ? setTimeout(stop, milliseconds) : undefined;
  await new Promise((resolve) => stryker.on('exit', resolve));
  clearTimeout(clock);
  process.off('exit', stop);
  try {
    return mutantsOf(JSON.parse(readFileSync(report, 'utf8')) as Report, file);
  } catch {
    return undefined;
  }
}
