import type { Exercise } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { noticing } from '../noticing.js';
import { oddTensorLayers } from '../odd-layers.js';
import { believing, disguises, refusing, wrong } from './experiments.js';
import { cut, disguised, found, right as rightLayers, telling, whole } from './layers.js';
import type { Layer } from './layers.js';
import { notice } from './notice.js';
import { right } from './right.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B11',
  title: 'Does the gradient know about the statistics?',
  statement:
    'Write an experiment that is handed a BatchNorm in training (a tensor of shape [N, C], each column by its own mean and variance over the N rows, ε = 1e-5) and says true if its gradient is that of the numbers it gives, false if the way back leaves out the mean or the variance.',
  why: 'The numbers are right, the loss falls, and every step goes a little the wrong way: no test of outputs will ever see it.',
  difficulty: 2,
  importance: 3,
  minutes: 7,
  asks: 'an experiment',
  signature: 'knowsItsStatistics(layer: (x: Tensor) => Tensor): boolean',
  hints: [
    'The forward pass is right. Which two things can you compare that know nothing of each other?',
    'gradient walks the way back; numericGradient asks only what the layer gives. The loss must not be one that is constant anyway.',
    'gradientCheck((t) => layer(t), [x]) compares the two along a random direction, for a random dy.',
  ],
  solution: `function knowsItsStatistics(layer: (x: Tensor) => Tensor): boolean {
  const x = new Tensor(stream('batch', 1).normals([8, 3], { mean: 1, deviation: 2 }));
  return gradientCheck((t) => layer(t), [x]).ok;
}`,
  checks: noticing(
    judges<Layer>({
      right: { name: believing, points: 40, layers: rightLayers },
      wrong: [
        { name: refusing, points: 30, layers: found },
        { name: disguises, points: 30, layers: disguised },
      ],
      telling: [...oddTensorLayers, ...telling],
      known: wrong,
    }),
    { known: wrong, notice },
  ),
  wrong,
  right,
};

/** B11: the gradient through the statistics is cut. */
export const statisticsCut: Exhibit<Layer> = {
  id: 'B11',
  title: 'The gradient that was cut',
  story: [
    'It stood in a course on deep learning that has taught very many: a BatchNorm that takes its mean and variance inside `with torch.no_grad()`, together with the running averages, for which that is right.',
    'The forward pass is the same to the last digit, a gradient arrives, and training goes on, only worse.',
    'It is easy to make because the running averages must not be differentiated, and the statistics of the batch stand on the very next line.',
  ],
  reported:
    'fast.ai, course 2022 part 2, notebook 11: `BatchNorm`. The paper of Ioffe and Szegedy warns of it in its section 2.',
  wrong: cut,
  right: whole,
  fix: 'Take mean and variance where operations are recorded, and switch recording off for the running averages alone.',
  cost: {
    against: 'rows in the batch',
    at: [4, 8, 32, 128, 512],
    measure: (N) => damage({ wrong: cut, right: whole }, normals('cut cost', [N, 3])),
  },
  exercise,
};
