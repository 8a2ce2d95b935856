import { Failure } from '../exercise.js';

/** Why something did not get out of a sandbox, with what the learner is told. */
const sentences = {
  'a function':
    'Your function gives back a function. Numbers in lists are asked for: is a pair of brackets missing behind a name?',
  'a proxy': 'Your function gives back a Proxy. What is asked for is the plain list that stands behind it.',
  'a promise':
    'Your function gives back a promise. Leave out async and then: nothing here has to be waited for.',
  'a getter':
    'Your function gives back an object with a getter, which could say something else each time. Give back plain values.',
  holes: 'Your function gives back a list with holes. Which entries were never set?',
  deep: 'Your function gives back lists within lists without end. Does one of them hold itself?',
  huge: 'Your function gives back more than a million numbers. How many should there be?',
  'an object':
    'Your function gives back an object of its own kind, such as a Map or a generator. Lists of numbers are asked for.',
  'a bigint': 'Your function gives back a bigint, such as 1n. Ordinary numbers are asked for.',
  'a symbol': 'Your function gives back a symbol. Numbers are asked for.',
  'input spoiled':
    'Your function put something into its input that is no number. Whoever called it still needs those numbers: make new ones instead.',
  'input changed':
    'Your function wrote into what it was given. Whoever called it still needs those numbers: make new ones instead.',
  unreadable: 'Your function gave something that cannot be read as numbers.',
  'too many calls': 'Your function called f or its gradient more than 20 000 times and was stopped.',
  'never ends':
    'Your function was still running when its time was up, and was stopped. Which loop has a condition that never becomes false?',
  crash:
    'Your function used up the room it runs in (memory, or calls within calls) and could not go on. What grows without end?',
} as const;

export type WhyRefused = keyof typeof sentences;

/** The numbers by which the inner side of the wall says why. */
const byNumber: readonly WhyRefused[] = [
  'unreadable',
  'a function',
  'a proxy',
  'a promise',
  'a getter',
  'holes',
  'deep',
  'huge',
  'an object',
  'a bigint',
  'a symbol',
  'input spoiled',
];

/** Thrown to a check in place of an answer that cannot be used. */
export class Refused extends Failure {
  readonly why: WhyRefused;

  constructor(why: WhyRefused | number) {
    const reason = typeof why === 'number' ? (byNumber[why] ?? 'unreadable') : why;
    super(reason, sentences[reason]);
    this.why = reason;
  }
}
