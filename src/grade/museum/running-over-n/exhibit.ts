import { tensor } from '../../../autograd/index.js';
import { batchNormEvaluate } from '../../../norm/batch-norm/index.js';
import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { believing, disguises, refusing, wrong } from './experiments.js';
import { disguised, found, ofTheLibrary, overN, right as rightLayers } from './layers.js';
import type { Layer } from './layers.js';
import { right } from './right.js';
import { telling } from './telling.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B14',
  title: 'Which variance does it keep?',
  statement:
    'Write an experiment that is handed what a BatchNorm does to its running variance, and says true if that is equation (10), false if not. It takes a batch x of shape [N, C, P], the C variances that were kept so far, and the momentum m, the share that is taken up of the batch; it gives the C variances that are kept from now on.',
  why: 'Weights and running statistics are handed on from one library to another. Nothing about them says by what they were divided.',
  difficulty: 2,
  importance: 2,
  minutes: 7,
  asks: 'an experiment',
  signature: 'keepsTheVariance(update: (x: Tensor, kept: number[], momentum: number) => number[]): boolean',
  hints: [
    'For which n do n and n − 1 differ most? And what is n, if a channel has several samples and several positions?',
    'Each size that is 1 hides something: one position, one channel. So does a momentum of 0, ½ or 1.',
    'batchNorm({ x: x }, { running: { mean: tensor([0, 0]), variance: variance }, momentum: 0.3 }) changes the tensor variance in place: that is what should be kept.',
  ],
  solution: `function keepsTheVariance(update: (x: Tensor, kept: number[], momentum: number) => number[]): boolean {
  const x = tensor([[[1, 4], [9, 3]], [[-2, 6], [7, 1]], [[8, 0], [5, -5]]]); // [3, 2, 2]: n = 6
  const variance = tensor([2, 5]);
  batchNorm({ x: x }, { running: { mean: tensor([0, 0]), variance: variance }, momentum: 0.3 });
  const kept = update(x, [2, 5], 0.3);
  return variance.data.every((value, c) => Math.abs(kept[c] - value) < 1e-9);
}`,
  checks: judges<Layer>({
    right: { name: believing, points: 40, layers: rightLayers },
    wrong: [
      { name: refusing, points: 30, layers: found },
      { name: disguises, points: 30, layers: disguised },
    ],
    telling,
    known: wrong,
  }),
  wrong,
  right,
};

/** In use, with the variance that a layer keeps of one batch. */
const inUse =
  (layer: Layer, n: number) =>
  (x: ReturnType<typeof tensor>): ReturnType<typeof tensor> => {
    const variance = layer(normals('over n', [n, 3], { deviation: 2 }), [1, 1, 1], 1);
    return batchNormEvaluate({ x, running: { mean: tensor([0, 0, 0]), variance: tensor(variance) } });
  };

/** B14: the running variance is divided by n. */
export const runningOverN: Exhibit<Layer> = {
  id: 'B14',
  title: 'Two divisors in one layer',
  story: [
    'An exercise in which one writes the BatchNorm of a convolutional network, to stand in for PyTorch’s, keeps the variance that it has just divided by, the one over n.',
    'Outputs in training are right to the last digit, and what is kept is (n − 1)/n of what it should be, a little too small.',
    'It is easy to make because one line above that very variance is the right one: BatchNorm uses σ² over n for the batch, and keeps σ² over n − 1.',
  ],
  reported:
    'ARENA, chapter 0.2, `BatchNorm2d`: issue 415. The same was found in libraries, and mended: tinygrad, pull request 807, and MLX, pull request 3817.',
  wrong: overN,
  right: ofTheLibrary,
  fix: 'Multiply what is kept by n / (n − 1), where n counts all numbers of a channel; leave the division of the batch as it is.',
  cost: {
    against: 'numbers of a channel',
    at: [2, 4, 16, 64, 1024],
    measure: (n) =>
      damage({ wrong: inUse(overN, n), right: inUse(ofTheLibrary, n) }, normals('over n x', [8, 3])),
  },
  exercise,
};
