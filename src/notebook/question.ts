import { questions } from '../grade/index.js';
import type { Letter, Question, QuestionId } from '../grade/index.js';
import { Card } from './card.js';
import { remember } from './learner.js';
import { own } from './predict.js';

const letters: readonly Letter[] = ['a', 'b', 'c', 'd'];

/**
 * Shows a question with its four answers.
 *
 * @example
 * question('epsilon');
 */
export function question(id: QuestionId): Card {
  const found = own(questions as Readonly<Record<string, Question>>, id);
  if (!found) return unknown(id);
  const choices = letters.map((letter) => [letter, found.choices[letter].text] as const);
  return new Card('note', found.text, [
    { values: choices },
    `Answer with answer('${id}', 'a'), or 'b', 'c', 'd'.`,
  ]);
}

/**
 * Marks an answer, says why, and keeps it.
 *
 * @param choice Without one nothing is kept.
 * @example
 * answer('epsilon', 'b');
 */
export function answer(id: QuestionId, choice?: Letter): Card {
  const found = own(questions as Readonly<Record<string, Question>>, id);
  if (!found) return unknown(id);
  if (choice === undefined)
    return new Card('note', 'No answer yet.', [`Write 'a', 'b', 'c' or 'd' behind '${id}'.`]);
  if (!letters.includes(choice))
    return new Card('note', 'No such answer.', [`There are 'a', 'b', 'c' and 'd', got '${String(choice)}'.`]);
  const { note } = remember((before) => {
    const first = own(before.answers, id)?.first ?? choice;
    return { ...before, answers: { ...before.answers, [id]: { first, latest: choice } } };
  });
  const { text, says } = found.choices[choice];
  const right = choice === found.right;
  return new Card(right ? 'yes' : 'no', right ? 'Right.' : 'Not this one.', [
    `${choice}: ${text}`,
    says,
    note,
  ]);
}

function unknown(id: string): Card {
  return new Card('note', 'No such question.', [
    `There is no '${id}'. There are ${Object.keys(questions).join(', ')}.`,
  ]);
}
