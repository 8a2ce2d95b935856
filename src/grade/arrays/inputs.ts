/** Numbers to ask with: nothing special about any of them, except where that is the point. */
import { stream } from '../../tensor/random.js';
import type { Stream } from '../../tensor/random.js';
import type { Matrix } from './plain.js';

/** How the rows of a table are spread. */
export interface Spread {
  /** The deviation of each row; a random one each, from 0.3 to 3, where left out. */
  readonly scale?: number;
  /** What is added to each row; a random number each where left out. */
  readonly offset?: number;
}

/** The random numbers of one exercise, one learner and one purpose. */
export function numbersFor(purpose: string, seed: number): Stream {
  return stream(`exercise over arrays, ${purpose}`, seed);
}

/** A table whose rows have scales and offsets of their own. */
export function rows(random: Stream, N: number, C: number, { scale, offset }: Spread = {}): Matrix {
  return Array.from({ length: N }, () => {
    const [size, middle] = [scale ?? random.uniform(0.3, 3), offset ?? 3 * random.normal()];
    return Array.from({ length: C }, () => size * random.normal() + middle);
  });
}

/** A list around 0.5 whose second number is 0: a γ or β of 0 is a number like any other. */
export function vector(random: Stream, C: number): number[] {
  return Array.from({ length: C }, (_, i) => (i === 1 ? 0 : 0.5 + random.normal()));
}

/** Rows become columns. */
export function transposed(x: Matrix): Matrix {
  return Array.from({ length: x[0]?.length ?? 0 }, (_, c) => x.map((row) => row[c]));
}
