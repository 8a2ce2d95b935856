import type { Alphabet } from '../alphabet.js';
import { everyPart } from '../expression.js';
import type { Expr } from '../expression.js';

/** Every index letter that stands in an expression, free or not. */
export function lettersWithin(expr: Expr): Set<string> {
  const found = new Set<string>();
  for (const part of everyPart(expr)) {
    if (part.kind === 'name') part.at.forEach((index) => found.add(String(index)));
    if (part.kind === 'eye') [part.row, part.column].forEach((index) => found.add(String(index)));
    if (part.kind === 'reduction') part.over.forEach((letter) => found.add(letter));
  }
  return found;
}

/** The letters of the sums in an expression, in order, each once. */
export function boundWithin(expr: Expr): string[] {
  const found = [...everyPart(expr)].flatMap((part) => (part.kind === 'reduction' ? part.over : []));
  return [...new Set(found)];
}

/** A letter over the same length that stands nowhere yet; nothing where there is none left. */
export function freshLetter(
  like: string,
  { indices }: Alphabet,
  used: ReadonlySet<string>,
): string | undefined {
  const size = indices.get(like);
  return [...indices].find(([letter, over]) => over === size && !used.has(letter))?.[0];
}
