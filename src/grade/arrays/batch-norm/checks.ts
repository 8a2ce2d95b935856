import { agrees, onlyAtSome } from '../agreement.js';
import type { Standard } from '../standard.js';
import { givesItsOwn, leavesAlone, remembersNothing } from '../conduct.js';
import { aligned } from '../../aligned.js';
import { inputLine } from '../evidence.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { farthest, outcomeOf } from '../outcome.js';
import * as given from './inputs.js';
import type { BatchNormFunction, BatchNormInputs } from './inputs.js';
import { reference } from './right.js';
import { wrongBatchNorms } from './wrong.js';

const standard: Standard<BatchNormInputs, BatchNormFunction> = {
  reference,
  names: ['x', 'gamma', 'beta', 'running', 'options'],
  form: { y: 'matrix', 'running.mean': 'vector', 'running.variance': 'vector' },
  wrong: wrongBatchNorms,
  telling: [
    given.plain,
    ...given.epsilons,
    ...given.momenta,
    ...given.evaluations,
    ...given.shapes(0).slice(0, -1),
  ],
  related: ([, , , , one], [, , , , other]) => one.training === other.training,
  smallest: { rows: 2, columns: 1 },
  size([x, gamma], part) {
    if (part === 'running.variance') return 0;
    return Math.max(...(part === 'y' ? gamma : x.flat()).map(Math.abs));
  },
};

const normalizing: readonly Check<BatchNormFunction>[] = [
  agrees(standard, {
    name: 'normalizes each column by its batch',
    points: 15,
    inputs: () => [given.plain],
    parts: ['y'],
    // ε = 1e-5 changes the sixth digit here; it has a check of its own.
    tolerance: 1e-3,
    hint: 'In training, with γ = 1 and β = 0, every column of y should come out with mean 0 and mean square 1.',
  }),
  agrees(standard, {
    name: 'gives each column its γ and β',
    points: 10,
    inputs: () => [given.affine],
    parts: ['y'],
    tolerance: 1e-3,
    hint: 'With γ = 1 and β = 0 it was right. Which γ and which β belong to the number in column c?',
  }),
  agrees(standard, {
    name: 'uses ε under the root',
    points: 10,
    inputs: () => given.epsilons,
    parts: ['y'],
    hint: 'With a deviation large beside √ε it was right. Where does ε stand, and is it the ε that was handed over?',
    only: onlyAtSome(([, , , , { eps }]) => eps),
  }),
];

const running: readonly Check<BatchNormFunction>[] = [
  agrees(standard, {
    name: 'moves the running mean',
    points: 10,
    inputs: () => given.momenta,
    parts: ['running.mean'],
    hint: 'The new running mean is (1 − momentum) · old + momentum · that of the batch.',
  }),
  agrees(standard, {
    name: 'moves the running variance',
    points: 10,
    inputs: () => given.momenta,
    parts: ['running.variance'],
    hint: 'The new running variance is (1 − momentum) · old + momentum · that of the batch, this time over n − 1: it is kept as an estimate.',
  }),
  agrees(standard, {
    name: 'goes by the running statistics in evaluation, and leaves them',
    points: 15,
    inputs: () => given.evaluations,
    hint: 'With training: false the batch has no say: y comes from running.mean and running.variance, with ε, and running comes back as it was.',
  }),
];

/** From the most fundamental to the subtlest. */
export const batchNormChecks: readonly Check<BatchNormFunction>[] = [
  ...normalizing,
  ...running,
  agrees(standard, {
    name: 'survives a column of equal numbers',
    points: 3,
    inputs: () => [given.constant],
    // What rounding leaves of 0.1 − 0.1 is multiplied by 1/√ε.
    tolerance: 1e-6,
    hint: 'There σ² = 0, so x̂ = 0 and the column becomes β.',
  }),
  agrees(standard, {
    name: 'works on every shape and size',
    points: 10,
    inputs: given.shapes,
    hint: 'One column, two rows, tiny columns, huge ones, a γ of 0. Does any line hold a number that belongs to one shape only, or a limit nobody asked for?',
  }),
  agrees(standard, {
    name: 'keeps its digits far from zero',
    points: 5,
    inputs: given.far,
    // The mean of numbers near 10⁸ is known to 10⁻⁸ or so; a difference of squares is off by whole numbers.
    tolerance: 1e-5,
    hint: 'At 10⁸ the digits are gone. Which subtraction takes two huge numbers that are nearly equal? Subtract the mean first, then square.',
  }),
  { name: 'stops at a single row in training, or gives β', points: 2, run: singleRow },
  leavesAlone(standard, { points: 5, inputs: () => [given.affine, ...given.evaluations] }),
  remembersNothing(standard, { points: 3, inputs: given.questions }),
  givesItsOwn(standard, { points: 2, pairs: () => given.pairs }),
];

/** One row has no variance to estimate: an error is right, and so is x̂ = 0. What is kept then, nobody asks. */
function singleRow(candidate: BatchNormFunction): void {
  const got = outcomeOf(candidate, given.single, standard.form);
  if ('failure' in got && got.failure.misconception === 'stops') return;
  if ('failure' in got) throw got.failure;
  const beta = [given.single[2]];
  const { error, row, column } = farthest(got.numbers.y, beta, 1);
  if (error <= 1e-6) return;
  throw new Failure(
    'a single row',
    'A batch of one row equals its own mean, so x̂ = 0 and y = β: give that, or stop with an error that says that training needs two rows.',
    {
      input: inputLine(standard.names, given.single),
      ...aligned('y', beta, got.numbers.y, { row, column }),
    },
  );
}
