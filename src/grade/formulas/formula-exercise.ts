/** Exercises whose answer is a line of a derivation. */
import type { Derivation } from '../../derive/derivation.js';
import type { Exercise } from '../exercise.js';
import { formulaCheckNames, formulaChecks } from './checks.js';
import type { WrongFormula } from './misconception.js';

/** An exercise with the line that it asks for. */
export interface FormulaExercise extends Exercise<string> {
  readonly derivation: Derivation;
  /** Counted from 1. */
  readonly line: number;
  readonly known: readonly WrongFormula[];
}

type Text = Pick<
  FormulaExercise,
  'id' | 'why' | 'difficulty' | 'importance' | 'minutes' | 'hints' | 'derivation' | 'line' | 'known'
>;

/**
 * An exercise from a line of a derivation and what is known of the answers to it.
 *
 * @param right Spellings of the right line; the first of them is the worked solution.
 */
export function formulaExercise(text: Text, right: readonly string[]): FormulaExercise {
  const { derivation, line, known } = text;
  const { name, title, lines } = derivation;
  const [before, asked] = [lines[line - 2], lines[line - 1]];
  const unfinished = {
    name: 'not finished',
    says: 'That is the line before. It is true, and one step is left.',
    caughtBy: formulaCheckNames.form,
    candidate: before.expr,
  };
  return {
    ...text,
    title: `${title}, line ${line}`,
    statement: `Line ${line - 1} of “${title}” is ${before.expr}. Write the next one; no longer in it are ${asked.forbid.join(', ')}.`,
    asks: 'a formula',
    signature: `blank('${name}', ${line}, '…')`,
    solution: `blank('${name}', ${line}, '${right[0]}')`,
    checks: formulaChecks(text),
    wrong: [
      ...known.map(({ formula, isOpen, ...version }) => ({
        ...version,
        caughtBy: isOpen ? formulaCheckNames.fits : formulaCheckNames.follows,
        candidate: formula,
      })),
      unfinished,
    ],
    right: right.map((formula) => ({ name: formula, candidate: formula })),
  };
}
