import type { InventoryQuestion, Letter, Occasion } from '../../grade/index.js';
import type { Block } from '../card.js';
import type { Learner } from '../learner.js';
import type { InventoryAnswer } from '../learner/record.js';
import { own } from '../predict.js';

/** A letter for one of the questions. */
export interface Given {
  readonly question: InventoryQuestion;
  readonly letter: Letter;
}

/**
 * The learner with these answers kept. Before the course an answer may be changed as long as the same idea was not asked
 * again; after it the first answer counts, since it is followed by what was right.
 */
export function withAnswers(learner: Learner, occasion: Occasion, given: readonly Given[]): Learner {
  const after = answersOf(learner, 'after');
  const round: Record<string, InventoryAnswer> = { ...answersOf(learner, occasion) };
  for (const { question, letter } of given)
    if (own(after, question.idea) === undefined)
      round[question.idea] = { answer: letter, right: letter === question.right };
  return given.length === 0
    ? learner
    : { ...learner, inventory: { ...learner.inventory, [occasion]: round } };
}

/** What was answered on an occasion, by idea. */
export function answersOf({ inventory }: Learner, occasion: Occasion): Learner['inventory'][string] {
  return own(inventory, occasion) ?? {};
}

/** Both rounds side by side, and a sentence to each answer that is wrong after the course. */
export function sideBySide(learner: Learner, questions: readonly InventoryQuestion[]): Block[] {
  const [before, after] = [answersOf(learner, 'before'), answersOf(learner, 'after')];
  const rows = questions.map(
    ({ idea, title }) => [title, change(own(before, idea), own(after, idea))] as const,
  );
  const wrong = questions.flatMap(({ idea, title, notebook, choices }) => {
    const given = own(after, idea);
    if (!given || given.right) return [];
    return [[title, `notebook ${notebook}. ${choices[given.answer as Letter].says}`] as const];
  });
  return [{ values: rows }, ...(wrong.length > 0 ? ['To look at again:', { values: wrong }] : [])];
}

function change(before: InventoryAnswer | undefined, after: InventoryAnswer | undefined): string {
  const mark = (answer: InventoryAnswer | undefined): string =>
    answer === undefined ? '–' : answer.right ? '✓' : '○';
  const word =
    after === undefined
      ? 'not answered yet'
      : after.right
        ? before?.right
          ? 'known before'
          : 'gained'
        : before?.right
          ? 'lost'
          : 'still open';
  return `${mark(before)} → ${mark(after)}  ${word}`;
}
