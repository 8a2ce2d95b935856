import { firstMistake, gradeCandidate } from '../grade/index.js';
import type { AnswerTo, Exercise, Finding, Grade } from '../grade/index.js';
import { Card } from './card.js';
import type { Block } from './card.js';
import { withFirstLines } from './check/first-lines.js';
import { keepTry } from './check/tries.js';
import type { Kept } from './check/tries.js';
import { helpOffered } from './hint.js';
import { learnerSeed } from './learner.js';
import { run } from './limits.js';

/** Longer than any right answer takes, on a busy computer too. */
const limits = { millisecondsEach: 5000, milliseconds: 20_000 };

/**
 * Tries your function on an exercise and says the first thing that is wrong, with the numbers.
 *
 * @param candidate Your function itself, not a call of it.
 * @example
 * check(myLayerNorm, exercises.layerNorm);
 */
export function check<E extends Exercise>(candidate: AnswerTo<E>, exercise: E): Card {
  const { seed, note } = learnerSeed();
  const grade = withFirstLines(() => gradeCandidate(candidate, exercise, { run, seed, ...limits }));
  const kept = keepTry(candidate, grade, exercise);
  return card(grade, exercise, { ...kept, note: note || kept.note });
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

function dots(n: number): string {
  return '●'.repeat(n) + '○'.repeat(3 - n);
}

/** What an answer is called, and what to do where there is none. */
const asked = {
  function: { kind: 'function', toDo: 'Replace the line that calls notYetWritten' },
  'a formula': { kind: 'formula', toDo: 'Write the formula between the quotes' },
  formulas: { kind: 'list', toDo: 'Write the formulas into the list, between quotes' },
  'a table': { kind: 'table', toDo: 'Write a word in place of each ?' },
  names: { kind: 'list', toDo: 'Write them into the list, between quotes' },
} as const;

function card(
  { outcome, findings, checks, points }: Grade,
  of: Exercise,
  { note, best, isAgain }: Kept,
): Card {
  const name = `${of.id} · ${of.title}`;
  const { kind, toDo } = asked[of.asks === undefined || of.asks === 'an experiment' ? 'function' : of.asks];
  const passed = findings.filter((finding) => finding.passed).map((finding) => finding.check);
  if (outcome === 'not yet written')
    return new Card('note', `Not written yet: ${name}`, [`${toDo}, then run this cell again.`, note]);
  if (outcome === 'passed')
    return new Card('yes', `Passed: ${name}`, [
      `All ${checks} checks hold. Your ${kind}`,
      { values: passed.map((does) => ['✓', does]) },
      note,
    ]);
  const mistake = firstMistake(findings) as Finding;
  const others = findings.filter((finding) => !finding.passed && finding !== mistake);
  const earlier = best > points ? ` (best so far: ${best})` : ' so far';
  const reached = passed.length > 0 ? `. Your ${kind}` : '.';
  return new Card('no', `Not yet: ${name}`, [
    isAgain && kind === 'function'
      ? 'This is the same function as last time: did its cell run without an error?'
      : '',
    ...failing(mistake),
    `${points} of 100 points${earlier}${reached}`,
    passed.length > 0 ? { values: passed.map((does) => ['✓', does]) } : '',
    ...(others.length > 0 ? ['Besides:', { values: others.map(beside) }] : []),
    helpOffered(of),
    note,
  ]);
}

function failing({ message, shown }: Finding): Block[] {
  if (!shown) return [message];
  const values = [
    ['input', shown.input],
    ['expected', shown.expected],
    ['got', shown.got],
  ] as const;
  return [message, { values, inColumns: true }];
}

/** Of what else is not right yet no more than where it is. */
function beside({ check, isOpen, message }: Finding): readonly [string, string] {
  return isOpen ? ['?', message] : ['✗', `not yet: ${check}`];
}
