/** What a detective asks a layer with, where its table alone does not tell what went wrong. */
import { copyOf } from '../../arrays/plain.js';
import type { Matrix } from '../../arrays/plain.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import type { SampleLayer } from './layers.js';
import type { WhoFunction } from './right.js';
import { wrongDetectives } from './wrong.js';

/** Kinds of failures that say no more than that numbers differ. */
const unspoken = ['other numbers', 'all rows the same', 'the last row'];

/** A check that says which change of x it heard, where no known detective has this table. */
export function listening(
  check: Check<WhoFunction>,
  [layer, x]: readonly [SampleLayer, Matrix],
): Check<WhoFunction> {
  return {
    ...check,
    run(detective, seed) {
      try {
        check.run(detective, seed);
      } catch (error) {
        if (!(error instanceof Failure) || !unspoken.includes(error.misconception)) throw error;
        const heard = nameOf(batchesOf(detective, layer, x));
        const known = wrongDetectives.find(({ name }) => name === heard);
        throw known ? new Failure(known.name, known.says, error.shown) : error;
      }
    },
  };
}

/** The batches that a detective asks with, as they are at each call. */
function batchesOf(detective: WhoFunction, layer: SampleLayer, x: Matrix): Matrix[] {
  const asked = [copyOf(x)];
  detective((given) => {
    asked.push(copyOf(given));
    return layer(given);
  }, copyOf(x));
  return asked;
}

/** The known mistake that shows in them. */
function nameOf(asked: readonly Matrix[]): string | undefined {
  const [x, ...batches] = asked;
  const changed = batches.map((batch) => x.flatMap((row, n) => (alike(row, batch[n]) ? [] : [n])));
  const rows = changed.flatMap((places, k) => places.map((n) => [x[n], batches[k][n]] as const));
  if (rows.length === 0) return undefined;
  const constant = (of: (before: number, after: number) => number): boolean =>
    rows.every(([before, after]) => {
      const values = before.map((value, c) => of(value, after[c]));
      return values.every((value) => Math.abs(value - values[0]) < 1e-9);
    });
  if (constant((before, after) => after - before)) return 'one number added to a sample';
  if (constant((before, after) => after / before)) return 'a sample made larger';
  const grows = (places: readonly number[], k: number): boolean =>
    changed.slice(0, k).some((earlier) => {
      const all = earlier.length > 0 && earlier.length < places.length;
      return all && earlier.every((n) => places.includes(n));
    });
  return changed.some(grows) ? 'changes pile up' : undefined;
}

const alike = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, c) => Object.is(value, b[c]));
