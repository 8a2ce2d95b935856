import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import type { Check } from '../../exercise.js';
import { raggedNorm } from './right.js';
import type { RaggedNorm } from './right.js';
import { names, wrongRaggeds } from './wrong.js';

type Inputs = readonly [x: Tensor, mask: Tensor, eps: number];

/** Sentences of these lengths, filled up to the longest; what stands in the padding. */
function sentences(
  lengths: readonly number[],
  padding: number,
  { seed = 0, eps = 1e-5, size = 2 } = {},
): Inputs {
  const [N, T, C] = [lengths.length, Math.max(...lengths), 3];
  const mask = tensor(lengths.map((length) => Array.from({ length: T }, (_, t) => [t < length ? 1 : 0])));
  const name = `ragged exercise, ${lengths.join()}`;
  const x = new Tensor(stream(name, seed).normals([N, T, C], { mean: 1, deviation: size }));
  for (let i = 0; i < x.data.length; i++) if (mask.data[Math.floor(i / C)] === 0) x.data[i] = padding;
  return [x, mask, eps];
}

const byHand: Inputs = [
  tensor([
    [
      [1, 2],
      [3, 8],
    ],
    [
      [5, 0],
      [0, 0],
    ],
  ]),
  tensor([
    [[1], [1]],
    [[1], [0]],
  ]),
  1e-5,
];
const full = sentences([3, 3], 0);
const zeros = sentences([4, 1, 2], 0);
const noisy = sentences([4, 1, 2], 9);
const largeEps = sentences([2, 4, 3], 9, { eps: 0.3, size: 0.4 });

const standard: Standard<Inputs, RaggedNorm> = {
  reference: raggedNorm,
  parts: ['y'],
  wrong: wrongRaggeds,
  telling: [byHand, full, zeros, noisy, largeEps],
};

/** From the most fundamental to the subtlest. */
export const raggedChecks: readonly Check<RaggedNorm>[] = [
  readsItsArgument(standard, { points: 5, inputs: [full, sentences([3, 3], 0, { seed: 1 })] }),
  agrees(standard, {
    name: names.full,
    points: 20,
    inputs: (seed) => [full, sentences([2, 2, 2], 0, { seed })],
    tolerance: 1e-3,
    hint: 'Here the mask is 1 everywhere. Each feature should come out with mean 0 and mean square 1 over all words of all sentences.',
  }),
  agrees(standard, {
    name: names.count,
    points: 30,
    inputs: (seed) => [byHand, zeros, sentences([1, 5], 0, { seed })],
    tolerance: 1e-3,
    hint: 'Without padding it was right. Which of your lines counts a padded place, or gives it something else than 0?',
  }),
  agrees(standard, {
    name: names.deaf,
    points: 25,
    inputs: (seed) => [noisy, sentences([3, 1, 5], -40, { seed })],
    tolerance: 1e-3,
    hint: 'Where the padding was 0 it was right, and now 9 stands there. Which of your sums hears it?',
  }),
  agrees(standard, {
    name: names.eps,
    points: 15,
    inputs: () => [largeEps],
    hint: 'With a deviation large beside √ε it was right. Where does ε stand, and is it the ε that was handed over?',
  }),
  leavesAlone({ points: 5, inputs: [noisy] }),
];
