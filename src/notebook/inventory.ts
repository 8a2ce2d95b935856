import { inventoryQuestions } from '../grade/index.js';
import type { InventoryQuestion, Letter, Occasion, Subject } from '../grade/index.js';
import { Card } from './card.js';
import type { Block } from './card.js';
import { answersOf, isAsked, isMarked, sideBySide, withAnswers } from './inventory/rounds.js';
import type { Given } from './inventory/rounds.js';
import { learnerSeed, remember } from './learner.js';
import type { Learner } from './learner.js';

/** Letters by the number of the question; '' where you do not know. Another text is answered by a sentence. */
export type InventoryAnswers = Readonly<Record<number, string>>;

const letters: readonly Letter[] = ['a', 'b', 'c', 'd'];

/** What one is asked before and after. */
const course: Readonly<Record<Subject, string>> = {
  course: 'the first part of the course',
  depth: 'the notebook',
};

/**
 * Ten questions about the ideas of the course, with numbers of your own: asked before it, and after it with others.
 *
 * @param subject 'depth' for the ten questions of notebook 09.
 * @example
 * inventory('before');
 */
export function inventory(occasion: Occasion, subject: Subject = 'course'): Card {
  if (!isOccasion(occasion)) return noSuchOccasion(occasion);
  const { seed, note } = learnerSeed();
  const body = inventoryQuestions(occasion, seed, subject).flatMap(({ text, choices }, i): Block[] => [
    `${i + 1} · ${text}`,
    { values: letters.map((letter) => [letter, choices[letter].text] as const) },
  ]);
  return new Card('note', `Ten questions ${occasion} ${course[subject]}`, [
    ...body,
    `Answer with answerInventory('${occasion}', { 1: 'a', 2: '', … }${subject === 'course' ? '' : `, '${subject}'`}). Leave '' where you do not know: a guess would hide what ${course[subject]} gives you.`,
    note,
  ]);
}

/**
 * Keeps your answers to the ten questions, all at once or a few at a time. Before the course nothing is marked; after it
 * both rounds are shown side by side.
 *
 * @param answers Before the course an answer may be changed, and '' takes it back; after it the first counts. A number
 * that is left out leaves its answer as it is, and so does a cell in which all ten are empty.
 * @example
 * answerInventory('before', { 1: 'a', 2: '', 3: 'd' });
 */
export function answerInventory(
  occasion: Occasion,
  answers: InventoryAnswers,
  subject: Subject = 'course',
): Card {
  if (!isOccasion(occasion)) return noSuchOccasion(occasion);
  const { seed, note: made } = learnerSeed();
  const questions = inventoryQuestions(occasion, seed, subject);
  const given: Given[] = [];
  for (const [number, text] of Object.entries(answers)) {
    const question = questions.find((_, i) => String(i + 1) === number);
    const letter = letters.find((one) => one === String(text).toLowerCase());
    if (!question || !(letter || text === ''))
      return new Card('note', 'No such answer.', [
        `There are questions 1 to ${questions.length} and answers 'a', 'b', 'c' and 'd', got ${number}: '${String(text)}'. Nothing was kept.`,
      ]);
    given.push({ question, letter });
  }
  // The notebook's cell as nobody has touched it, perhaps run again with all others: it takes nothing back.
  const isUntouched = given.length === questions.length && given.every(({ letter }) => !letter);
  const { learner, note } = remember((before) =>
    isUntouched ? before : withAnswers(before, occasion, given),
  );
  const round = { learner, questions, subject, note: made || note };
  return occasion === 'after' ? bothRounds(round) : firstRound(round, given);
}

interface Round {
  readonly learner: Learner;
  readonly questions: readonly InventoryQuestion[];
  readonly subject: Subject;
  readonly note: string;
}

function firstRound({ learner, questions, subject, note }: Round, given: readonly Given[]): Card {
  const count = Object.keys(among(questions, answersOf(learner, 'before'))).length;
  const late = given.filter(({ question, letter }) => letter && isMarked(learner, question));
  if (questions.every((question) => isMarked(learner, question)))
    return new Card('note', 'Too late for the first round.', [
      'You have answered the second one, and seen what is right there: the first stays as it was.',
      note,
    ]);
  if (late.length > 0)
    return new Card('note', `Kept: ${count} of ${questions.length} answers.`, [
      `Too late for ${late.map(({ question }) => question.title).join('; ')}: you have seen in the second round what is right there.`,
      note,
    ]);
  if (count === 0) return noAnswers(note);
  const isOpen = !questions.some((question) => isMarked(learner, question));
  return new Card('note', `Kept: ${count} of ${questions.length} answers.`, [
    isOpen
      ? `Nothing is marked now. After ${course[subject]} inventory('after'${subject === 'course' ? '' : `, '${subject}'`}) asks about the same ideas with other numbers and shows both rounds side by side.`
      : '',
    note,
  ]);
}

function bothRounds({ learner, questions, subject, note }: Round): Card {
  const [before, after] = [answersOf(learner, 'before'), answersOf(learner, 'after')].map((round) =>
    among(questions, round),
  );
  if (Object.keys(after).length === 0) return noAnswers(note);
  const right = (round: typeof after): string =>
    `${Object.values(round).filter((answer) => answer.right).length} of ${questions.length}`;
  const heading = isAsked(before)
    ? `Before ${course[subject]} ${right(before)}, after it ${right(after)}.`
    : `After ${course[subject]} ${right(after)}; before it you were not asked.`;
  return new Card('note', heading, [
    ...sideBySide(learner, questions),
    'The first answer to each counts.',
    note,
  ]);
}

/** The answers that belong to these questions: both sets of ten are kept in one place, by their ideas. */
function among<T>(
  questions: readonly InventoryQuestion[],
  answers: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const ideas = questions.map(({ idea }) => idea);
  return Object.fromEntries(Object.entries(answers).filter(([idea]) => ideas.includes(idea)));
}

const noAnswers = (note: string): Card =>
  new Card('note', 'No answers yet.', ["Put a letter between the quotes: { 1: 'a' }.", note]);

function isOccasion(text: string): boolean {
  return text === 'before' || text === 'after';
}

function noSuchOccasion(text: string): Card {
  return new Card('note', 'Before or after?', [
    `The ten questions are asked 'before' and 'after' the course, got '${text}'.`,
  ]);
}
