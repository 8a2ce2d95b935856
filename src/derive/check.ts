import type { Comparison } from './agreement.js';
import type { Alphabet } from './alphabet.js';
import { compare } from './compare.js';
import type { Derivation, Line } from './derivation.js';
import { patienceFor, stepsOf } from './effort.js';
import { everyPart } from './expression.js';
import type { Expr } from './expression.js';
import { parse } from './parse.js';
import { seedOf } from './random.js';
import { TestPoints } from './test-points.js';
import { alphabetOf } from './read-letters.js';
import { freeLetters, requireFitting } from './shape.js';
import { withIndices } from './vectors.js';
import { follows } from './verdict.js';
import type { Verdict } from './verdict.js';

/** A derivation whose lines have been read. */
export interface ReadDerivation {
  readonly derivation: Derivation;
  readonly alphabet: Alphabet;
  /** The letters that are free in its first line, and so may be in all. */
  readonly free: readonly string[];
  readonly exprs: readonly Expr[];
}

const known = new WeakMap<Derivation, ReadDerivation>();

/**
 * Reads a derivation, once.
 *
 * @throws {Error} that names derivation and line, if a line cannot be read or its indices do not fit.
 */
export function readDerivation(derivation: Derivation): ReadDerivation {
  const before = known.get(derivation);
  if (before) return before;
  const alphabet = alphabetOf(derivation.letters);
  const reading = <T>(k: number, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw new Error(
        `${derivation.name}, line ${k + 1}: ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      );
    }
  };
  const first = reading(0, () => withIndices(parse(derivation.lines[0].expr), alphabet, []));
  const free = reading(0, () => inOrder(first, alphabet));
  const exprs = derivation.lines.map(({ expr }, k) => reading(k, () => fitting(expr, alphabet, free)));
  const made = { derivation, alphabet, free, exprs };
  known.set(derivation, made);
  return made;
}

/** The free letters of a line in the order in which they stand there. */
function inOrder(expr: Expr, alphabet: Alphabet): string[] {
  const free = new Set(freeLetters(expr, alphabet));
  const met = [...everyPart(expr)].flatMap((part) =>
    part.kind === 'name' ? part.at : part.kind === 'eye' ? [part.row, part.column] : [],
  );
  return [...new Set(met)].filter((index): index is string => typeof index === 'string' && free.has(index));
}

/**
 * A line, read, with every index written.
 *
 * @throws {Unreadable} or {ShapeMistake} with one sentence, if that cannot be done.
 */
export function fitting(text: string, alphabet: Alphabet, free: readonly string[]): Expr {
  const expr = withIndices(parse(text), alphabet, free);
  requireFitting(expr, alphabet, free);
  return expr;
}

/** What line k, counted from 1, is compared with: the line before. The first line stands by itself. */
export function comparisonFor(read: ReadDerivation, k: number, after: Expr): Comparison {
  const { alphabet, free, exprs, derivation } = read;
  const relation = k === 1 ? '=' : derivation.lines[k - 1].relation;
  const before = exprs[Math.max(k - 2, 0)];
  const steps = Math.max(...[before, after].map((side) => stepsOf(side, alphabet, free)));
  return { before, after, relation, alphabet, free, patience: patienceFor(steps) };
}

/** Where the lines of a derivation are tested: always at the same points. */
export function pointsFor({ derivation, alphabet }: ReadDerivation): TestPoints {
  return new TestPoints(alphabet, seedOf(derivation.name));
}

/** One line with what checking it found. */
export interface CheckedLine {
  readonly line: Line;
  readonly expr: Expr;
  readonly verdict: Verdict;
}

/**
 * Checks every line of a derivation against the line before.
 *
 * @example
 * checkLines(derivations['layer-norm-dx']).map(({ verdict }) => verdict.kind);
 */
export function checkLines(derivation: Derivation): CheckedLine[] {
  const read = readDerivation(derivation);
  const points = pointsFor(read);
  return derivation.lines.map((line, i) => {
    const expr = read.exprs[i];
    return { line, expr, verdict: compare(comparisonFor(read, i + 1, expr), points) };
  });
}

/**
 * @throws {Error} that names derivation and line, if a line does not follow from the one before.
 */
export function requireAllFollow(derivation: Derivation): void {
  checkLines(derivation).forEach(({ line, verdict }, i) => {
    if (!follows(verdict))
      throw new Error(
        `${derivation.name}, line ${i + 1} ("${line.expr}") does not follow from line ${i}: ${verdict.kind}`,
      );
  });
}
