import type { Exercise } from '../../exercise.js';
import { shuffleChecks } from './checks.js';
import { rightShuffles } from './right.js';
import type { ShuffleFunction } from './right.js';
import { wrongShuffles } from './wrong.js';

/** E0.3: a shuffle with a seed. */
export const shuffleExercise: Exercise<ShuffleFunction> = {
  id: 'E0.3',
  title: 'A shuffle with a seed',
  statement:
    "Give the items back in random order: the same order for the same seed, another for another seed, and without changing the list you were given. stream('shuffle', seed).permutation(n) gives the numbers 0 … n − 1 in random order.",
  why: 'Training shuffles its examples in every epoch. Whoever runs your notebook again should get your numbers.',
  difficulty: 2,
  importance: 2,
  minutes: 5,
  signature: 'shuffle(items: readonly number[], seed: number): number[]',
  hints: [
    'A permutation is a list of places. Which item comes first is items[order[0]].',
    'order.map((place) => …) makes a new list and leaves items alone.',
    'items.length is n.',
  ],
  solution: `function shuffle(items: readonly number[], seed: number): number[] {
  return stream('shuffle', seed).permutation(items.length).map((place) => items[place]);
}`,
  checks: shuffleChecks,
  wrong: wrongShuffles,
  right: rightShuffles,
};
