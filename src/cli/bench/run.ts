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
  /** The picture of what was measured beside other engines: SVG. */
  readonly draw: (measured: readonly PeerSamples[]) => Promise<string>;
  /** Writes a file, its name as the user typed it. */
  readonly save: (file: string, text: string) => void;
}

const usage =
  'bench: the options are --json FILE, where the numbers are written as well, --peers PYTHON[,PYTHON], interpreters that have ' +
  'torch or jax, and with it --picture FILE.svg';

/**
 * Measures and prints the table; with `--peers` one step of the notebook presets beside PyTorch and JAX instead.
 *
 * @returns The exit code. A missed target is reported and is no failure: machines differ.
 */
export async function runBench(
  words: readonly string[],
  node: string,
  { measure, measurePeers, draw, say, save }: Surroundings,
): Promise<number> {
  const flags = ['--json', '--peers', '--picture'];
  const options = optionsOf(words, { flags, withValue: flags });
  const alone =
    typeof options !== 'string' && options.given.has('--picture') && !options.given.has('--peers');
  if (typeof options === 'string' || options.names.length > 0 || alone) {
    say(usage);
    return 1;
  }
  const [file, peers, picture] = flags.map((flag) => options.given.get(flag));
  if (peers === undefined) {
    const measured = measure();
    say(`Node ${node}, CPU time, medians over visits to each workload in turn\n\n${table(measured)}`);
    if (file !== undefined) save(file, json(node, measured));
    return 0;
  }
  const measured = await measurePeers(peers.split(','));
  if (file !== undefined) save(file, json(node, measured));
  if (picture !== undefined) save(picture, `${await draw(measured)}\n`);
  return 0;
}

function json(node: string, measured: readonly object[]): string {
  return `${JSON.stringify({ node, measured }, null, 2)}\n`;
}
