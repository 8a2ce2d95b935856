import type { Alphabet } from './alphabet.js';
import { ShapeMistake, Unreadable } from './errors.js';
import { exponentOf } from './exponent.js';
import { partsOf } from './expression.js';
import type { Derivative, Expr, Eye, Index, Name, Reduction } from './expression.js';
import { unknownName } from './names.js';
import { print } from './print.js';
import { wrongCount } from './unclear-index.js';

/**
 * The index letters that are free in an expression, sorted. Checks on the way that every name is known, has its indices,
 * and that each letter runs over the length it is used for.
 *
 * @throws {Unreadable} if a name or a letter is not known.
 * @throws {ShapeMistake} with one sentence that names the place, if the indices do not fit.
 */
export function freeLetters(expr: Expr, alphabet: Alphabet, bound: readonly string[] = []): string[] {
  switch (expr.kind) {
    case 'name':
      return ofName(expr, alphabet, bound);
    case 'eye':
      return ofEye(expr, alphabet, bound);
    case 'reduction':
      return ofReduction(expr, alphabet, bound);
    case 'derivative':
      requireVariable(expr, alphabet);
      break;
    case 'operation':
      if (expr.op === '^') exponentOf(expr);
  }
  return union(partsOf(expr).map((part) => freeLetters(part, alphabet, bound)));
}

/**
 * Checks that no letter is free in an expression but the given ones.
 *
 * @throws as `freeLetters` does.
 */
export function requireFitting(expr: Expr, alphabet: Alphabet, allowed: readonly string[]): void {
  const found = freeLetters(expr, alphabet, []);
  const extra = found.find((letter) => !allowed.includes(letter));
  if (extra === undefined) return;
  const there =
    allowed.length === 0
      ? 'the line before has none left either: it is a single number'
      : `left over in the line before: ${allowed.join(', ')}`;
  throw new ShapeMistake(
    `No sum runs over the index ${extra} in "${smallestWith(expr, extra)}" (${there}). Sum over it, or take another letter.`,
  );
}

function ofName({ name, at }: Name, alphabet: Alphabet, bound: readonly string[]): string[] {
  const { sizes, indices, variables, definitions } = alphabet;
  const written = at.length === 0 ? name : `${name}[${at.join(', ')}]`;
  const axes = variables.get(name)?.axes ?? definitions.get(name)?.axes;
  if (axes === undefined && Object.hasOwn(sizes, name) && at.length > 0)
    throw new ShapeMistake(`"${written}": ${name} is a length, a single number without an index.`);
  if (axes === undefined) {
    if (at.length === 0 && (Object.hasOwn(sizes, name) || name === 'pi')) return [];
    if (indices.has(name)) throw new ShapeMistake(`"${written}": ${name} is an index, not a number.`);
    throw unknownName(name, alphabet);
  }
  if (axes.length !== at.length) throw wrongCount({ name, at }, axes, alphabet);
  at.forEach((index, k) => requireIndex(index, axes[k], written, alphabet));
  const free = at.filter((index): index is string => typeof index === 'string' && !bound.includes(index));
  return [...new Set(free)].sort();
}

function requireIndex(index: Index, axis: string, written: string, { indices, sizes }: Alphabet): void {
  if (typeof index === 'number') {
    const shortest = Math.min(...sizes[axis]);
    if (index <= shortest) return;
    throw new ShapeMistake(
      `"${written}": place ${index} is not always there; ${axis} can be as small as ${shortest}.`,
    );
  }
  const runsOver = indices.get(index);
  if (runsOver === undefined)
    throw new Unreadable(`"${written}": ${index} is no index. There are ${lettersOver(axis, indices)}.`);
  if (runsOver !== axis)
    throw new ShapeMistake(
      `"${written}": ${index} runs over ${runsOver}, but this axis has length ${axis}. Its letters are ${lettersOver(axis, indices)}.`,
    );
}

function ofEye({ row, column }: Eye, { indices }: Alphabet, bound: readonly string[]): string[] {
  const letters = [row, column].filter((index): index is string => typeof index === 'string');
  const written = `"eye(${row}, ${column})"`;
  const unknown = letters.find((letter) => !indices.has(letter));
  if (unknown !== undefined) throw new Unreadable(`${written}: ${unknown} is no index.`);
  if (new Set(letters.map((letter) => indices.get(letter))).size > 1)
    throw new ShapeMistake(
      `${written}: ${row} runs over ${indices.get(String(row))}, ${column} over ${indices.get(String(column))}.`,
    );
  return letters.filter((letter) => !bound.includes(letter));
}

function ofReduction(expr: Reduction, alphabet: Alphabet, bound: readonly string[]): string[] {
  const { how, over, body } = expr;
  const unknown = over.find((letter) => !alphabet.indices.has(letter));
  if (unknown !== undefined)
    throw new Unreadable(`"${print(expr)}": ${unknown} is no index.${howToReduce(how, alphabet)}`);
  const twice = over.find((letter, i) => bound.includes(letter) || over.indexOf(letter) !== i);
  if (twice !== undefined)
    throw new ShapeMistake(
      `"${print(expr)}": the index ${twice} already runs in a sum around it. Take another letter.`,
    );
  return freeLetters(body, alphabet, [...bound, ...over]);
}

function howToReduce(how: string, { indices }: Alphabet): string {
  const letter = [...indices.keys()][0];
  return letter === undefined
    ? ' There are none here: all of it is single numbers.'
    : ` Write ${how}(${letter}, …), or ${how}(…) of vectors without indices.`;
}

function requireVariable(expr: Derivative, { variables, definitions }: Alphabet): void {
  const { name } = expr.by;
  if (variables.has(name)) return;
  const why = definitions.has(name) ? `${name} is made of them` : `${name} is none of them`;
  throw new ShapeMistake(
    `"${print(expr)}": a derivative is taken by one of ${[...variables.keys()].join(', ')}; ${why}.`,
  );
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}

/** The smallest part in which a letter is free, as text. */
function smallestWith(expr: Expr, letter: string): string {
  const holds = (part: Expr): boolean =>
    part.kind === 'name' || part.kind === 'eye'
      ? (part.kind === 'name' ? part.at : [part.row, part.column]).includes(letter)
      : !(part.kind === 'reduction' && part.over.includes(letter)) && partsOf(part).some(holds);
  const inner = partsOf(expr).find(holds);
  return inner ? smallestWith(inner, letter) : print(expr);
}

const lettersOver = (size: string, indices: ReadonlyMap<string, string>): string =>
  [...indices]
    .filter(([letter, over]) => over === size && letter.length === 1)
    .map(([letter]) => letter)
    .join(', ');
