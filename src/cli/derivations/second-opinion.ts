/** Whether a line is true, asked in another way than the check asks it. */
import { differenceAt, tryPoints } from '../../derive/agreement.js';
import type { Comparison } from '../../derive/agreement.js';
import { comparisonFor, readDerivation } from '../../derive/check.js';
import type { Derivation, Letters } from '../../derive/derivation.js';
import type { Expr } from '../../derive/expression.js';
import { decimals } from '../../derive/fields/decimals.js';
import type { Style } from '../../derive/fields/field.js';
import { pointAt } from '../../derive/point.js';
import type { Sizes } from '../../derive/point.js';
import { seedOf } from '../../derive/random.js';
import { alphabetOf } from '../../derive/read-letters.js';
import { TestPoints } from '../../derive/test-points.js';
import type { CounterExample, Entries } from '../../derive/verdict.js';

export type Opinion = 'true' | 'false' | 'no value';

const field = decimals(64);
/** Equal digits of two equal lines; and how far an inequality may seem to fail by rounding. */
const [digits, rounding] = [1e-40, 1e-30];
const pointsEach = 4;
/** An inequality may be false in few places: far from each other in size, more often than near. */
const inequalityPoints: readonly (readonly [Style, number])[] = [
  ['ordinary', 10],
  ['scales', 60],
];

/**
 * Compares an answer with the line before: in real numbers of 64 digits only, at points of its own, at other and larger
 * sizes, no two of them equal. A bound that holds is true, also where a closer one holds.
 */
export function secondOpinion(derivation: Derivation, line: number, answer: Expr, seed: number = 1): Opinion {
  const { letters, name } = derivation;
  const comparisons = otherSizes(letters).map((sizes) => ({ sizes, letters: withSizes(letters, sizes) }));
  let valued = false;
  for (const { sizes, letters: other } of comparisons) {
    const alphabet = alphabetOf(other);
    const comparison = { ...comparisonFor(readDerivation(derivation), line, answer), alphabet };
    const points = new TestPoints(alphabet, seedOf(`a second opinion on ${name}`) + seed);
    const found = opinionAt(comparison, points, sizes);
    if (found === 'false') return 'false';
    valued ||= found === 'true';
  }
  return valued ? 'true' : 'no value';
}

function opinionAt(comparison: Comparison, points: TestPoints, sizes: Sizes): Opinion {
  const equality = comparison.relation === '=';
  const rounds = equality ? ([['ordinary', pointsEach]] as const) : inequalityPoints;
  let valued = false;
  for (const [style, count] of rounds) {
    const trial = { field, sizes, style, points: count, tolerance: equality ? digits : rounding };
    const { points: good, difference } = tryPoints(comparison, points, trial);
    if (difference) return 'false';
    valued ||= good > 0;
  }
  return valued ? 'true' : 'no value';
}

/** Whether a counter-example is one, in real numbers of 64 digits. */
export function confirmed(
  derivation: Derivation,
  line: number,
  answer: Expr,
  example: CounterExample,
): boolean {
  const comparison = comparisonFor(readDerivation(derivation), line, answer);
  const values = Object.entries(example.values).map(
    ([name, entries]) => [name, flat(entries).map((entry) => field.number(String(entry)))] as const,
  );
  const point = pointAt(field, comparison.alphabet, example.sizes, new Map(values));
  return differenceAt(comparison, point, rounding).difference !== undefined;
}

const flat = (entries: Entries): number[] =>
  typeof entries === 'number' ? [entries] : entries.flatMap(flat);

const known = new WeakMap<Letters, Map<string, Letters>>();

/** The same object for the same sizes, so that it is read once. */
function withSizes(letters: Letters, sizes: Sizes): Letters {
  const made = known.get(letters) ?? new Map<string, Letters>();
  known.set(letters, made);
  const key = Object.values(sizes).join(' ');
  const other = made.get(key) ?? {
    ...letters,
    sizes: Object.fromEntries(Object.entries(sizes).map(([size, value]) => [size, [value]])),
  };
  made.set(key, other);
  return other;
}

/** Two choices of sizes that no line was tested at: 4 and more. A size with one value keeps it: it is part of what is said. */
export function otherSizes({ sizes }: Letters): Sizes[] {
  const used = new Set<number>();
  const entries = Object.entries(sizes);
  const choose = (): Sizes =>
    Object.fromEntries(
      entries.map(([size, tested]) => {
        if (new Set(tested).size === 1) return [size, tested[0]];
        let value = 4;
        while (used.has(value) || tested.includes(value)) value++;
        used.add(value);
        return [size, value];
      }),
    );
  return [choose(), choose()];
}
