import type { InventoryQuestion, Letter, Occasion } from '../../grade/index.js';
import type { Block } from '../card.js';
import type { Learner } from '../learner.js';
import type { InventoryAnswer } from '../learner/record.js';
import { own } from '../predict.js';

/** A letter for one of the questions, or none. */
export interface Given {
  readonly question: InventoryQuestion;
  readonly letter: Letter | undefined;
}

/**
 * The learner with these answers kept. Before the course an answer may be changed or taken back as long as the same idea
 * was not asked again; after it the first answer counts, since it is followed by what was right.
 */
export function withAnswers(learner: Learner, occasion: Occasion, given: readonly Given[]): Learner {
  const round = new Map(Object.entries(answersOf(learner, occasion)));
  for (const { question, letter } of given) {
    if (isMarked(learner, question)) continue;
    if (letter) round.set(question.idea, { answer: letter, right: letter === question.right });
    else round.delete(question.idea);
  }
  return { ...learner, inventory: { ...learner.inventory, [occasion]: Object.fromEntries(round) } };
}

/** Was the idea asked about after the course, and the answer marked? */
export function isMarked(learner: Learner, { idea }: InventoryQuestion): boolean {
  return own(answersOf(learner, 'after'), idea) !== undefined;
}

/** Were any answers given in this round? */
export function isAsked(round: Learner['inventory'][string]): boolean {
  return Object.keys(round).length > 0;
}

/** What was answered on an occasion, by idea. */
export function answersOf({ inventory }: Learner, occasion: Occasion): Learner['inventory'][string] {
  return own(inventory, occasion) ?? {};
}

/** Both rounds side by side, and a sentence to each answer that is wrong after the course. */
export function sideBySide(learner: Learner, questions: readonly InventoryQuestion[]): Block[] {
  const [before, after] = [answersOf(learner, 'before'), answersOf(learner, 'after')];
  const both = isAsked(before);
  const rows = questions.map(({ idea, title }) => {
    const [first, second] = [own(before, idea), own(after, idea)];
    return [title, both ? change(first, second) : alone(second)] as const;
  });
  const wrong = questions.flatMap(({ idea, title, notebook, choices }) => {
    const given = own(after, idea);
    if (!given || given.right) return [];
    return [[title, `notebook ${notebook}. ${choices[given.answer as Letter].says}`] as const];
  });
  return [{ values: rows }, ...(wrong.length > 0 ? ['To look at again:', { values: wrong }] : [])];
}

function change(before: InventoryAnswer | undefined, after: InventoryAnswer | undefined): string {
  return `${mark(before)} → ${mark(after)}  ${after ? words(before, after) : notYet}`;
}

const notYet = 'not answered yet';

function mark(answer: InventoryAnswer | undefined): string {
  return answer === undefined ? '–' : answer.right ? '✓' : '○';
}

function words(before: InventoryAnswer | undefined, after: InventoryAnswer): string {
  if (after.right) return before?.right ? 'known before' : 'gained';
  return before?.right ? 'lost' : 'still open';
}

/** For who was not asked before. */
function alone(after: InventoryAnswer | undefined): string {
  return `${mark(after)}  ${after ? (after.right ? 'right' : 'open') : notYet}`;
}
