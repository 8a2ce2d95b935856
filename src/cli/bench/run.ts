import { optionsOf } from '../options.js';
import { table } from './report.js';
import type { Measured } from './report.js';
import type { PeerSamples } from './peers.js';

/** What the bench needs of the world around it. */
export interface Surroundings {
  readonly measure: () => readonly Measured[];
  /** Measures beside other engines, which the given Pythons have. */
  readonly measurePeers: (pythons: readonly string[]) => Promise<readonly PeerSamples[]>;
  readonly say: (text: string) => void;
  /** Writes a file, its name as the user typed it. */
  readonly save: (file: string, text: string) => void;
}

const usage =
  'bench: the options are --json FILE, where the numbers are written as well, and --peers PYTHON[,PYTHON], interpreters that have torch or jax';

/**
 * Measures and prints the table; with `--peers` one step of the notebook presets beside PyTorch and JAX instead.
 *
 * @returns The exit code. A missed target is reported and is no failure: machines differ.
 */
export async function runBench(
  words: readonly string[],
  node: string,
  { measure, measurePeers, say, save }: Surroundings,
): Promise<number> {
  const flags = ['--json', '--peers'];
  const options = optionsOf(words, { flags, withValue: flags });
  if (typeof options === 'string' || options.names.length > 0) {
    say(usage);
    return 1;
  }
  const [file, peers] = flags.map((flag) => options.given.get(flag));
  const measured = peers === undefined ? measure() : await measurePeers(peers.split(','));
  if (peers === undefined)
    say(
      `Node ${node}, CPU time, medians over visits to each workload in turn\n\n${table(measured as Measured[])}`,
    );
  if (file !== undefined) save(file, `${JSON.stringify({ node, measured }, null, 2)}\n`);
  return 0;
}
