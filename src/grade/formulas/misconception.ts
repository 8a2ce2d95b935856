/** Wrong lines that are known: by their values, however they are spelled. */
import { comparisonFor, pointsFor, readDerivation } from '../../derive/check.js';
import type { ReadDerivation } from '../../derive/check.js';
import type { Derivation } from '../../derive/derivation.js';
import { ShapeMistake, Unreadable } from '../../derive/errors.js';
import type { Expr } from '../../derive/expression.js';
import type { Judgement } from '../../derive/judgement.js';
import { parse } from '../../derive/parse.js';
import { agreeAtFirstSight } from '../../derive/quick.js';
import { withIndices } from '../../derive/vectors.js';

/** A formula that is often given for a line and is wrong, and what to say to it. */
export interface WrongFormula {
  readonly name: string;
  readonly says: string;
  readonly formula: string;
  /** An index is left over in it that the line before does not have: nothing runs over it. */
  readonly isOpen?: true;
}

/** A line that is asked for, and the wrong formulas that are known for it. */
export interface KnownLine {
  readonly derivation: Derivation;
  readonly line: number;
  readonly known: readonly WrongFormula[];
}

/** The known wrong formula that an answer is; nothing where it is right, or wrong in some other way. */
export function misconceptionIn(
  { derivation, line, known }: KnownLine,
  answer: string,
  { word, form, verdict, understood }: Judgement,
): WrongFormula | undefined {
  if (word !== 'not yet' || form || verdict?.kind === 'inconclusive') return undefined;
  const read = readDerivation(derivation);
  const free = [...read.free, ...lettersOfOtherAxes(read)];
  const given = understood ?? openly(answer, read, free);
  if (!given) return undefined;
  const points = pointsFor(read);
  return known.find(({ formula }) => {
    const before = openly(formula, read, free);
    const comparison = comparisonFor(read, line, given);
    return before && agreeAtFirstSight({ ...comparison, before, relation: '=', free }, points);
  });
}

/** A letter for each axis that the line before has summed away: in a line that forgets to, it is left over. */
function lettersOfOtherAxes({ alphabet: { indices }, free }: ReadDerivation): string[] {
  const taken = new Set(free.map((letter) => indices.get(letter)));
  const letters: string[] = [];
  for (const [letter, axis] of indices) {
    if (taken.has(axis)) continue;
    taken.add(axis);
    letters.push(letter);
  }
  return letters;
}

/** A line read as if these letters were free in it; nothing where it cannot be read even so. */
function openly(text: string, { alphabet }: ReadDerivation, free: readonly string[]): Expr | undefined {
  try {
    return withIndices(parse(text), alphabet, free);
  } catch (error) {
    if (error instanceof Unreadable || error instanceof ShapeMistake) return undefined;
    throw error;
  }
}
