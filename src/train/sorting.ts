import { sequenceTask } from './sequences.js';
import type { SequenceOptions, SequenceTask } from './sequences.js';

/**
 * Sorting: a random string of tokens, and at each place the token that stands there when the string is sorted.
 *
 * Every place must hear of all others, so it cannot be learned without attention; a small Transformer learns it in 120 to
 * 200 steps.
 *
 * @throws {RangeError} if a length is not a whole number from 1.
 * @example
 * const task = sorting({ length: 6, symbols: 6, random: stream('sorting', 1) });
 * const { tokens, targets } = task.batch(0, 1);
 * [...targets.data].join() === [...tokens.data].sort().join(); // true
 * task.chance; // ln 6 = 1.7918
 */
export function sorting(options: SequenceOptions): SequenceTask {
  const { length, symbols } = options;
  return sequenceTask(options, (random) => {
    const tokens = Float64Array.from({ length }, () => random.integer(symbols));
    return { tokens, targets: tokens.slice().sort() };
  });
}
