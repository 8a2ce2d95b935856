import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import type { Check } from '../../exercise.js';
import { anyNorm } from './right.js';
import type { AnyNorm, NormChoice } from './right.js';
import { names, wrongAnyNorms } from './wrong.js';

type Inputs = readonly [x: Tensor, choice: NormChoice];

const words = tensor([
  [1, 3, 4, 8],
  [-2, 0, 1, 9],
]);
const close = tensor([
  [0.1, 0.3, 0.4, 0.8],
  [-0.2, 0, 0.1, 0.9],
]);
const standard = { center: true, scale: 'rms', eps: 1e-5 } as const;
const layer: Inputs = [words, { ...standard, axes: [-1] }];
const rms: Inputs = [words, { ...standard, axes: [1], center: false }];
const meanOnly: Inputs = [words, { ...standard, axes: [1], scale: 'none' }];
const largeEps: Inputs = [close, { ...standard, axes: [1], eps: 0.3 }];

const numbers = (seed: number, ...shape: number[]): Tensor =>
  new Tensor(stream(`any-norm exercise, ${shape.join()}`, seed).normals(shape, { mean: 1, deviation: 2 }));

/** Statistics of channels over the batch, and of positions over channels. */
const notTheLast = (seed: number): readonly Inputs[] => [
  [numbers(seed, 4, 3), { ...standard, axes: [0] }],
  [numbers(seed, 2, 3, 4), { ...standard, axes: [0, 2] }],
  [numbers(seed, 3, 2, 4), { ...standard, axes: [1] }],
  [numbers(seed, 3, 2, 4), { ...standard, axes: [1], center: false, eps: 1e-8 }],
];

/** [N, C, H, W] over positions; [N, groups, channels of a group, H, W] over all but the first two. */
const ofChannels = (seed: number): readonly Inputs[] => [
  [numbers(seed, 2, 3, 2, 3), { ...standard, axes: [2, 3] }],
  [numbers(seed, 2, 2, 2, 2, 3), { ...standard, axes: [2, 3, 4] }],
];

const reference: Standard<Inputs, AnyNorm> = {
  reference: anyNorm,
  parts: ['y'],
  wrong: wrongAnyNorms,
  telling: [layer, rms, meanOnly, largeEps, ...notTheLast(0), ...ofChannels(0)],
};

/** From the most fundamental to the subtlest. */
export const anyNormChecks: readonly Check<AnyNorm>[] = [
  readsItsArgument(reference, { points: 5, inputs: [layer, [close, layer[1]]] }),
  agrees(reference, {
    name: names.layer,
    points: 20,
    inputs: () => [layer],
    tolerance: 1e-3,
    hint: 'With axes [-1], centred and divided, every row should come out with mean 0 and mean square 1.',
  }),
  agrees(reference, {
    name: names.rms,
    points: 20,
    inputs: () => [rms, meanOnly],
    tolerance: 1e-3,
    hint: "LayerNorm was right already. center: false leaves out the mean, in both places: the size is then that of x itself. scale: 'none' leaves out the division.",
  }),
  agrees(reference, {
    name: names.batch,
    points: 20,
    inputs: notTheLast,
    tolerance: 1e-3,
    hint: 'One axis, the last, was right. Which of your lines does not read the list of axes?',
  }),
  agrees(reference, {
    name: names.group,
    points: 15,
    inputs: ofChannels,
    tolerance: 1e-3,
    hint: 'Up to two axes of three were right. Which of your lines counts on how many there are?',
  }),
  agrees(reference, {
    name: names.eps,
    points: 15,
    inputs: () => [largeEps],
    hint: 'With a size large beside √ε it was right. Where does ε stand, and is it the ε that was handed over?',
  }),
  leavesAlone({ points: 5, inputs: [layer, ...notTheLast(0)] }),
];
