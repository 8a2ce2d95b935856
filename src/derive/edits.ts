import type { Alphabet } from './alphabet.js';
import { additionsTo } from './edits/additions.js';
import { changesOfName } from './edits/names.js';
import { changesOfNumber } from './edits/numbers.js';
import { changesOfOperation, changesOfPower, isSum, negated } from './edits/operations.js';
import { changesOfReduction } from './edits/reductions.js';
import type { Change, Surroundings } from './edits/change.js';
import { everyPart, mapParts, negative, partsOf } from './expression.js';
import type { Expr } from './expression.js';
import { print } from './print.js';

/** One slip, or the mending of one: a line with one place of it written otherwise. */
export interface Edit {
  /** What it is about, in words that fit whichever of the two lines is wrong: 'a sign', 'a term', 'mean and sum'. */
  readonly kind: string;
  /** Where: an object of the line before. */
  readonly part: Expr;
  /** What stands there instead. */
  readonly by: Expr;
  /** The whole line after. It may have no meaning: whoever uses it reads its text anew, with `fitting`. */
  readonly expr: Expr;
}

/**
 * All single edits of a line, the likeliest kinds of each place first. Always the same ones in the same order, no two of them with
 * the same text.
 *
 * @param free Letters that may stand in the line besides those that do.
 * @example
 * edits(parse('a - b'), alphabet).map(({ expr }) => print(expr)); // 'a + b', 'b - a', 'a', '-b', …
 */
export function edits(expr: Expr, alphabet: Alphabet, free: readonly string[] = []): Edit[] {
  const seen = new Set([print(expr)]);
  const letters = [...new Set([...lettersIn(expr), ...free])];
  const whole = negated(expr)
    ? [{ kind: 'a sign', part: expr, by: negative(expr), expr: negative(expr) }]
    : [];
  return [...editsWithin(expr, { alphabet, letters, bound: [], term: true }), ...whole].filter(
    ({ expr: after }) => {
      const text = print(after);
      return !seen.has(text) && seen.add(text);
    },
  );
}

/** The edits of an expression itself, then those of each of its parts. */
function* editsWithin(expr: Expr, around: Surroundings): Generator<Edit> {
  for (const { kind, by } of [...changesOf(expr, around), ...additionsTo(expr, around)])
    yield { kind, part: expr, by, expr: by };
  // An exponent has to stay a number: a power is changed as a whole.
  const parts = expr.kind === 'operation' && expr.op === '^' ? [expr.left] : partsOf(expr);
  for (const [place, part] of parts.entries())
    for (const edit of editsWithin(part, inside(expr, place, around)))
      yield { ...edit, expr: mapParts(expr, (inner, at) => (at === place ? edit.expr : inner)) };
}

function changesOf(expr: Expr, around: Surroundings): Change[] {
  switch (expr.kind) {
    case 'constant':
      return changesOfNumber(expr);
    case 'name':
    case 'eye':
      return changesOfName(expr, around);
    case 'negative':
      return [{ kind: 'a sign', by: expr.of }];
    case 'operation':
      return expr.op === '^' ? changesOfPower(expr) : changesOfOperation(expr, around);
    case 'call':
      return [
        ...(expr.f === 'exp' ? [{ kind: 'a sign', by: { ...expr, of: negative(expr.of) } }] : []),
        { kind: expr.f === 'sqrt' ? 'a root' : 'a function', by: expr.of },
      ];
    case 'reduction':
      return changesOfReduction(expr, around);
    case 'derivative':
      return [{ kind: 'a derivative', by: expr.of }];
  }
}

function inside(expr: Expr, place: number, around: Surroundings): Surroundings {
  const { alphabet, letters, bound } = around;
  if (expr.kind === 'reduction')
    return { alphabet, letters, bound: [...bound, ...expr.over], term: !isSum(expr.body) };
  return {
    alphabet,
    letters,
    bound,
    variable: expr.kind === 'derivative' && place === 1,
    term: isSum(expr) && !isSum(partsOf(expr)[place]),
    base: expr.kind === 'operation' && expr.op === '^',
  };
}

/** The index letters of a line, in the order in which they stand there. */
function lettersIn(expr: Expr): string[] {
  const found = new Set<string>();
  for (const part of everyPart(expr)) {
    const indices =
      part.kind === 'name' ? part.at : part.kind === 'eye' ? [part.row, part.column] : overOf(part);
    for (const index of indices) if (typeof index === 'string') found.add(index);
  }
  return [...found];
}

const overOf = (part: Expr): readonly string[] => (part.kind === 'reduction' ? part.over : []);
