import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import type { Check } from '../../exercise.js';
import { refusesWhatDoesNotFit, takesWhatFits } from './refusing.js';
import { normalizeOver } from './right.js';
import type { OverFunction } from './right.js';
import { refuses, takes, wrongOvers } from './wrong.js';

type Inputs = readonly [x: Tensor, shape: readonly number[], eps: number];

const words = tensor([
  [1, 3, 4, 8],
  [-2, 0, 1, 9],
]);
const sentences = tensor([
  [
    [1, 2, 6],
    [3, 5, 13],
  ],
  [
    [0, 4, 5],
    [7, 7, 1],
  ],
]);
const close = tensor([
  [0.1, 0.3, 0.4, 0.8],
  [-0.2, 0, 0.1, 0.9],
]);
const byHand: Inputs = [words, [4], 1e-5];
const together: Inputs = [sentences, [2, 3], 1e-5];
const largeEps: Inputs = [close, [4], 0.3];
const equalNumbers: Inputs = [
  tensor([
    [5, 5, 5],
    [0, 1, 2],
  ]),
  [3],
  0.1,
];

/** One axis to four; all of them, or only the last ones. */
function manyShapes(seed: number): readonly Inputs[] {
  const random = stream('normalize-over exercise', seed);
  const numbers = (...shape: number[]): Tensor =>
    new Tensor(random.normals(shape, { mean: 1, deviation: 2 }));
  return [
    [numbers(5), [5], 0.1],
    [numbers(2, 3, 4), [4], 1e-5],
    [numbers(2, 3, 4), [3, 4], 0.1],
    [numbers(3, 2, 2), [3, 2, 2], 1e-5],
    [numbers(2, 2, 3, 2), [2, 3, 2], 0.1],
    [numbers(2, 3, 2, 2), [2, 2], 1e-12],
  ];
}

const standard: Standard<Inputs, OverFunction> = {
  reference: normalizeOver,
  parts: ['y'],
  wrong: wrongOvers,
  telling: [byHand, together, largeEps, ...manyShapes(0)],
};

/** From the most fundamental to the subtlest. */
export const oversChecks: readonly Check<OverFunction>[] = [
  { name: takes, points: 5, run: takesWhatFits },
  readsItsArgument(standard, { points: 5, inputs: [byHand, [close, [4], 1e-5]] }),
  agrees(standard, {
    name: 'normalizes over the last axis',
    points: 20,
    inputs: () => [byHand],
    tolerance: 1e-3,
    hint: 'With shape [4] every row should come out with mean 0 and mean square 1, as in section 2.',
  }),
  agrees(standard, {
    name: 'takes two axes together',
    points: 20,
    inputs: () => [together],
    tolerance: 1e-3,
    hint: 'With shape [2, 3] the 6 numbers of a sentence share one mean and one deviation. mean takes a list: axis: [-2, -1].',
  }),
  agrees(standard, {
    name: 'uses ε under the root',
    points: 10,
    inputs: () => [largeEps, equalNumbers],
    hint: 'With a deviation large beside √ε it was right. Where does ε stand in equation (3), and is it the ε that was handed over?',
  }),
  agrees(standard, {
    name: 'takes as many axes as it is asked to',
    points: 15,
    inputs: manyShapes,
    hint: 'Which of your lines counts on one number of axes?',
  }),
  { name: refuses, points: 20, run: refusesWhatDoesNotFit },
  leavesAlone({ points: 5, inputs: [byHand, together] }),
];
