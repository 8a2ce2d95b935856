import { table } from './report.js';
import type { Measured } from './report.js';

/** What the bench needs of the world around it. */
export interface Surroundings {
  readonly measure: () => readonly Measured[];
  readonly say: (text: string) => void;
  /** Writes a file, its name as the user typed it. */
  readonly save: (file: string, text: string) => void;
}

/**
 * Measures and prints the table; with `--json FILE` it writes the numbers as well.
 *
 * @returns The exit code. A missed target is reported and is no failure: machines differ.
 */
export function runBench(
  words: readonly string[],
  node: string,
  { measure, say, save }: Surroundings,
): number {
  const [option, file, ...others] = words;
  if (words.length > 0 && (option !== '--json' || file === undefined || others.length > 0)) {
    say('bench: the only option is --json FILE, where the numbers are written as well');
    return 1;
  }
  const measured = measure();
  say(`Node ${node}, CPU time, medians over visits to each workload in turn\n\n${table(measured)}`);
  if (file !== undefined) save(file, `${JSON.stringify({ node, measured }, null, 2)}\n`);
  return 0;
}
