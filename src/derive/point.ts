import type { Alphabet, Variable } from './alphabet.js';
import type { Field, Style } from './fields/field.js';
import type { Random } from './random.js';

export type Sizes = Readonly<Record<string, number>>;
/** Which place each letter stands for, counted from 0. */
export type Places = Readonly<Record<string, number>>;

/** Numbers for all variables: where lines are compared. */
export interface Point<T> {
  readonly field: Field<T>;
  readonly alphabet: Alphabet;
  readonly sizes: Sizes;
  /** The entries of each variable, row by row; and π. */
  readonly values: ReadonlyMap<string, readonly T[]>;
  /** Entries of definitions that were computed here already. */
  readonly known: Map<string, T[]>;
  /** The same point with the derivative by one entry of one variable carried along. */
  readonly along: Map<string, unknown>;
}

/** A point with the given entries. */
export function pointAt<T>(
  field: Field<T>,
  alphabet: Alphabet,
  sizes: Sizes,
  values: ReadonlyMap<string, readonly T[]>,
): Point<T> {
  return { field, alphabet, sizes, values, known: new Map(), along: new Map() };
}

/** A random point: every variable within its domain. */
export function drawPoint<T>(
  field: Field<T>,
  alphabet: Alphabet,
  sizes: Sizes,
  random: Random,
  style: Style = 'ordinary',
): Point<T> {
  const values = new Map<string, readonly T[]>();
  for (const [name, variable] of alphabet.variables)
    values.set(name, drawVariable(field, variable, sizes, random, style));
  values.set('pi', [field.pi(random)]);
  return pointAt(field, alphabet, sizes, values);
}

function drawVariable<T>(
  field: Field<T>,
  { axes, domain }: Variable,
  sizes: Sizes,
  random: Random,
  style: Style,
): readonly T[] {
  const lengths = axes.map((axis) => sizes[axis]);
  const count = lengths.reduce((a, b) => a * b, 1);
  const positive = domain === 'positive' || domain === 'sum1';
  const draw = (): T => {
    const value = field.draw(random, positive, style);
    return domain === 'nonzero' && field.toNumber(value) === 0 ? draw() : value;
  };
  const entries = Array.from({ length: count }, draw);
  const row = lengths[lengths.length - 1] ?? 1;
  if (domain === 'sum1') return bySum(entries, row, (part) => shares(field, part));
  if (domain === 'centred') return bySum(entries, row, (part) => centred(field, part));
  return entries;
}

/** Each row by itself. */
function bySum<T>(entries: readonly T[], row: number, change: (part: readonly T[]) => T[]): T[] {
  return Array.from({ length: entries.length / row }, (_, n) =>
    change(entries.slice(n * row, (n + 1) * row)),
  ).flat();
}

/** Each divided by the sum of all. */
function shares<T>(field: Field<T>, part: readonly T[]): T[] {
  const total = part.reduce((sum, entry) => field.add(sum, entry));
  return part.map((entry) => field.divide(entry, total));
}

function centred<T>(field: Field<T>, part: readonly T[]): T[] {
  const first = part.slice(0, -1);
  return [...first, first.reduce((rest, entry) => field.subtract(rest, entry), field.zero)];
}

/** Calls `use` for every choice of places for some letters. It must not keep the record it is given. */
export function forEachPlace(
  letters: readonly string[],
  alphabet: Alphabet,
  sizes: Sizes,
  at: Places,
  use: (at: Places) => void,
): void {
  const there: Record<string, number> = { ...at };
  const run = (k: number): void => {
    if (k === letters.length) return use(there);
    const length = sizes[alphabet.indices.get(letters[k]) ?? ''];
    for (let i = 0; i < length; i++) {
      there[letters[k]] = i;
      run(k + 1);
    }
  };
  run(0);
}

/** Every choice of places for some letters. */
export function everyPlace(letters: readonly string[], alphabet: Alphabet, sizes: Sizes): Places[] {
  const found: Places[] = [];
  forEachPlace(letters, alphabet, sizes, {}, (at) => found.push({ ...at }));
  return found;
}
