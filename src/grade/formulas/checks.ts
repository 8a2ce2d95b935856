import { placeInWords } from '../../derive/counter-example-words.js';
import { judge } from '../../derive/judge.js';
import type { Judgement } from '../../derive/judgement.js';
import { Failure } from '../exercise.js';
import type { Check, Shown } from '../exercise.js';
import { notYetWritten } from '../not-yet-written.js';
import { misconceptionIn } from './misconception.js';
import type { KnownLine } from './misconception.js';

/** What the checks are called, from the most fundamental to the subtlest. */
export const formulaCheckNames = {
  read: 'can be read',
  fits: 'has the indices of the line before',
  follows: 'follows from the line before',
  form: 'has the form that is asked for',
} as const;

/** The checks of a formula: each asks the judge of derivations, and says what is known or else what he says. */
export function formulaChecks(of: KnownLine & { readonly id: string }): readonly Check<string>[] {
  const check = (
    name: string,
    points: number,
    misconception: string,
    isKept: (judgement: Judgement) => boolean,
  ): Check<string> => ({
    name,
    points,
    run(answer) {
      if (answer.trim() === '') notYetWritten(of.id);
      const judgement = judge(of.derivation, of.line, answer);
      if (isKept(judgement)) return;
      const known = misconceptionIn(of, answer, judgement);
      throw new Failure(
        known?.name ?? misconception,
        known?.says ?? judgement.says,
        shownOf(of, answer, judgement),
      );
    },
  });
  const { read, fits, follows, form } = formulaCheckNames;
  return [
    check(read, 10, 'unreadable', ({ word }) => word !== 'unreadable'),
    check(fits, 10, 'other indices', ({ verdict }) => verdict !== undefined),
    check(follows, 60, 'another line', ({ word, form: isForm }) => word === 'right' || isForm),
    check(form, 20, 'not finished', ({ word }) => word === 'right'),
  ];
}

/** The numbers at which two lines differ; where it did not come to numbers, the lines themselves. */
function shownOf({ derivation, line }: KnownLine, answer: string, { verdict, form }: Judgement): Shown {
  const example = verdict?.counterExample;
  if (example)
    return {
      input: placeInWords(example),
      expected: String(Number(example.before.toPrecision(5))),
      got: String(Number(example.after.toPrecision(5))),
    };
  const { forbid } = derivation.lines[line - 1];
  const without = form ? `, without ${forbid.join(', ')}` : '';
  return {
    input: `line ${line - 1}: ${derivation.lines[line - 2].expr}`,
    expected: `a line that follows from it${without}`,
    got: answer,
  };
}
