import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import { checkNames, rightExperiments, wrongExperiments } from './experiments.js';
import { foundMerges, otherMerges, rightMerges, tellingMerges } from './layers.js';
import type { Merge, MergeExperiment } from './layers.js';

/** E8.6: an experiment that finds the missing exchange of axes, with two words. */
export const mergeHeadsExercise: Exercise<MergeExperiment> = {
  id: 'E8.6',
  title: 'Two words find it',
  statement:
    'At the end of attention the heads are put side by side again: from [batch, heads, words, features] to [batch, words, heads · features], all heads of word 0, then all of word 1. You are handed a function that should do this. Write an experiment that says true if it does, and false if it does not. Two sentences of two words, two heads and two features are enough.',
  why: 'A well-known lesson left out the exchange of axes. The shapes were right, the loss went down, and the model had words and heads mixed up.',
  difficulty: 1,
  importance: 3,
  minutes: 6,
  asks: 'an experiment',
  signature: 'mergesHeads(merge: (heads: Tensor) => Tensor): boolean',
  hints: [
    'Hand over numbers that all differ, 1, 2, 3 …, so that you see where each of them comes out.',
    'tensor([[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]]) has one sentence and two heads: head 0 says (1, 2) about word 0 and (3, 4) about word 1. What should word 0 of the answer hold?',
    'Word 0 is (1, 2, 5, 6), word 1 is (3, 4, 7, 8). With a second sentence of other numbers nothing can hide in the batch either.',
  ],
  solution: `function mergesHeads(merge: (heads: Tensor) => Tensor): boolean {
  const heads = tensor([[[[1, 2], [3, 4]], [[5, 6], [7, 8]]], [[[9, 10], [11, 12]], [[13, 14], [15, 16]]]]); // [2, 2, 2, 2]
  const expected = [1, 2, 5, 6, 3, 4, 7, 8, 9, 10, 13, 14, 11, 12, 15, 16]; // word by word, head by head
  const { data } = merge(heads);
  return expected.every((value, i) => data[i] === value);
}`,
  checks: judges<Merge>({
    right: { name: checkNames.right, points: 30, layers: rightMerges },
    wrong: [
      { name: checkNames.found, points: 30, layers: foundMerges },
      { name: checkNames.others, points: 40, layers: otherMerges },
    ],
    telling: tellingMerges,
    known: wrongExperiments,
  }),
  wrong: wrongExperiments,
  right: rightExperiments,
};
