import type { Exercise } from '../../exercise.js';
import { lostDirectionsChecks } from './checks.js';
import { rightDirections, wrongDirections } from './versions.js';

/** E7.1: the null space of LayerNorm's Jacobian at ε = 0. */
export const lostDirectionsExercise: Exercise<readonly string[]> = {
  id: 'E7.1',
  title: 'Which two directions are lost?',
  statement:
    'At ε = 0 there are two directions along which x may move a little without x̂ moving at all. Write them as two formulas, between quotes. x, mu, c, variance, rstd and xhat may stand in them; a number alone is the same at every place. At every row there have to be two, and directions that are multiples of each other count once.',
  why: 'Whatever is stored along these two directions does not get through the norm, neither forward nor backward.',
  difficulty: 1,
  importance: 3,
  minutes: 5,
  asks: 'formulas',
  signature: "['a formula', 'another formula']",
  hints: [
    'Two steps lose something: centring, and dividing by the deviation. Take them one at a time.',
    'Centring does not see that the same number is added at every place. How do you write a direction that is the same at every place?',
    'That one is 1. Dividing does not see that all of c is multiplied by a number: a move along c itself.',
  ],
  solution: "['1', 'c']",
  checks: lostDirectionsChecks,
  wrong: wrongDirections,
  right: rightDirections,
};
