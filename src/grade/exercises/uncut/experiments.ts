/** Experiments that are to tell a whole layer from a cut one. */
import { gradientCheck } from '../../../autograd/gradient-check.js';
import { gradient } from '../../../autograd/gradient.js';
import { numericGradient } from '../../../autograd/numeric-gradient.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sum } from '../../../autograd/ops/sum.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import type { Layer } from '../../../experiments/ways-back.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';

/** What the exercise asks for. */
export type CutExperiment = Experiment<Layer>;

/** What the checks are called. */
export const checkNames = {
  right: 'believes the four layers that are whole',
  both: 'refuses the one with both statistics cut',
  mean: 'refuses the one with μ cut',
  rstd: 'refuses the one with r cut',
} as const;

const x = tensor([
  [6, 0, 4, 2, 3],
  [0, 8, -4, 2, -1],
]);
const [gamma, beta] = [tensor([2, 1, 0.5, -1, 1.5]), tensor([0, 1, -1, 0.5, 2])];
const dy = tensor([
  [2, 1, -2, 2, 2],
  [-0.5, -1, 4, -2, 2],
]);
const libraryLayer: Layer = (given, scale, shift) => layerNorm({ x: given, gamma: scale, beta: shift });
const features = { axis: -1, keepdims: true } as const;
const xhat = layerNorm({ x });

const dxOf = (layer: Layer): Tensor => gradient(layer(x, gamma, beta), [x], { dy })[0];
const sumOf = (dx: Tensor): Tensor => sum(dx, features);
const alongXhat = (dx: Tensor): Tensor => mean(mul(dx, xhat), features);
const isSmall = (t: Tensor, most = 1e-3): boolean => t.data.every((value) => Math.abs(value) <= most);
const near = (a: Tensor, b: Tensor, most: number): boolean =>
  a.data.every((value, i) => Math.abs(value - b.data[i]) <= most);

/** Both identities, as far as ε lets them hold. */
const bothIdentities: CutExperiment = (layer) => {
  const dx = dxOf(layer);
  return isSmall(sumOf(dx)) && isSmall(alongXhat(dx));
};

const ofFalseAlarm: readonly WrongVersion<CutExperiment>[] = [
  {
    name: 'exactly zero',
    says: 'You ask for a sum of exactly 0. Rounding leaves something of the order of 10⁻¹⁶, also in a right layer: ask whether it is small.',
    caughtBy: checkNames.right,
    candidate: (layer) => isSmall(sumOf(dxOf(layer)), 0) && isSmall(alongXhat(dxOf(layer)), 0),
  },
  {
    name: 'ε forgotten',
    says: 'You allow nothing along x̂. ε lets a little through in every right layer, the leak of level 10: a few millionths here, so allow for a thousandth.',
    caughtBy: checkNames.right,
    candidate: (layer) => isSmall(sumOf(dxOf(layer)), 1e-9) && isSmall(alongXhat(dxOf(layer)), 1e-9),
  },
  {
    name: 'equal to the last bit',
    says: 'You ask for the library’s dx to the last bit. Other right layers compute in another order, and their last digits are their own.',
    caughtBy: checkNames.right,
    candidate: (layer) => near(dxOf(layer), dxOf(libraryLayer), 0),
  },
  {
    name: 'the verdict upside down',
    says: 'Your experiment tells them apart, and says it the wrong way round: true is for a layer that is whole.',
    caughtBy: checkNames.right,
    candidate: (layer) => !bothIdentities(layer),
  },
  {
    name: 'refuses everything',
    says: 'Your experiment refuses every layer. What would one have to do to get true from it?',
    caughtBy: checkNames.right,
    candidate: (layer) => dxOf(layer).shape.length === 0,
  },
];

const ofBlindness: readonly WrongVersion<CutExperiment>[] = [
  {
    name: 'outputs only',
    says: 'You look at outputs. A cut changes nothing on the way forward, to the last digit: ask for a gradient.',
    caughtBy: checkNames.both,
    candidate: (layer) => near(layer(x, gamma, beta), libraryLayer(x, gamma, beta), 1e-9),
  },
  {
    name: 'dγ and dβ only',
    says: 'You look at the gradients of γ and β. They do not go through the statistics, so no cut shows in them: ask for dx.',
    caughtBy: checkNames.both,
    candidate: (layer) => {
      const [found, right] = [layer, libraryLayer].map((each) =>
        gradient(each(x, gamma, beta), [gamma, beta], { dy }),
      );
      return near(found[0], right[0], 1e-9) && near(found[1], right[1], 1e-9);
    },
  },
  {
    name: 'allows too much',
    says: 'You allow so much that every layer passes. What should be 0 is far below a thousandth in a right layer.',
    caughtBy: checkNames.both,
    candidate: (layer) => isSmall(sumOf(dxOf(layer)), 50) && isSmall(alongXhat(dxOf(layer)), 50),
  },
  {
    name: 'only the part along x̂',
    says: 'You look at the part along x̂ alone. With μ cut that is still gone; what breaks is the other identity, the sum of dx.',
    caughtBy: checkNames.mean,
    candidate: (layer) => isSmall(alongXhat(dxOf(layer))),
  },
  {
    name: 'only the sum',
    says: 'You look at the sum of dx alone. With r cut that is still 0; what breaks is the other identity, the part along x̂.',
    caughtBy: checkNames.rstd,
    candidate: (layer) => isSmall(sumOf(dxOf(layer))),
  },
  {
    name: 'one sum for all words',
    says: 'You add up dx over all words at once. Every word has an identity of its own, and two mistakes may cancel. The part along x̂ is not asked for at all.',
    caughtBy: checkNames.rstd,
    candidate: (layer) => isSmall(sum(dxOf(layer))),
  },
  {
    name: 'dy is ones',
    says: 'Your dy is all ones and your γ too. Then dx is 0 with r cut as well: r has nothing to say where g has no part along x̂. Take any other dy.',
    caughtBy: checkNames.rstd,
    candidate: (layer) => {
      const [one, ones] = [tensor([1, 1, 1, 1, 1]), mul(0, x).data.map(() => 1)];
      const [dx] = gradient(layer(x, one, beta), [x], { dy: new Tensor({ ...x, data: ones }) });
      return isSmall(sumOf(dx)) && isSmall(alongXhat(dx));
    },
  },
];

/** From false alarms to what slips through. */
export const wrongExperiments: readonly WrongVersion<CutExperiment>[] = [...ofFalseAlarm, ...ofBlindness];

const nudging: CutExperiment = (layer) => {
  const [slope] = numericGradient((at) => layer(at, gamma, beta), [x], { dy });
  return near(dxOf(layer), slope, 1e-4);
};

const alongRandomWords: CutExperiment = (layer) => {
  const random = stream('cut', 1);
  const [words, back] = [0, 1].map(() => new Tensor(random.normals([3, 5], { deviation: 2 })));
  const [dx] = gradient(layer(words, gamma, beta), [words], { dy: back });
  const size = Math.max(...dx.data.map(Math.abs));
  return (
    isSmall(sumOf(dx), 1e-9 * size) && isSmall(mean(mul(dx, layerNorm({ x: words })), features), 1e-2 * size)
  );
};

/** Experiments that tell all of them, each in its own way. */
export const rightExperiments: readonly RightVersion<CutExperiment>[] = [
  { name: 'both identities', candidate: bothIdentities },
  { name: 'a gradient check', candidate: (layer) => gradientCheck(layer, [x, gamma, beta]).ok },
  { name: 'dx by nudging', candidate: nudging },
  { name: 'dx beside the library’s', candidate: (layer) => near(dxOf(layer), dxOf(libraryLayer), 1e-9) },
  { name: 'random words, in proportion to dx', candidate: alongRandomWords },
];
