import type { Exercise } from '../../exercise.js';
import { oneHotChecks } from './checks.js';
import { rightFormulas, wrongFormulas } from './versions.js';

/** E1.5: what LayerNorm makes of a one-hot row, as a formula. */
export const oneHotExercise: Exercise<string> = {
  id: 'E1.5',
  title: 'How near the wall?',
  statement:
    'A one-hot row has C entries: one is 1, the others are 0. Write what LayerNorm makes of the 1 as a formula in C and eps, as text between quotes.',
  why: 'It is the largest number that LayerNorm can make, and ε decides how much is missing.',
  difficulty: 2,
  importance: 1,
  minutes: 6,
  asks: 'a formula',
  signature: "'sqrt(C) / (1 + eps)' and the like: + - * / ^, sqrt(…), C and eps",
  hints: [
    'Equations (1) and (2) first: what is the mean of one 1 and C − 1 zeros, and how far is each entry from it?',
    'μ = 1/C. One entry lies 1 − 1/C from it, C − 1 entries lie 1/C from it. The mean of the squares is (C − 1)/C².',
    'The entry by (3) and (4): 1 − 1/C, over the root of (C − 1)/C² plus ε.',
  ],
  solution: "'(C - 1) / sqrt(C - 1 + C^2 * eps)'",
  checks: oneHotChecks,
  wrong: wrongFormulas,
  right: rightFormulas,
};
