import type { Exercise, WrongVersion } from '../../exercise.js';
import { whichTwoChecks } from './checks.js';
import { mistakes } from './mistakes.js';
import type { Mistake } from './mistakes.js';

type Names = readonly string[];

const [spelling, layers, why] = whichTwoChecks.map(({ name }) => name);

const answers: readonly (readonly [Mistake, string, Names])[] = [
  ['a name of its own', spelling, ['bessel', 'float16']],
  ['one is missing', layers, ['cut off', 'path missing']],
  ['computes something else', layers, ['n − 1', 'wrong numbers', 'cut off', 'path missing']],
  ['loses digits', layers, ['E[x²] − E[x]²', 'lost digits', 'cut off', 'path missing']],
  ['divides by 0', layers, ['no ε', 'not a number', 'float16', 'rounded steps']],
  ['forgets a parameter', layers, ['no β', 'path missing', 'cut off', 'path missing']],
  ['a reason is missing', why, ['cut off', 'float16']],
  ['reasons exchanged', why, ['cut off', 'rounded steps', 'float16', 'path missing']],
  ['its y is wrong', why, ['cut off', 'wrong numbers', 'float16', 'rounded steps']],
  ['not why it is cut off', why, ['cut off', 'lost digits', 'float16', 'rounded steps']],
  ['a wrong y is enough', why, ['cut off', 'path missing', 'float16', 'wrong numbers']],
  ['not why float16', why, ['cut off', 'path missing', 'float16', 'path missing']],
];

const wrong: readonly WrongVersion<Names>[] = answers.map(([name, caughtBy, candidate]) => ({
  name,
  says: mistakes[name],
  caughtBy,
  candidate,
}));

/** E4.4: the two wrong layers that a gradient check does catch, and why. */
export const whichTwoExercise: Exercise<Names> = {
  id: 'E4.4',
  title: 'Which two, and why?',
  statement:
    'A gradient check catches two layers of the hall. Find them, and pick the reason for each: the first reason belongs to the first layer, the second to the second.',
  why: 'What a check can see is best learned from what it does see.',
  difficulty: 2,
  importance: 2,
  minutes: 6,
  asks: 'names',
  signature: "['first layer', 'its reason', 'second layer', 'its reason']",
  hints: [
    'The cell above the exercise has found them: look at noticed.map(({ name }) => name).',
    'In one of them every number of y is right. What happens to the paths x → mean → y and x → deviation → y on its way back?',
    'In the other mean and deviation are rounded to three digits. Draw such a rounded number over x: a staircase. What is its slope nearly everywhere, and what would a smooth line through the steps say?',
  ],
  solution: `['cut off', 'path missing', 'float16', 'rounded steps']`,
  checks: whichTwoChecks,
  wrong,
  right: [
    { name: 'a layer, its reason', candidate: ['cut off', 'path missing', 'float16', 'rounded steps'] },
    { name: 'the other one first', candidate: ['float16', 'rounded steps', 'cut off', 'path missing'] },
    {
      name: 'layers first, reasons after',
      candidate: ['cut off', 'float16', 'path missing', 'rounded steps'],
    },
    {
      name: 'reasons first, with capitals and spaces',
      candidate: ['Rounded steps', ' Float16', 'Path missing', 'CUT OFF '],
    },
  ],
};
