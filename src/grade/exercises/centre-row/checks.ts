import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import type { Check } from '../../exercise.js';
import { centre } from './right.js';
import type { CentreFunction } from './right.js';
import { wrongCentrings } from './wrong.js';

const first = tensor([
  [1, 2, 6],
  [3, 5, 10],
]);
const second = tensor([
  [4, 0, 2],
  [1, 1, 7],
]);
const square = tensor([
  [1, 2, 6],
  [3, 5, 10],
  [0, 0, 3],
]);
const shapes = (seed: number): readonly (readonly [Tensor])[] =>
  [
    [4, 2],
    [2, 3, 4],
    [1, 5],
  ].map((shape) => [new Tensor(stream('centre exercise', seed).normals(shape))]);
const standard: Standard<readonly [Tensor], CentreFunction> = {
  reference: centre,
  parts: ['y'],
  wrong: wrongCentrings,
  telling: [[first], [second], [square], ...shapes(0)],
};

/** From the most fundamental to the subtlest. */
export const centringsChecks: readonly Check<CentreFunction>[] = [
  readsItsArgument(standard, { points: 20, inputs: [[first], [second]] }),
  agrees<readonly [Tensor], CentreFunction>(standard, {
    name: "subtracts each row's own mean",
    points: 50,
    inputs: () => [[first], [second], [square]],
    hint: 'Every row of the answer should have mean 0.',
  }),
  agrees<readonly [Tensor], CentreFunction>(standard, {
    name: 'works on every shape',
    points: 20,
    inputs: shapes,
    hint: 'Which line holds on to the shape of one tensor?',
  }),
  leavesAlone({ points: 10, inputs: [[first]] }),
];
