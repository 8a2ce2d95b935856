/** What the witness is asked about one derivation: mutants, written out at several sizes, and what the checker says of them. */
import type { Mutant } from '../../src/cli/derivations/mutants.js';
import { testedSizes } from '../../src/derive/alphabet.js';
import { comparisonFor, pointsFor, readDerivation } from '../../src/derive/check.js';
import { compare } from '../../src/derive/compare.js';
import type { Derivation } from '../../src/derive/derivation.js';
import type { Expr } from '../../src/derive/expression.js';
import type { Sizes } from '../../src/derive/point.js';
import { follows } from '../../src/derive/verdict.js';
import type { Verdict } from '../../src/derive/verdict.js';
import { definitionsInPython, lineInPython, NotWritten } from './witness-formulas.js';

/** A mutant that was written out. */
export interface Asked {
  readonly mutant: Mutant;
  readonly accepted: boolean;
}

export interface Questions {
  /** One line of JSON for the witness. */
  readonly text: string;
  readonly asked: readonly Asked[];
  /** Why the others were not written out. */
  readonly left: readonly string[];
}

export function questionsAbout(derivation: Derivation, mutants: readonly Mutant[], seed: number): Questions {
  const read = readDerivation(derivation);
  const { alphabet } = read;
  const [points, sizes] = [pointsFor(read), testedSizes(alphabet)];
  const free = [...new Set(read.free)];
  const [asked, left, cases]: [Asked[], string[], object[]] = [[], [], []];
  const write = (side: Expr, at: Sizes): string => lineInPython(side, free, alphabet, at);
  for (const mutant of mutants) {
    if (!mutant.expr) {
      left.push('refused by its shape, so that there is nothing to evaluate');
      continue;
    }
    const comparison = comparisonFor(read, mutant.line, mutant.expr);
    const { before, after, relation } = comparison;
    try {
      const lines = sizes.map((at) => [write(before, at), write(after, at)]);
      const verdict = compare(comparison, points);
      cases.push({ relation, lines, point: relation === '=' ? null : pointOf(verdict, sizes) });
      asked.push({ mutant, accepted: follows(verdict) });
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      left.push(error.message);
    }
  }
  const programs = sizes.map((at) => ({ sizes: at, definitions: definitionsInPython(alphabet, at) }));
  const variables = [...alphabet.variables].map(([name, { axes, domain }]) => [name, [axes, domain]]);
  const lengths = free.map((letter) => alphabet.indices.get(letter));
  const question = {
    seed,
    variables: Object.fromEntries(variables) as object,
    free: lengths,
    programs,
    cases,
  };
  return { text: JSON.stringify(question), asked, left };
}

/** A bound may fail in few places only: the witness looks where the checker says that it does. */
function pointOf({ counterExample }: Verdict, sizes: readonly Sizes[]): object | null {
  if (!counterExample) return null;
  const wanted = JSON.stringify(counterExample.sizes);
  return {
    program: sizes.findIndex((at) => JSON.stringify(at) === wanted),
    values: counterExample.values,
  };
}
