import { add } from '../../../autograd/ops/add.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import type { Check } from '../../exercise.js';
import type { MeanFunction } from './right.js';
import { wrongMeans } from './wrong.js';

type Inputs = readonly [x: Tensor, axis: number, keepdims: boolean];

const table = tensor([
  [1, 2, 6],
  [3, 5, 10],
]);
const ranks = (seed: number): readonly Inputs[] => {
  const numbers = (...shape: number[]): Tensor =>
    new Tensor(stream(`mean exercise ${seed}`, shape.length).normals(shape));
  return [
    [numbers(5), 0, false],
    [numbers(5), -1, true],
    [numbers(2, 3), -2, true],
    [numbers(2, 3, 4), 1, false],
    [numbers(2, 3, 4), -2, true],
    [numbers(2, 3, 4, 5), -3, false],
    [numbers(2, 3, 4, 5), 2, true],
    [numbers(0, 3), -1, false],
  ];
};
const standard: Standard<Inputs, MeanFunction> = {
  reference: (x, axis, keepdims) => mean(x, { axis, keepdims }),
  parts: ['y'],
  wrong: wrongMeans,
  telling: [[table, 0, false], [table, 1, false], [table, -1, false], [table, 1, true], ...ranks(0)],
};

/** Without axes of length 1, so that whoever keeps an axis too many is told so by a check of its own, after the numbers. */
const withoutOnes =
  (f: MeanFunction): MeanFunction =>
  (...inputs) => {
    const y: unknown = f(...inputs);
    return y instanceof Tensor
      ? new Tensor({ ...y, shape: y.shape.filter((length) => length !== 1) })
      : (y as Tensor);
  };
const numbers: Standard<Inputs, MeanFunction> = {
  ...standard,
  reference: withoutOnes(standard.reference),
  wrong: wrongMeans.map((version) => ({ ...version, candidate: withoutOnes(version.candidate) })),
};
const numbersAgree = (
  comparison: Parameters<typeof agrees<Inputs, MeanFunction>>[1],
): Check<MeanFunction> => {
  const check = agrees(numbers, comparison);
  return { ...check, run: (candidate, seed) => check.run(withoutOnes(candidate), seed) };
};

/** From the most fundamental to the subtlest. */
export const meansChecks: readonly Check<MeanFunction>[] = [
  readsItsArgument(standard, {
    points: 10,
    inputs: [
      [table, 1, false],
      [add(mul(table, table), 1), 1, false],
    ],
  }),
  numbersAgree({
    name: 'takes the mean along the axis it is given',
    points: 30,
    inputs: () => [
      [table, 1, false],
      [table, 0, false],
    ],
    hint: 'Each number of the answer is a sum along that axis, divided by its length.',
  }),
  numbersAgree({
    name: 'counts a negative axis from the end',
    points: 20,
    inputs: () => [
      [table, -1, false],
      [table, -2, false],
    ],
    hint: 'Axis −1 is the last axis, and −2 the one before it.',
  }),
  agrees<Inputs, MeanFunction>(standard, {
    name: 'keeps the axis where it is asked to, and only there',
    points: 15,
    inputs: () => [
      [table, 1, true],
      [table, 1, false],
      [table, 0, true],
    ],
    hint: 'With keepdims: true the axis stays where it was, with length 1; with false it disappears.',
  }),
  agrees<Inputs, MeanFunction>(standard, {
    name: 'works for one to four axes',
    points: 20,
    inputs: ranks,
    hint: 'Which line counts on two axes?',
  }),
  leavesAlone({ points: 5, inputs: [[table, 1, true]] }),
];
