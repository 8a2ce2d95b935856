/** Lines written as in NumPy: vectors without indices. Each gets the index it must mean. */
import { axesOf, typesetAs } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { lettersIn, withLettersOf } from './bound-letters.js';
import { ShapeMistake } from './errors.js';
import { requireKnownNames } from './names.js';
import { unclear } from './unclear-index.js';
import { constant, mapParts, negative, reduction } from './expression.js';
import type { Expr, Name, Reduction } from './expression.js';
import { print } from './print.js';

/** For each length the letters that a vector without index may take, in order. */
type Scope = ReadonlyMap<string, readonly string[]>;

/**
 * The same line with every index written: a vector takes the free index of its length, and a sum or mean of vectors
 * runs over a letter of its own; a sum over a letter that the derivation does not have runs over one that it has.
 *
 * @param free The free letters of the line before, in order.
 * @throws {ShapeMistake} if it is not clear which index is meant.
 * @example
 * withIndices(parse('g - mean(g)'), alphabet, ['j']); // g[j] - mean(i, g[i])
 */
export function withIndices(expr: Expr, alphabet: Alphabet, free: readonly string[]): Expr {
  const line = withLettersOf(alphabet, expr, free);
  const used = new Set([...free, ...lettersIn(line)]);
  const scope = new Map<string, readonly string[]>();
  for (const letter of free) {
    const size = alphabet.indices.get(letter);
    if (size !== undefined) scope.set(size, [...(scope.get(size) ?? []), letter]);
  }
  return indexed(line, scope, { alphabet, used });
}

interface Within {
  readonly alphabet: Alphabet;
  /** Letters that are written in the line, and those of the sums around. */
  readonly used: ReadonlySet<string>;
}

function indexed(expr: Expr, scope: Scope, within: Within): Expr {
  if (expr.kind === 'name') return named(known(expr, within.alphabet), scope, within.alphabet);
  if (expr.kind === 'reduction' && expr.over.length === 0)
    return sumOfNumber(expr, within) ?? reduced(expr, scope, within);
  return mapParts(expr, (part) => indexed(part, scope, within));
}

/** The name that is meant: r, as it is typeset, is rstd. */
function known(expr: Name, alphabet: Alphabet): Name {
  const { sizes, indices } = alphabet;
  const { name } = expr;
  if (axesOf(name, alphabet) || Object.hasOwn(sizes, name) || indices.has(name)) return expr;
  return { ...expr, name: typesetAs(name, alphabet) ?? name };
}

/** A bare vector with the letters of the scope. */
function named(expr: Name, scope: Scope, alphabet: Alphabet): Name {
  const axes = axesOf(expr.name, alphabet);
  if (expr.at.length > 0 || axes === undefined || axes.length === 0) return expr;
  const seen = new Map<string, number>();
  const at = axes.map((size) => {
    const letters = scope.get(size) ?? [];
    const count = axes.filter((axis) => axis === size).length;
    if (letters.length !== count) throw unclear(expr.name, size, letters, alphabet);
    const place = seen.get(size) ?? 0;
    seen.set(size, place + 1);
    return letters[place];
  });
  return { ...expr, at };
}

/** `sum(i, 1)` was read as a sum of i along axis 1; i is an index, so it is the sum of 1 over i. */
function sumOfNumber({ how, axis, body }: Reduction, { alphabet }: Within): Reduction | undefined {
  if (axis === undefined || body.kind !== 'name' || !alphabet.indices.has(body.name)) return undefined;
  return reduction(how, [body.name], axis < 0 ? negative(constant(-axis)) : constant(axis));
}

/** `mean(g * xhat)`: the axes of the bare vectors inside get letters of their own, those that stay keep the scope's. */
function reduced(expr: Reduction, scope: Scope, within: Within): Reduction {
  const axes = bareAxes(expr.body, within.alphabet);
  if (axes.length === 0) requireKnownNames(expr.body, within.alphabet);
  if (axes.length === 0)
    throw new ShapeMistake(
      `"${print(expr)}": there is no vector in it, so there is nothing to run over. Name the index, as in ${expr.how}(k, …), or leave ${expr.how} out.`,
    );
  const { axis } = expr;
  const place = axis !== undefined && axis < 0 ? axes.length + axis : axis;
  if (place !== undefined && (place < 0 || place >= axes.length))
    throw new ShapeMistake(
      `"${print(expr)}": there is no axis ${axis}; what is inside has ${axes.length === 1 ? 'one axis' : `${axes.length} axes`} (${axes.join(', ')}).`,
    );
  const gone = place === undefined ? axes : [axes[place]];
  const { alphabet, used } = within;
  const over: string[] = [];
  for (const size of gone) over.push(freshLetter(size, alphabet, new Set([...used, ...over])));
  const inner = new Map(scope);
  for (const size of new Set(gone))
    inner.set(
      size,
      over.filter((_, i) => gone[i] === size),
    );
  return {
    ...expr,
    over,
    axis: undefined,
    body: indexed(expr.body, inner, { alphabet, used: new Set([...used, ...over]) }),
  };
}

/** The axes that the bare vectors of an expression have together, as NumPy's broadcasting would line them up. */
function bareAxes(expr: Expr, alphabet: Alphabet): readonly string[] {
  let found: readonly string[] = [];
  const visit = (part: Expr): void => {
    const axes =
      part.kind === 'name' && part.at.length === 0 ? axesOf(known(part, alphabet).name, alphabet) : undefined;
    const open = part.kind === 'reduction' && part.over.length === 0 ? left(part) : axes;
    if (open && open.length > found.length) found = open;
    if (part.kind !== 'reduction' || part.over.length > 0) mapParts(part, (inner) => (visit(inner), inner));
  };
  /** What an inner sum leaves: nothing, or the axes but one. */
  const left = ({ axis, body }: Reduction): readonly string[] => {
    const inside = bareAxes(body, alphabet);
    return axis === undefined ? [] : inside.filter((_, i) => i !== (axis + inside.length) % inside.length);
  };
  visit(expr);
  return found;
}

function freshLetter(size: string, { indices }: Alphabet, used: ReadonlySet<string>): string {
  const letter = [...indices].find(([name, over]) => over === size && !used.has(name))?.[0];
  if (letter !== undefined) return letter;
  throw new ShapeMistake(`There are too many sums over ${size} inside each other. Write the line flatter.`);
}
