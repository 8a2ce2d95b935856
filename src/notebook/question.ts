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
 * @param given A letter, small or large. Without one nothing is kept. Once right, a question stays answered, whatever
 * else is tried out of curiosity.
 * @example
 * answer('epsilon', 'b');
 */
export function answer(id: QuestionId, given?: Letter | Uppercase<Letter>): Card {
  const found = own(questions as Readonly<Record<string, Question>>, id);
  if (!found) return unknown(id);
  if (given === undefined)
    return new Card('note', 'No answer yet.', [`Write 'a', 'b', 'c' or 'd' behind '${id}'.`]);
  const choice = letters.find((letter) => letter === String(given).toLowerCase());
  if (choice === undefined)
    return new Card('note', 'No such answer.', [`There are 'a', 'b', 'c' and 'd', got '${String(given)}'.`]);
  const { note } = remember((before) => {
    const { first = choice, latest = choice } = own(before.answers, id) ?? {};
    const kept = { first, latest: latest === found.right ? latest : choice };
    // At the end: the record has questions in the order in which they were last answered.
    const others = Object.entries(before.answers).filter(([other]) => other !== id);
    return { ...before, answers: Object.fromEntries([...others, [id, kept]]) };
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
