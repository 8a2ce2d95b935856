import type { Alphabet } from '../alphabet.js';
import { ShapeMistake } from '../errors.js';
import { everyPart, mapParts, renamed } from '../expression.js';
import type { Expr } from '../expression.js';
import { print } from '../print.js';
import { withIndices } from '../vectors.js';

/** The line as NumPy has it, without indices; nothing where it would not be read as the same line. */
export function withoutIndices(expr: Expr, alphabet: Alphabet, free: readonly string[]): Expr[] {
  const bare = stripped(expr);
  if (print(bare) === print(expr)) return [];
  try {
    return canonical(withIndices(bare, alphabet, free)) === canonical(expr) ? [bare] : [];
  } catch (error) {
    if (error instanceof ShapeMistake) return [];
    throw error;
  }
}

function stripped(expr: Expr): Expr {
  if (expr.kind === 'derivative') return expr;
  const inner = mapParts(expr, stripped);
  if (inner.kind === 'name' && inner.at.every((index) => typeof index === 'string'))
    return { ...inner, at: [] };
  return inner.kind === 'reduction' ? { ...inner, over: [] } : inner;
}

/** As text, with the letters of sums numbered in the order in which they come. */
function canonical(expr: Expr): string {
  const numbers = new Map<string, string>();
  for (const part of everyPart(expr))
    if (part.kind === 'reduction')
      for (const letter of part.over) if (!numbers.has(letter)) numbers.set(letter, `#${numbers.size + 1}`);
  return print(renamed(expr, Object.fromEntries(numbers)));
}
