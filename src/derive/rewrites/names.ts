/** Rules of definitions and of the Kronecker δ. */
import { axesOf } from '../alphabet.js';
import type { Alphabet } from '../alphabet.js';
import { operation, reduction, renamed } from '../expression.js';
import type { Expr, Eye, Index, Name } from '../expression.js';
import { boundWithin, freshLetter } from './letters.js';
import type { Rule, Scene } from './rule.js';

/** A name as what it stands for, with letters of its own for the sums in it. */
const unfolded: Rule = (expr, { alphabet, used }) => {
  const definition = expr.kind === 'name' ? alphabet.definitions.get(expr.name) : undefined;
  if (!definition || expr.kind !== 'name') return [];
  const apart = withFreshSums(definition.expr, alphabet, new Set([...used, ...definition.letters]));
  if (!apart) return [];
  const places = definition.letters.map((letter, k): [string, Index] => [letter, expr.at[k]]);
  return [renamed(apart, Object.fromEntries(places))];
};

function withFreshSums(expr: Expr, alphabet: Alphabet, used: Set<string>): Expr | undefined {
  const letters: Record<string, string> = {};
  for (const letter of boundWithin(expr)) {
    const other = freshLetter(letter, alphabet, used);
    if (other === undefined) return undefined;
    letters[letter] = other;
    used.add(other);
  }
  return renamed(expr, letters);
}

/** Σᵢ δᵢⱼ aᵢ = aⱼ, where no sum inside uses the letter j already. */
const contracted: Rule = (expr) => {
  if (expr.kind !== 'reduction' || expr.how !== 'sum' || expr.over.length !== 1) return [];
  const { body, over } = expr;
  if (body.kind !== 'operation' || body.op !== '*') return [];
  return [...selected(body.left, body.right, over[0]), ...selected(body.right, body.left, over[0])];
};

function selected(eye: Expr, of: Expr, letter: string): Expr[] {
  if (eye.kind !== 'eye') return [];
  const other = otherIndex(eye, letter);
  return other === undefined || boundWithin(of).includes(String(other))
    ? []
    : [renamed(of, { [letter]: other })];
}

/** The index that a δ sets the letter equal to. */
function otherIndex({ row, column }: Eye, letter: string): Index | undefined {
  if (row === letter) return column === letter ? undefined : column;
  return column === letter ? row : undefined;
}

/** aⱼ = Σₖ δₖⱼ aₖ. */
const selecting: Rule = (expr, { alphabet, used }) => {
  if (expr.kind !== 'name') return [];
  return expr.at.flatMap((index, k) => {
    const letter = letterOver(axesOf(expr.name, alphabet)?.[k], alphabet, used);
    if (letter === undefined) return [];
    const at = expr.at.map((own, place) => (place === k ? letter : own));
    const entry: Name = { ...expr, at };
    return [reduction('sum', [letter], operation({ kind: 'eye', row: letter, column: index }, '*', entry))];
  });
};

function letterOver(size: string | undefined, alphabet: Alphabet, used: Scene['used']): string | undefined {
  const like = [...alphabet.indices].find(([, over]) => over === size)?.[0];
  return like === undefined ? undefined : freshLetter(like, alphabet, used);
}

const turned: Rule = (expr) => (expr.kind === 'eye' ? [{ ...expr, row: expr.column, column: expr.row }] : []);

export const nameRules: readonly Rule[] = [unfolded, contracted, selecting, turned];
