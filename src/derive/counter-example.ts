/** The smallest counter-example: small whole numbers at which two lines differ, so that one can follow them by hand. */
import { differenceAt, tryPoints } from './agreement.js';
import type { Comparison, Difference } from './agreement.js';
import { axesOf, testedSizes, variablesIn } from './alphabet.js';
import { NotInThisField, OutsideDomain } from './errors.js';
import { float64 } from './fields/float64.js';
import { pointAt } from './point.js';
import type { Point } from './point.js';
import type { TestPoints } from './test-points.js';
import type { CounterExample, Entries } from './verdict.js';

/** Far above the rounding of float64, far below what an eye would miss. */
const visible = 1e-7;
const draws = 40;

/** @returns Nothing where no difference shows at small numbers. */
export function smallCounterExample(comparison: Comparison, points: TestPoints): CounterExample | undefined {
  try {
    for (const sizes of testedSizes(comparison.alphabet)) {
      const trial = {
        field: float64,
        sizes,
        style: 'small',
        points: draws,
        tolerance: visible,
      } as const;
      const { difference } = tryPoints(comparison, points, trial);
      if (difference) return shown(comparison, shrunk(comparison, difference));
    }
  } catch (error) {
    if (!(error instanceof NotInThisField)) throw error;
  }
  return undefined;
}

/** The same difference with as many entries as possible at 0 or 1. */
function shrunk(comparison: Comparison, found: Difference<number>): Difference<number> {
  let best = found;
  for (const [name, { domain }] of comparison.alphabet.variables) {
    if (domain === 'sum1' || domain === 'centred') continue;
    const simpler = domain === 'real' ? [0, 1] : [1];
    (found.point.values.get(name) ?? []).forEach((_, k) => {
      for (const value of simpler) {
        if (Math.abs(best.point.values.get(name)?.[k] ?? 0) <= Math.abs(value)) break;
        const difference = differsAt(comparison, withEntry(best.point, name, k, value));
        if (difference) {
          best = difference;
          break;
        }
      }
    });
  }
  return best;
}

function withEntry(point: Point<number>, name: string, k: number, value: number): Point<number> {
  const values = new Map(point.values);
  values.set(
    name,
    (point.values.get(name) ?? []).map((entry, i) => (i === k ? value : entry)),
  );
  return pointAt(float64, point.alphabet, point.sizes, values);
}

function differsAt(comparison: Comparison, point: Point<number>): Difference<number> | undefined {
  try {
    return differenceAt(comparison, point, visible).difference;
  } catch (error) {
    if (error instanceof OutsideDomain) return undefined;
    throw error;
  }
}

/** A difference as plain numbers, with the variables that the lines depend on. */
export function shown<T>(
  comparison: Comparison,
  { point, at, before, after }: Difference<T>,
): CounterExample {
  const { field, values, sizes } = point;
  const used = new Set(
    [comparison.before, comparison.after].flatMap((side) => [...variablesIn(side, comparison.alphabet)]),
  );
  return {
    sizes,
    values: Object.fromEntries(
      [...values]
        .filter(([name]) => used.has(name))
        .map(([name, entries]) => [
          name,
          nested(
            entries.map((entry) => field.toNumber(entry)),
            (axesOf(name, comparison.alphabet) ?? []).map((axis) => sizes[axis]),
          ),
        ]),
    ),
    at: Object.fromEntries(Object.entries(at).map(([letter, place]) => [letter, place + 1])),
    before: field.toNumber(before),
    after: field.toNumber(after),
  };
}

/** Entries, row by row, as nested lists of the given lengths. */
function nested(entries: readonly number[], [length, ...rest]: readonly number[]): Entries {
  if (length === undefined) return entries[0];
  const size = entries.length / length;
  return Array.from({ length }, (_, i) => nested(entries.slice(i * size, (i + 1) * size), rest));
}
