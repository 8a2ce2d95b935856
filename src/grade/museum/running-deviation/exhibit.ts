import { Tensor } from '../../../autograd/index.js';
import { ndarray } from '../../../tensor/ndarray.js';
import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import type { Damage, Exhibit } from '../exhibit.js';
import { believing, disguises, refusing, wrong } from './experiments.js';
import { disguised, found, keepsDeviation, ofTheLibrary, right as rightLayers, telling } from './layers.js';
import type { Layer } from './layers.js';
import { right } from './right.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B13',
  title: 'Does it keep what it needs?',
  statement:
    'Write an experiment that is handed a BatchNorm and says true if it does as equations (1) to (4) and (9) to (11) say, false if it divides by something else, in training or in use. The layer takes a list of batches, each of shape [N, C], and an x of shape [N, C]. It trains on the batches one after the other, with momentum 0.1 and ε = 1e-5, from running mean 0 and variance 1, without γ and β. It gives a list: its answer to each batch, and last its answer to x in use.',
  why: 'What is kept in training is used long after, by somebody else, and nobody looks at it before.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  asks: 'an experiment',
  signature: 'keepsWhatItNeeds(layer: (batches: Tensor[], x: Tensor) => Tensor[]): boolean',
  hints: [
    'There are two moments to look at: the answers in training, and the answer in use. Each can be wrong while the other is right.',
    'An average of roots is the root of an average where all of them are alike, the 1 at the start too. So take batches of different spread, small ones, with means that are not 0.',
    'new BatchNorm(C, { affine: false }) does it rightly: forward each batch, then evaluate().forward(x). Compare all answers, number by number.',
  ],
  solution: `function keepsWhatItNeeds(layer: (batches: Tensor[], x: Tensor) => Tensor[]): boolean {
  const batches = [tensor([[1, 20], [5, 7], [3, 0]]), tensor([[-2, 1], [8, 4], [0, -3]])]; // each [3, 2]
  const x = tensor([[2, 5], [-1, 9]]); // [2, 2]
  const norm = new BatchNorm(2, { affine: false });
  const expected = [...batches.map((batch) => norm.forward(batch)), norm.evaluate().forward(x)];
  const answers = layer(batches, x);
  return expected.every((y, k) => y.data.every((value, i) => Math.abs(answers[k].data[i] - value) < 1e-9));
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

/** How far answers in use, and their slopes, are off after forty batches of n numbers in each of 64 channels. */
function damageInUse(n: number): Damage {
  const batches = Array.from({ length: 40 }, (_, k) => normals('running cost', [n, 64], { seed: k }));
  const x = normals('running cost x', [4, 64]);
  const moved = new Tensor(
    ndarray(
      x.data.map((value) => value + 1),
      x.shape,
    ),
  );
  const [wrong, good] = [keepsDeviation, ofTheLibrary].map((layer) => {
    const [y, there] = [x, moved].map((at) => layer(batches, at)[batches.length].data);
    return { y, slope: y.map((value, i) => there[i] - value) };
  });
  return { output: apart(wrong.y, good.y), gradient: apart(wrong.slope, good.slope) };
}

/** B13: the average of deviations is kept, over n − 1, and the deviation over n − 1 divides. */
export const runningDeviation: Exhibit<Layer> = {
  id: 'B13',
  title: 'The average of roots',
  story: [
    'It stands in a lesson from which very many have learned BatchNorm: the first one that is written there divides by `std`, over n − 1, and keeps a running average of that `std`.',
    'It trains, and in the batches of 32 of that lesson neither shows much; further down a class of the same lesson keeps the variance, as PyTorch does.',
    'It is easy to make because one divides by a deviation, so a deviation is what one keeps; that the average of roots is not the root of the average is noticed only where they differ.',
  ],
  reported:
    'Karpathy, nn-zero-to-hero, makemore part 3: `bnstd_running`. About its class `BatchNorm1d`: issues 44 and 82 and pull request 83.',
  wrong: keepsDeviation,
  right: ofTheLibrary,
  fix: 'Keep the variance and take the root in use; divide a batch by its own deviation, over n, with ε under the root.',
  cost: { against: 'numbers in a batch', at: [2, 4, 8, 32], measure: damageInUse },
  exercise,
};
