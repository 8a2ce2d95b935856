import { gradeCandidate } from '../grade/index.js';
import type { AnswerTo, Exercise, Finding, Grade } from '../grade/index.js';
import { Card } from './card.js';
import type { Block } from './card.js';
import { remember } from './learner.js';
import { run } from './limits.js';
import { own } from './predict.js';

/**
 * Tries your function on an exercise and says the first thing that is wrong, with the numbers.
 *
 * @param candidate Your function itself, not a call of it.
 * @example
 * check(myLayerNorm, exercises.layerNorm);
 */
export function check<E extends Exercise>(candidate: AnswerTo<E>, exercise: E): Card {
  const grade = gradeCandidate(candidate, exercise, { run });
  return card(grade, exercise, grade.outcome === 'not yet written' ? '' : keep(grade));
}

/** Shows an exercise: what to write, why it matters, how hard it is and how long it takes. */
export function exercise(of: Exercise): Card {
  return new Card('note', `${of.id} · ${of.title}`, [
    of.statement,
    `Why: ${of.why}`,
    `Difficulty ${dots(of.difficulty)} · importance ${dots(of.importance)} · about ${of.minutes} minutes`,
    { of: 'Signature', code: of.signature },
  ]);
}

/**
 * Shows one of the three hints.
 *
 * @example
 * hint(exercises.layerNorm, 1);
 */
export function hint(of: Exercise, n: 1 | 2 | 3): Card {
  const text = of.hints[n - 1] as string | undefined;
  if (text === undefined)
    return new Card('note', 'No such hint.', [`There are hints 1, 2 and 3, got ${String(n)}.`]);
  return new Card('note', `Hint ${n} for ${of.id}`, [text]);
}

/** Shows the worked solution. Try first: what you found yourself you keep. */
export function solution(of: Exercise): Card {
  return new Card('note', `Worked solution of ${of.id}`, [{ of: of.title, code: of.solution }]);
}

function dots(n: number): string {
  return '●'.repeat(n) + '○'.repeat(3 - n);
}

/** Counts a try; once passed, it stays passed and tries are no longer counted. */
function keep({ exercise: id, outcome }: Grade): string {
  const { note } = remember((before) => {
    const { passed, tries } = own(before.checks, id) ?? { passed: false, tries: 0 };
    if (passed) return before;
    return {
      ...before,
      checks: { ...before.checks, [id]: { passed: outcome === 'passed', tries: tries + 1 } },
    };
  });
  return note;
}

function card({ outcome, findings, checks }: Grade, { id, title }: Exercise, note: string): Card {
  const name = `${id} · ${title}`;
  const passed = findings.filter((finding) => finding.passed).map((finding) => finding.check);
  if (outcome === 'not yet written')
    return new Card('note', `Not written yet: ${name}`, [
      'Replace the line that calls notYetWritten, then run this cell again.',
    ]);
  if (outcome === 'passed')
    return new Card('yes', `Passed: ${name}`, [
      `All ${checks} checks hold. Your function`,
      { values: passed.map((does) => ['✓', does]) },
      note,
    ]);
  const before = passed.length > 0 ? `So far your function ${sentence(passed)}.` : '';
  return new Card('no', `Not yet: ${name}`, [...failing(findings[findings.length - 1]), before, note]);
}

function failing({ message, shown }: Finding): Block[] {
  if (!shown) return [message];
  const values = [
    ['input', shown.input],
    ['expected', shown.expected],
    ['got', shown.got],
  ] as const;
  return [message, { values }];
}

function sentence(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
