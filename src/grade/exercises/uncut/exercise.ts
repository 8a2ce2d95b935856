import type { Layer } from '../../../experiments/ways-back.js';
import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { CutExperiment } from './asking.js';
import { checkNames, wrongExperiments } from './experiments.js';
import { cutLayers, tellingLayers, wholeLayers } from './layers.js';
import { rightExperiments } from './right.js';

const [both, mean, meanOfTheLast, rstd] = cutLayers;

/** E3.5: an experiment that tells whether the statistics of a layer were cut. */
export const uncutExercise: Exercise<CutExperiment> = {
  id: 'E3.5',
  title: 'Tell whether the statistics are cut',
  statement:
    'You are handed a LayerNorm whose outputs are right. Say true if its gradient is right as well, false if μ or r was treated as a constant. Ask it for dx, with a dy of your own, and look at the identities.',
  why: 'A detach in the wrong place changes no output, and has been shipped. Two sums find it.',
  difficulty: 2,
  importance: 2,
  minutes: 6,
  asks: 'an experiment',
  signature: 'isUncut(layer: (x: Tensor, gamma: Tensor, beta: Tensor) => Tensor): boolean',
  hints: [
    'gradient(layer(x, gamma, beta), [x], { dy: dy }) gives a list with one tensor, dx. Which two things are 0 of it in every word?',
    'The sum over the features, and the mean of dx ⊙ x̂. The first is 0 up to rounding, the second up to the leak of ε.',
    'Two tensors of shape [N, 1]; every entry of both has to be less than a thousandth in size: t.data.every((value) => Math.abs(value) < 1e-3).',
  ],
  solution: `function isUncut(layer: Layer): boolean {
  const [d] = gradient(layer(x, gamma, beta), [x], { dy: dy });
  const identities = [sum(d, features), mean(mul(d, xhat), features)];
  return identities.every((t) => t.data.every((value) => Math.abs(value) < 1e-3));
}`,
  checks: judges<Layer>({
    right: { name: checkNames.right, points: 30, layers: wholeLayers },
    wrong: [
      { name: checkNames.both, points: 20, layers: [both] },
      { name: checkNames.mean, points: 25, layers: [mean, meanOfTheLast] },
      { name: checkNames.rstd, points: 25, layers: [rstd] },
    ],
    telling: tellingLayers.map((layer) => ({ name: '', layer, says: '' })),
    known: wrongExperiments,
  }),
  wrong: wrongExperiments,
  right: rightExperiments,
};
