import type { Alphabet } from './alphabet.js';
import { mapParts, partsOf } from './expression.js';
import type { Expr } from './expression.js';
import { print } from './print.js';
import type { Random } from './random.js';
import { arithmeticRules } from './rewrites/arithmetic.js';
import { derivativeRules } from './rewrites/derivatives.js';
import { lettersWithin } from './rewrites/letters.js';
import { nameRules } from './rewrites/names.js';
import { powerRules } from './rewrites/powers.js';
import type { Rule, Scene } from './rewrites/rule.js';
import { withoutIndices } from './rewrites/spelling.js';
import { sumRules } from './rewrites/sums.js';
import { freeLetters } from './shape.js';

const rules: readonly Rule[] = [
  ...arithmeticRules,
  ...powerRules,
  ...sumRules,
  ...nameRules,
  ...derivativeRules,
];

/** How many rules are applied one after the other. */
const lengths = [1, 2, 3];

/**
 * The same line, written otherwise: after one, two and three random rewritings, each of which is true wherever the line has a
 * value; and without indices, as in NumPy, where that is clear.
 *
 * @param free The letters that may be free in the line.
 * @returns Lines to be read anew, with `fitting`.
 * @example
 * rewrites(parse('a - b'), alphabet, randomFrom(1)).map(print); // 'a + -b', …
 */
export function rewrites(
  expr: Expr,
  alphabet: Alphabet,
  random: Random,
  free: readonly string[] = freeLetters(expr, alphabet),
): Expr[] {
  const seen = new Set([print(expr)]);
  const made = lengths.map((length) => {
    let line = expr;
    for (let n = 0; n < length; n++) line = rewritten(line, alphabet, random, free);
    return line;
  });
  const bare = [expr, ...made].flatMap((line) => withoutIndices(line, alphabet, free));
  return [...made, ...bare.slice(0, 1)].filter((line) => {
    const text = print(line);
    return !seen.has(text) && seen.add(text);
  });
}

/** One rule at one place, both at random; the line itself where none applies. */
function rewritten(line: Expr, alphabet: Alphabet, random: Random, free: readonly string[]): Expr {
  const used = lettersWithin(line);
  free.forEach((letter) => used.add(letter));
  const scene: Scene = { alphabet, random, used };
  const left = [...rules];
  while (left.length > 0) {
    const [rule] = left.splice(random.below(left.length), 1);
    const found = [...placesIn(line)].flatMap(({ part, put }) => rule(part, scene).map(put));
    if (found.length > 0) return random.pick(found);
  }
  return line;
}

interface Place {
  readonly part: Expr;
  /** The whole line with something else there. */
  put(by: Expr): Expr;
}

/** Everything in a line that can be written otherwise: not an exponent, nor what a derivative is taken by. */
function* placesIn(expr: Expr): Generator<Place> {
  yield { part: expr, put: (by) => by };
  const fixed = expr.kind === 'derivative' || (expr.kind === 'operation' && expr.op === '^');
  for (const [k, part] of partsOf(expr).entries()) {
    if (fixed && k === 1) continue;
    for (const inner of placesIn(part))
      yield {
        part: inner.part,
        put: (by) => mapParts(expr, (old, place) => (place === k ? inner.put(by) : old)),
      };
  }
}
