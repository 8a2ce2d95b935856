import { inventoryQuestions } from '../grade/index.js';
import type { InventoryQuestion, Letter, Occasion } from '../grade/index.js';
import { Card } from './card.js';
import type { Block } from './card.js';
import { answersOf, sideBySide, withAnswers } from './inventory/rounds.js';
import type { Given } from './inventory/rounds.js';
import { learnerSeed, remember } from './learner.js';
import type { Learner } from './learner.js';

/** Letters by the number of the question; '' where you do not know. */
export type InventoryAnswers = Readonly<
  Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10, Letter | Uppercase<Letter> | ''>>
>;

const letters: readonly Letter[] = ['a', 'b', 'c', 'd'];

/**
 * Ten questions about the ideas of the course, with numbers of your own: asked before it, and after it with others.
 *
 * @example
 * inventory('before');
 */
export function inventory(occasion: Occasion): Card {
  if (!isOccasion(occasion)) return noSuchOccasion(occasion);
  const { seed, note } = learnerSeed();
  const body = inventoryQuestions(occasion, seed).flatMap(({ text, choices }, i): Block[] => [
    `${i + 1} · ${text}`,
    { values: letters.map((letter) => [letter, choices[letter].text] as const) },
  ]);
  return new Card('note', `Ten questions ${occasion} the course`, [
    ...body,
    `Answer with answerInventory('${occasion}', { 1: 'a', 2: '', … }). Leave '' where you do not know: a guess would hide what the course gives you.`,
    note,
  ]);
}

/**
 * Keeps your answers to the ten questions, all at once or a few at a time. Before the course nothing is marked; after it
 * both rounds are shown side by side.
 *
 * @param answers Before the course an answer may be changed; after it the first counts.
 * @example
 * answerInventory('before', { 1: 'a', 2: '', 3: 'd' });
 */
export function answerInventory(occasion: Occasion, answers: InventoryAnswers): Card {
  if (!isOccasion(occasion)) return noSuchOccasion(occasion);
  const { seed, note: made } = learnerSeed();
  const questions = inventoryQuestions(occasion, seed);
  const given: Given[] = [];
  for (const [number, text] of Object.entries<string>(answers).filter(([, said]) => said !== '')) {
    const question = questions.find((_, i) => String(i + 1) === number);
    const letter = letters.find((one) => one === String(text).toLowerCase());
    if (!question || !letter)
      return new Card('note', 'No such answer.', [
        `There are questions 1 to ${questions.length} and answers 'a', 'b', 'c' and 'd', got ${number}: '${String(text)}'. Nothing was kept.`,
      ]);
    given.push({ question, letter });
  }
  const { learner, note } = remember((before) => withAnswers(before, occasion, given));
  return kept(occasion, { learner, questions, note: made || note });
}

interface Round {
  readonly learner: Learner;
  readonly questions: readonly InventoryQuestion[];
  readonly note: string;
}

function kept(occasion: Occasion, { learner, questions, note }: Round): Card {
  const count = Object.keys(answersOf(learner, occasion)).length;
  if (count === 0)
    return new Card('note', 'No answers yet.', ["Put a letter between the quotes: { 1: 'a' }.", note]);
  if (occasion === 'before')
    return new Card('note', `Kept: ${count} of ${questions.length} answers.`, [
      "Nothing is marked now. After the course inventory('after') asks about the same ideas with other numbers and shows both rounds side by side.",
      note,
    ]);
  const right = (round: Occasion): string =>
    `${Object.values(answersOf(learner, round)).filter((answer) => answer.right).length} of ${questions.length}`;
  return new Card('note', `Before the course ${right('before')}, after it ${right('after')}.`, [
    ...sideBySide(learner, questions),
    'The first answer to each counts.',
    note,
  ]);
}

function isOccasion(text: string): boolean {
  return text === 'before' || text === 'after';
}

function noSuchOccasion(text: string): Card {
  return new Card('note', 'Before or after?', [
    `The ten questions are asked 'before' and 'after' the course, got '${text}'.`,
  ]);
}
