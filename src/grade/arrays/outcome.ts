/** What a function makes of its inputs, as something to compare with. */
import { Failure } from '../exercise.js';
import type { Candidate } from '../exercise.js';
import { said } from '../grading.js';
import { isNotYetWritten } from '../not-yet-written.js';
import { stoppedBy } from '../stopped.js';
import { copyOf } from './plain.js';
import type { Inputs } from './plain.js';
import { read } from './reading.js';
import type { Form, Numbers } from './reading.js';

/** The numbers of a result, or why there are none. */
export type Outcome = { readonly numbers: Numbers } | { readonly failure: Failure };

/** Calls `f` with copies. It never throws, except for what is no answer at all yet. */
export function outcomeOf(f: Candidate, inputs: Inputs, form: Form): Outcome {
  try {
    return { numbers: read(answer(f, copyOf(inputs)), form) };
  } catch (error) {
    if (isNotYetWritten(error)) throw error;
    if (error instanceof Failure) return { failure: error };
    return { failure: new Failure('stops', `What your function gives cannot be read: ${said(error)}`) };
  }
}

/**
 * Calls `f` with exactly these inputs.
 *
 * @throws {Failure} if it stops with an error, with that error's first line.
 */
export function answer(f: Candidate, inputs: Inputs): unknown {
  try {
    return f(...(inputs as never[]));
  } catch (error) {
    if (isNotYetWritten(error) || error instanceof Failure) throw error;
    throw new Failure('stops', stoppedBy(error));
  }
}

/** The largest difference relative to the size of b, or to `size` where b is smaller; infinite where they cannot be compared. */
export function distance(
  a: Outcome,
  b: Outcome,
  size: (part: string) => number,
  parts?: readonly string[],
): number {
  if ('failure' in a || 'failure' in b)
    return 'failure' in a && 'failure' in b && a.failure.message === b.failure.message ? 0 : Infinity;
  const names = parts ?? Object.keys(b.numbers);
  return Math.max(...names.map((part) => farthest(a.numbers[part], b.numbers[part], size(part)).error));
}

/** Where two tables differ most. */
export function farthest(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  size: number,
): { readonly error: number; readonly row: number; readonly column: number } {
  if (a.length !== b.length || a.some((row, n) => row.length !== b[n].length))
    return { error: Infinity, row: 0, column: 0 };
  const scale = Math.max(size, 1e-300, ...b.flat().map(Math.abs).filter(Number.isFinite));
  let worst = { error: 0, row: 0, column: 0 };
  b.forEach((values, row) =>
    values.forEach((value, column) => {
      const off = Object.is(a[row][column], value) ? 0 : Math.abs(a[row][column] - value) / scale;
      const error = Number.isNaN(off) ? Infinity : off;
      if (error > worst.error) worst = { error, row, column };
    }),
  );
  return worst;
}
