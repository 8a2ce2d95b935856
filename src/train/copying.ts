import { sequenceTask } from './sequences.js';
import type { SequenceOptions, SequenceTask } from './sequences.js';

/**
 * Copying: a string whose second half repeats its random first half, and at each place the token that comes next.
 *
 * A target stands only where the next token can be known: at the T/2 places from the last of the first half to the last
 * but one of the string. A model that sees what comes later would read it off: give it a causal mask.
 *
 * @throws {RangeError} if a length is not a whole number from 1, or T is odd.
 * @example
 * const { tokens, targets } = copying({ length: 6, symbols: 9, random: stream('copying', 1) }).batch(0, 1);
 * [...targets.data].slice(2, 5).join() === [...tokens.data].slice(0, 3).join(); // true
 * [0, 1, 5].map((place) => targets.data[place]); // nothing is asked for there: [-100, -100, -100]
 */
export function copying(options: SequenceOptions): SequenceTask {
  const { length, symbols } = options;
  const half = length / 2;
  if (!Number.isInteger(half)) throw new RangeError(`copying: expected an even length, got ${length}`);
  return sequenceTask(options, (random) => {
    const first = Array.from({ length: half }, () => random.integer(symbols));
    const targets = new Array<number>(length).fill(unasked);
    first.forEach((token, i) => (targets[half - 1 + i] = token));
    return { tokens: [...first, ...first], targets };
  });
}

/** What cross-entropy leaves out unless told otherwise. */
const unasked = -100;
