import { exercises, questionsByNotebook } from '../grade/index.js';
import type { Question } from '../grade/index.js';
import { Card } from './card.js';
import type { Block, Values } from './card.js';
import { recall } from './learner.js';
import type { Learner } from './learner.js';
import { own } from './predict.js';

/**
 * What you did so far: how often your ranges held, which checks passed, which lines of derivations you filled in, which
 * questions you answered.
 *
 * @example
 * summary();
 */
export function summary(): Card {
  const { learner, note } = recall();
  const body = [...ranges(learner), ...checks(learner), ...lines(learner), ...answers(learner)];
  if (body.length === 0)
    return new Card('note', 'Nothing yet.', [
      'Guesses, answers, checks and lines of derivations appear here once you make them.',
      note,
    ]);
  return new Card('note', 'So far', [...body, note]);
}

function ranges({ predictions }: Learner): Block[] {
  const seen = Object.values(predictions).filter(({ held }) => held !== undefined);
  const open = Object.values(predictions).length - seen.length;
  const waiting =
    open > 0
      ? `${times(open, 'range')} still ${open === 1 ? 'waits' : 'wait'} for ${open === 1 ? 'its' : 'their'} value.`
      : '';
  if (seen.length === 0) return waiting ? [waiting] : [];
  const held = seen.filter((prediction) => prediction.held).length;
  return [
    `${held} of your ${times(seen.length, 'range')} held the value. ${judged(held, seen.length)} ${waiting}`.trim(),
  ];
}

/** Eight in ten is the aim; from five ranges on a sentence says which way to lean. */
function judged(held: number, n: number): string {
  if (n < 5) return `Eight in ten is the aim; ${n} ${n === 1 ? 'is' : 'are'} too few to tell.`;
  // "Too": whoever has ranges of eight in ten would do as badly, or as well, less than one time in ten.
  if (chanceOfAtMost(held, n) < 0.1)
    return 'Eight in ten is the aim: your ranges are too narrow. Make them wider than feels right.';
  if (1 - chanceOfAtMost(held - 1, n) < 0.1)
    return 'Eight in ten is the aim: your ranges are too wide. You know more than you think.';
  return `Eight in ten is the aim: as far as ${n} ranges can tell, yours are neither too narrow nor too wide.`;
}

/** The probability that at most `held` of n ranges hold when each does with probability 0.8. */
function chanceOfAtMost(held: number, n: number): number {
  let [term, total] = [0.2 ** n, 0];
  for (let k = 0; k <= held; k++) {
    total += term;
    term *= ((n - k) / (k + 1)) * 4;
  }
  return total;
}

function checks({ checks: tried }: Learner): Block[] {
  const rows = Object.values(exercises).flatMap(({ id, title }): Values => {
    const found = own(tried, id);
    if (!found) return [];
    return [
      [`${id} ${title}`, `${found.passed ? '✓ passed' : '○ not yet'}, ${times(found.tries, 'try', 'tries')}`],
    ];
  });
  return rows.length === 0 ? [] : ['Checks:', { values: rows }];
}

/** Lines of derivations: how many are right, and which are not yet. */
function lines({ blanks }: Learner): Block[] {
  const all = Object.entries(blanks);
  if (all.length === 0) return [];
  const right = all.filter(([, { passed }]) => passed);
  const atOnce = right.filter(([, { tries }]) => tries === 1).length;
  const open = all
    .filter(([, { passed }]) => !passed)
    .map(([key, { tries }]) => `${key.replace(':', ' line ')} (${times(tries, 'try', 'tries')})`);
  const rest = open.length === 0 ? '' : ` Not yet: ${open.join(', ')}.`;
  return [`${times(right.length, 'line')} of derivations filled in, ${atOnce} at the first try.${rest}`];
}

/** By notebook, those that were begun; last the one with the latest question that was answered for the first time. */
function answers({ answers: given }: Learner): Block[] {
  const latest = Object.keys(given).at(-1) ?? '';
  const begun = Object.entries(questionsByNotebook).filter(([, those]) =>
    Object.keys(those).some((id) => own(given, id)),
  );
  const isPresent = ([, those]: (typeof begun)[number]): boolean => own(those, latest) !== undefined;
  return [...begun.filter((one) => !isPresent(one)), ...begun.filter(isPresent)].flatMap(
    ([notebook, those]) => answersTo(notebook, those, given),
  );
}

function answersTo(
  notebook: string,
  those: Readonly<Record<string, Question>>,
  given: Learner['answers'],
): Block[] {
  const rows = Object.entries(those).flatMap(([id, { right }]): Values => {
    const found = own(given, id);
    if (!found) return [];
    const words =
      found.latest !== right ? '○ open' : found.first === right ? '✓ right at once' : '✓ right in the end';
    return [[id, words]];
  });
  const open = Object.keys(those).filter((id) => !own(given, id));
  const rest = open.length === 0 ? [] : [`Not answered yet: ${open.join(', ')}.`];
  return [`Questions of notebook ${notebook}:`, { values: rows }, ...rest];
}

function times(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
