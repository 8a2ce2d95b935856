/**
 * Roots and absolute values in a finite field. Where the radicands are independent of each other, up to squares, a line
 * with roots is as good as a polynomial: each conjugate of it is one. Where a radicand is a square already, as in √(a²) or beside
 * √v in √(a²v), or under |a|, a root hides a sign, and a point shows only one choice of it.
 */
import type { Comparison } from './agreement.js';
import { withDefinitions } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { NotInThisField, OutsideDomain } from './errors.js';
import { evaluate } from './evaluate.js';
import { exponentOf } from './exponent.js';
import { operation } from './expression.js';
import type { Expr } from './expression.js';
import { P, surveying } from './fields/finite.js';
import { power } from './fields/modular.js';
import { drawPoint, everyPlace } from './point.js';
import type { Sizes } from './point.js';
import { print } from './print.js';
import { randomFrom } from './random.js';
import type { Random } from './random.js';
import { freeLetters } from './shape.js';

/** What roots are taken of in two lines and in what their names stand for: |a| is √(a·a). */
export function radicandsOf({ before, after, alphabet }: Comparison): Expr[] {
  const found = new Map<string, Expr>();
  for (const side of [before, after])
    for (const part of withDefinitions(side, alphabet)) {
      const radicand = radicandOf(part);
      if (radicand) found.set(print(radicand), radicand);
    }
  return [...found.values()];
}

function radicandOf(part: Expr): Expr | undefined {
  if (part.kind === 'call' && part.f === 'sqrt') return part.of;
  if (part.kind === 'call' && part.f === 'abs') return operation(part.of, '*', part.of);
  const isRoot = part.kind === 'operation' && part.op === '^' && !Number.isInteger(exponentOf(part));
  return isRoot ? part.left : undefined;
}

/** How many roots there are at one point at most: each radicand at all its places. */
export function countRoots(radicands: readonly Expr[], alphabet: Alphabet, sizes: Sizes): number {
  return radicands.reduce((count, radicand) => count + placesOf(radicand, alphabet, sizes).length, 0);
}

const placesOf = (radicand: Expr, alphabet: Alphabet, sizes: Sizes): ReturnType<typeof everyPlace> =>
  everyPlace(freeLetters(radicand, alphabet), alphabet, sizes);

/** More than these are not looked into: with so many roots there is no exact verdict anyway. */
const mostRadicands = 12;
const mostRoots = 40;

const known = new WeakMap<Alphabet, Map<string, number>>();

/** How many signs the roots hide at the given sizes. */
export function hiddenSigns(radicands: readonly Expr[], alphabet: Alphabet, sizes: Sizes): number {
  if (radicands.length === 0) return 0;
  const roots = countRoots(radicands, alphabet, sizes);
  if (radicands.length > mostRadicands || roots > mostRoots) return roots;
  const here = known.get(alphabet) ?? new Map<string, number>();
  known.set(alphabet, here);
  const key = [...radicands.map(print), ...Object.values(sizes)].join('; ');
  const found = here.get(key) ?? surveyed(radicands, alphabet, sizes);
  here.set(key, found);
  return found;
}

/** Where the radicands cannot be computed in the field, each root may hide a sign. */
function surveyed(radicands: readonly Expr[], alphabet: Alphabet, sizes: Sizes): number {
  try {
    return survey(radicands, alphabet, sizes);
  } catch (error) {
    if (error instanceof NotInThisField || error instanceof OutsideDomain)
      return countRoots(radicands, alphabet, sizes);
    throw error;
  }
}

/** Enough points beyond the number of roots that independent radicands show as such, but for one time in 2²⁰. */
const surplus = 20;

/**
 * At random points, which radicands are squares in the field? A product of some that is a square at every point is one. So the
 * rank of these yes-and-no rows over the field of two elements is the number of roots that hide nothing.
 */
function survey(radicands: readonly Expr[], alphabet: Alphabet, sizes: Sizes): number {
  const random = randomFrom(1);
  const first = residuesAt(radicands, alphabet, sizes, random);
  // The same number at two places is one root.
  const different = first.map((value, i) => first.indexOf(value) === i);
  const count = different.filter(Boolean).length;
  const rows = Array.from({ length: count + surplus }, () =>
    residuesAt(radicands, alphabet, sizes, random)
      .filter((_, i) => different[i])
      .reduce((bits, value) => 2n * bits + (isSquare(value) ? 0n : 1n), 0n),
  );
  return count - rankOf(rows);
}

/** A radicand that has no value at so many points has none. */
const mostDraws = 100;

/** @throws {OutsideDomain} if no point is found at which all of them have a value. */
function residuesAt(radicands: readonly Expr[], alphabet: Alphabet, sizes: Sizes, random: Random): number[] {
  for (let left = mostDraws; ; left--) {
    try {
      const point = drawPoint(surveying, alphabet, sizes, random);
      return radicands.flatMap((radicand) =>
        placesOf(radicand, alphabet, sizes).map((at) => evaluate(radicand, point, at).p),
      );
    } catch (error) {
      if (!(error instanceof OutsideDomain) || left === 0) throw error;
    }
  }
}

/** Euler's criterion. */
const isSquare = (a: number): boolean => a === 0 || power(a, (P - 1) / 2, P) === 1;

/** The rank of rows of bits over the field of two elements. */
function rankOf(rows: readonly bigint[]): number {
  const basis: bigint[] = [];
  for (const row of rows) {
    const rest = basis.reduce((left, b) => ((left ^ b) < left ? left ^ b : left), row);
    if (rest !== 0n) {
      basis.push(rest);
      basis.sort((a, b) => (a < b ? 1 : -1));
    }
  }
  return basis.length;
}
