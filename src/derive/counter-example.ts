/** A counter-example to follow by hand: small whole numbers at which two lines differ. */
import { differenceAt, tryPoints } from './agreement.js';
import type { Comparison, Difference } from './agreement.js';
import { axesOf, testedSizes } from './alphabet.js';
import { variablesThatMatter } from './dependence.js';
import { evaluate } from './evaluate.js';
import { everyPart } from './expression.js';
import { NotInThisField, OutsideDomain } from './errors.js';
import { float64 } from './fields/float64.js';
import { everyPlace, pointAt } from './point.js';
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
      if (difference) return shown(comparison, plain(comparison, difference));
    }
  } catch (error) {
    if (!(error instanceof NotInThisField)) throw error;
  }
  return undefined;
}

/**
 * The same difference at numbers that hide nothing: single numbers are 1, and in a row of several none is 0 and none stands
 * there twice, as far as the difference stays.
 */
function plain(comparison: Comparison, found: Difference<number>): Difference<number> {
  let best = found;
  for (const [name, { axes, domain }] of comparison.alphabet.variables) {
    if (domain === 'sum1' || domain === 'centred') continue;
    const length = axes.length === 0 ? 1 : found.point.sizes[axes[axes.length - 1]];
    for (const k of (found.point.values.get(name) ?? []).keys()) {
      const entries = best.point.values.get(name) ?? [];
      const others = entries.filter((_, i) => i !== k && Math.floor(i / length) === Math.floor(k / length));
      if (axes.length > 0 && entries[k] !== 0 && !others.includes(entries[k])) continue;
      const better = [1, 2, 3, -1, -2]
        .filter((value) => !others.includes(value) && (value > 0 || domain !== 'positive'))
        .slice(0, axes.length === 0 ? 1 : undefined);
      for (const value of better) {
        const difference = differsAt(comparison, withEntry(best.point, name, k, value));
        if (!difference) continue;
        best = difference;
        break;
      }
    }
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

/** A difference as plain numbers, with the variables that the lines depend on there. */
export function shown<T>(
  comparison: Comparison,
  { point, at, before, after }: Difference<T>,
): CounterExample {
  const { field, values, sizes } = point;
  const used = variablesThatMatter(comparison, { point, at, before, after });
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
    made: madeThere(comparison, point),
    at: Object.fromEntries(Object.entries(at).map(([letter, place]) => [letter, place + 1])),
    ...withoutNoise(field.toNumber(before), field.toNumber(after)),
  };
}

/** More entries than these nobody follows by hand. */
const most = 12;

/** The names in the second line that are made of others: whoever follows by hand begins with them. */
function madeThere<T>({ after, alphabet }: Comparison, point: Point<T>): Record<string, Entries> {
  const { field, sizes } = point;
  const made: Record<string, Entries> = {};
  for (const part of everyPart(after)) {
    const definition = part.kind === 'name' ? alphabet.definitions.get(part.name) : undefined;
    if (definition === undefined || part.kind !== 'name') continue;
    const { letters, axes } = definition;
    const places = everyPlace(letters, alphabet, sizes);
    if (places.length > most) continue;
    const name = { ...part, at: letters };
    const entries = places.map((at) => field.toNumber(evaluate(name, point, at)));
    made[part.name] = nested(
      entries,
      axes.map((axis) => sizes[axis]),
    );
  }
  return made;
}

/** What rounding has left of a 0 beside another number is 0. */
function withoutNoise(before: number, after: number): Pick<CounterExample, 'before' | 'after'> {
  const least = 1e-12 * Math.max(Math.abs(before), Math.abs(after));
  const plainly = (value: number): number => (Math.abs(value) < least ? 0 : value);
  return { before: plainly(before), after: plainly(after) };
}

/** Entries, row by row, as nested lists of the given lengths. */
function nested(entries: readonly number[], [length, ...rest]: readonly number[]): Entries {
  if (length === undefined) return entries[0];
  const size = entries.length / length;
  return Array.from({ length }, (_, i) => nested(entries.slice(i * size, (i + 1) * size), rest));
}
