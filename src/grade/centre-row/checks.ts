import { Tensor, tensor } from '../../autograd/tensor.js';
import { stream } from '../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../behaviour.js';
import { agrees } from '../comparison.js';
import type { Standard } from '../comparison.js';
import type { Check } from '../exercise.js';
import { centre, wrongCentrings } from './versions.js';
import type { CentreFunction } from './versions.js';

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
const numbers = (...shape: number[]): Tensor =>
  new Tensor(stream('centre exercise', shape.length).normals(shape));
const standard: Standard<readonly [Tensor], CentreFunction> = {
  reference: centre,
  parts: ['y'],
  wrong: wrongCentrings,
  telling: [[first], [second], [square]],
};

/** From the most fundamental to the subtlest. */
export const centringsChecks: readonly Check<CentreFunction>[] = [
  readsItsArgument(standard, [[first], [second]]),
  agrees(standard, {
    name: "subtracts each row's own mean",
    inputs: [[first], [second], [square]],
    hint: 'Every row of the answer should have mean 0.',
  }),
  agrees(standard, {
    name: 'works on every shape',
    inputs: [[numbers(4, 2)], [numbers(2, 3, 4)], [numbers(1, 5)]],
    hint: 'Which line holds on to the shape of one tensor?',
  }),
  leavesAlone([[first]]),
];
