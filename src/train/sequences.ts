import { log } from '../tensor/elementary.js';
import { filled } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { requireCount } from './requirements.js';

/** Strings of tokens, and what a model should say at each place. */
export interface Sequences {
  /** Shape [N, T]: whole numbers from 0 to V − 1. */
  readonly tokens: NDArray;
  /** Shape [N, T]: the right token of each place, or −100 where none is asked for. */
  readonly targets: NDArray;
}

/** A task on strings, made from a seed. */
export interface SequenceTask {
  /** The `size` strings of a step: fresh ones for every step, the same whatever was drawn before. */
  readonly batch: (step: number, size: number) => Sequences;
  /** Strings that are the same at every step, to judge with. */
  readonly evaluation: Sequences;
  /** The cross-entropy of knowing nothing: ln V, in nats. */
  readonly chance: number;
}

/** What a task on strings is made of. */
export interface SequenceOptions {
  /** T, the tokens of a string. */
  readonly length: number;
  /** V, the different tokens. */
  readonly symbols: number;
  /** Where the strings come from. */
  readonly random: Stream;
}

/** A task from a way to write one string and its targets. */
export function sequenceTask(
  { length, symbols, random }: SequenceOptions,
  write: (random: Stream) => { readonly tokens: ArrayLike<number>; readonly targets: ArrayLike<number> },
): SequenceTask {
  requireCount('sequences', { length, symbols });
  const drawn = (from: Stream, size: number): Sequences => {
    const [tokens, targets] = [filled([size, length], 0), filled([size, length], 0)];
    for (let n = 0; n < size; n++) {
      const one = write(from);
      tokens.data.set(one.tokens, n * length);
      targets.data.set(one.targets, n * length);
    }
    return { tokens, targets };
  };
  return {
    batch: (step, size) => drawn(random.substream(step), size),
    evaluation: drawn(random.substream('evaluation'), 128),
    chance: log(symbols),
  };
}
