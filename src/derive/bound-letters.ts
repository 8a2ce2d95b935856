/** Letters that only a sum knows: in `sum(j, w[j])` any letter is as good as another. */
import { axesOf, isNumberName, typesetAs } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { everyPart, mapParts, renamed } from './expression.js';
import type { Expr, Index } from './expression.js';

/** The letters that are written in a line, as an index or as what a sum runs over. */
export function lettersIn(expr: Expr): Set<string> {
  const found = new Set<string>();
  for (const part of everyPart(expr)) {
    if (part.kind === 'name') part.at.forEach((index) => found.add(String(index)));
    if (part.kind === 'eye') [part.row, part.column].forEach((index) => found.add(String(index)));
    if (part.kind === 'reduction') part.over.forEach((letter) => found.add(letter));
  }
  return found;
}

/**
 * The same line, where each sum over a letter that the derivation does not have runs over one that it has: of the length
 * for which the letter is used, and not yet in the line. A letter that is used for no length, or for two, stays.
 *
 * @param free The free letters of the line before.
 * @example
 * withLettersOf(alphabet, parse('sum(s, x[s])'), ['i']); // sum(j, x[j])
 */
export function withLettersOf(alphabet: Alphabet, expr: Expr, free: readonly string[]): Expr {
  return bound(expr, alphabet, new Set([...free, ...lettersIn(expr)]));
}

function bound(expr: Expr, alphabet: Alphabet, taken: ReadonlySet<string>): Expr {
  if (expr.kind !== 'reduction') return mapParts(expr, (part) => bound(part, alphabet, taken));
  const [letters, used]: [Record<string, string>, Set<string>] = [{}, new Set(taken)];
  for (const letter of expr.over) {
    const size = standsForNothing(letter, alphabet) ? lengthOf(letter, expr.body, alphabet) : undefined;
    const other = [...alphabet.indices].find(([known, over]) => over === size && !used.has(known))?.[0];
    if (other === undefined) continue;
    letters[letter] = other;
    used.add(other);
  }
  return mapParts(renamed(expr, letters), (part) => bound(part, alphabet, used));
}

function standsForNothing(letter: string, alphabet: Alphabet): boolean {
  return (
    !alphabet.indices.has(letter) && !isNumberName(letter, alphabet) && axesOf(letter, alphabet) === undefined
  );
}

/** The one length that a letter runs over wherever it is an index. */
function lengthOf(letter: string, body: Expr, alphabet: Alphabet): string | undefined {
  const found = new Set<string>();
  const note = (index: Index, size: string | undefined): void => {
    if (index === letter && size !== undefined) found.add(size);
  };
  for (const part of everyPart(body)) {
    if (part.kind === 'name') {
      const axes = axesOf(part.name, alphabet) ?? axesOf(typesetAs(part.name, alphabet) ?? '', alphabet);
      part.at.forEach((index, k) => {
        note(index, axes?.[k]);
      });
    }
    if (part.kind !== 'eye') continue;
    note(part.row, alphabet.indices.get(String(part.column)));
    note(part.column, alphabet.indices.get(String(part.row)));
  }
  return found.size === 1 ? [...found][0] : undefined;
}
