import { exercises, museum, questionsByNotebook } from '../grade/index.js';
import type { Exercise, Question } from '../grade/index.js';
import { Card } from './card.js';
import type { Block, Values } from './card.js';
import { recall } from './learner.js';
import type { Learner } from './learner.js';
import type { Tried } from './learner/record.js';
import { own } from './predict.js';
import { lookAgain } from './summary/look-again.js';
import { ranges } from './summary/ranges.js';
import { places } from './summary/stands-in.js';
import type { Places } from './summary/stands-in.js';
import { times } from './summary/words.js';

/**
 * What you did so far: how often your ranges held, which checks passed and with what help, which lines of derivations you
 * filled in, which questions you answered, and what is worth another look.
 *
 * @param notebook Only what stands in this one, each question by its name: '01'. All notebooks where left out.
 * @example
 * summary('01');
 */
export function summary(notebook?: string): Card {
  const { learner, note } = recall();
  const where = places();
  const those = notebook === undefined ? learner : standingIn(notebook, learner, where);
  const answers = notebook === undefined ? answersInShort(those) : answersTo(notebook, those);
  const body = [
    ...ranges(those, learner),
    ...checks(those),
    ...lines(those),
    ...answers,
    ...lookAgain(those, where, notebook),
  ];
  const of = notebook === undefined ? '' : ` in notebook ${notebook}`;
  if (body.length === 0)
    return new Card('note', `Nothing yet${of}.`, [
      'Guesses, answers, checks and lines of derivations appear here once you make them.',
      note,
    ]);
  return new Card('note', `So far${of}`, [...body, note]);
}

/** What the learner did in one notebook. */
function standingIn(notebook: string, learner: Learner, where: Places): Learner {
  const only = <T>(
    of: Readonly<Record<string, T>>,
    place: Places[keyof Places],
  ): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(of).filter(([key]) => place(key) === notebook));
  return {
    ...learner,
    predictions: only(learner.predictions, where.prediction),
    answers: only(learner.answers, where.question),
    checks: only(learner.checks, (id: string) => where.exercise(id, notebook)),
    blanks: only(learner.blanks, where.blank),
  };
}

function checks({ checks: tried }: Learner): Block[] {
  const rows = Object.values<Exercise>({ ...exercises, ...museum }).flatMap(({ id, title }): Values => {
    const found = own(tried, id);
    return found ? [[`${id} ${title}`, inWords(found)]] : [];
  });
  return rows.length === 0 ? [] : ['Checks:', { values: rows }];
}

/** Only help that came before passing is counted. */
function inWords({ passed, tries, hints = {}, solution }: Tried): string {
  const read = Object.values(hints).filter((when) => when === 'before').length;
  return [
    passed ? '✓ passed' : tries === 0 ? '○ not tried' : '○ not yet',
    ...(tries > 0 ? [times(tries, 'try', 'tries')] : []),
    ...(read > 0 ? [times(read, 'hint')] : []),
    ...(solution === 'before' ? ['solution seen'] : []),
  ].join(', ');
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

/** A line for each notebook whose questions were begun. */
function answersInShort({ answers }: Learner): Block[] {
  const rows = Object.entries(questionsByNotebook).flatMap(([notebook, those]): Values => {
    const given = Object.keys(those).flatMap((id) => {
      const found = own(answers, id);
      return found ? [{ ...found, right: those[id].right }] : [];
    });
    if (given.length === 0) return [];
    const right = given.filter(({ latest, right }) => latest === right).length;
    const atOnce = given.filter(({ first, right }) => first === right).length;
    const count = `${right} of ${Object.keys(those).length} right, ${atOnce} at once`;
    return [[`notebook ${notebook}`, `${count}; summary('${notebook}') lists them`]];
  });
  return rows.length === 0 ? [] : ['Questions:', { values: rows }];
}

/** The questions of a notebook by name, once one of them was answered. */
function answersTo(notebook: string, { answers }: Learner): Block[] {
  const those: Readonly<Record<string, Question>> = own(questionsByNotebook, notebook) ?? {};
  const rows = Object.entries(those).flatMap(([id, { right }]): Values => {
    const found = own(answers, id);
    if (!found) return [];
    const words =
      found.latest !== right ? '○ open' : found.first === right ? '✓ right at once' : '✓ right in the end';
    return [[id, words]];
  });
  if (rows.length === 0) return [];
  const open = Object.keys(those).filter((id) => !own(answers, id));
  const rest = open.length === 0 ? [] : [`Not answered yet: ${open.join(', ')}.`];
  return ['Questions:', { values: rows }, ...rest];
}
