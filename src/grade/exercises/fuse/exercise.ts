import { agrees, onlyAtSome } from '../../arrays/agreement.js';
import { givesItsOwn, leavesAlone } from '../../arrays/conduct.js';
import type { Standard } from '../../arrays/standard.js';
import type { Check, Exercise } from '../../exercise.js';
import * as given from './inputs.js';
import type { FuseFunction, FuseInputs } from './inputs.js';
import { fuse, rightFusions } from './right.js';
import { checkNames, wrongFusions } from './wrong.js';

const standard: Standard<FuseInputs, FuseFunction> = {
  reference: fuse,
  names: ['weight', 'bias', 'norm', 'outputs'],
  form: { weight: 'matrix', bias: 'vector' },
  wrong: wrongFusions,
  telling: [given.plain, ...given.epsilons, ...given.kernels, ...given.shapes(0)],
  related: ([, , , one], [, , , other]) => one === other,
  // Rows of a kernel belong to outputs: nothing can be cut off.
  smallest: { rows: Infinity, columns: Infinity },
  size: ([weight, bias, { gamma, beta, mean, variance, eps }], part) => {
    const most = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
    const factor = most(gamma.map((g, c) => g / Math.sqrt(variance[c] + eps)));
    return part === 'weight' ? factor * most(weight.flat()) : factor * (most(bias) + most(mean)) + most(beta);
  },
};

const twelveDigits = 1e-12;

const checks: readonly Check<FuseFunction>[] = [
  agrees(standard, {
    name: checkNames.weight,
    points: 25,
    inputs: () => [given.plain],
    parts: ['weight'],
    // ε = 1e-5 changes the sixth digit here; it has a check of its own.
    tolerance: 1e-4,
    hint: 'Write the norm out: γ · (z − mean) / √(variance + ε) + β. What does it multiply z by?',
  }),
  agrees(standard, {
    name: checkNames.bias,
    points: 25,
    inputs: () => [given.plain],
    parts: ['bias'],
    tolerance: 1e-4,
    hint: 'What comes out of layer and norm for an input of zeros? That is the new bias.',
  }),
  agrees(standard, {
    name: checkNames.eps,
    points: 15,
    inputs: () => given.epsilons,
    tolerance: twelveDigits,
    hint: 'With large variances it was right. Where does ε stand, and is it the ε of the norm?',
    only: onlyAtSome(([, , { eps }]) => eps),
  }),
  agrees(standard, {
    name: checkNames.kernels,
    points: 15,
    inputs: () => given.kernels,
    tolerance: twelveDigits,
    hint: 'A linear layer came out right. With outputs as rows, which weights belong to output c?',
  }),
  agrees(standard, {
    name: checkNames.shapes,
    points: 10,
    inputs: given.shapes,
    tolerance: twelveDigits,
    hint: 'Square weights, one input, one output, a γ of 0. Does any line hold a number that belongs to one shape only?',
  }),
  leavesAlone(standard, { points: 5, inputs: () => [given.plain, given.kernels[0]] }),
  givesItsOwn(standard, { points: 5, pairs: () => given.pairs }),
];

/** E5.3: a norm in use, folded into the layer before it. */
export const fuseExercise: Exercise<FuseFunction> = {
  id: 'E5.3',
  title: 'Fold the norm away',
  statement:
    "Give weights and bias of one layer that does what a layer and the BatchNorm behind it do in use. norm holds gamma, beta, mean and variance (the running ones), and eps. For a linear layer outputs is 'columns': output c has column c of weight. For a convolution it is 'rows': output c has row c, its kernel laid out in one line. Twelve digits are asked for.",
  why: 'Engines that run trained networks do this. Done right it costs nothing and saves a pass over all activations; done wrong it is a network that is a little worse, and nobody knows why.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  signature:
    "fuse(weight: number[][], bias: number[], norm: NormInUse, outputs: 'columns' | 'rows'): { weight: number[][]; bias: number[] }",
  hints: [
    'Put z = (sum of weight · h) + b into the norm and multiply out. What stands before h, and what is left when h is 0?',
    'One factor for each output: gamma[c] / Math.sqrt(variance[c] + eps). It multiplies the weights of that output, and b − mean.',
    'In a row r and a column k, the output is k where outputs is columns, and r where it is rows. The new bias is (b − mean) · factor + beta.',
  ],
  solution: `function fuse(weight: number[][], bias: number[], norm: NormInUse, outputs: 'columns' | 'rows') {
  const { gamma, beta, mean, variance, eps } = norm;
  const factor = gamma.map((g, c) => g / Math.sqrt(variance[c] + eps));
  return {
    weight: weight.map((row, r) => row.map((value, k) => value * factor[outputs === 'columns' ? k : r])),
    bias: bias.map((b, c) => (b - mean[c]) * factor[c] + beta[c]),
  };
}`,
  checks,
  wrong: wrongFusions,
  right: rightFusions,
};
