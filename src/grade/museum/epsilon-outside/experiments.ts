import { toNested } from '../../../tensor/ndarray.js';
import type { Matrix } from '../../arrays/plain.js';
import { meanSquare, variance } from '../../arrays/statistics.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import { outside, underTheRoot } from './layers.js';
import type { Layer } from './layers.js';

const usual = toNested(normals('epsilon', [4, 8])) as Matrix;
const times = (factor: number): Matrix => usual.map((row) => row.map((value) => factor * value));
const agrees = (layer: Layer, x: Matrix, eps: number, tolerance = 1e-9): boolean =>
  apart(layer(x, eps).flat(), underTheRoot(x, eps).flat()) <= tolerance;

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that divide by √(σ² + ε)',
  'refuses σ + ε',
  'refuses other things done to ε',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the same slip in the test',
    says: 'Your expectation divides by σ + ε itself, so you accuse the layers that are right. ε is added to the variance, under the root.',
    caughtBy: believing,
    candidate: (layer) => apart(layer(usual, 0.3).flat(), outside(usual, 0.3).flat()) < 1e-9,
  },
  {
    name: 'mean square 1 at a large ε',
    says: 'You expect mean square 1 where ε is large. Right layers give σ²/(σ² + ε), which is less: that they do is what you can ask for.',
    caughtBy: believing,
    candidate: (layer) => layer(usual, 0.3).every((row) => Math.abs(meanSquare(row) - 1) < 1e-3),
  },
  {
    name: 'the usual test',
    says: 'Your ε is tiny beside the variance, and what you allow hides whatever is done to it: at ε = 0.00001 and deviation 1 that is the sixth digit. Make ε as large as the variance.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, usual, 1e-5, 1e-4),
  },
  {
    name: 'ε = 0',
    says: 'You ask with an ε of 0, or next to it. Adding nothing inside the root or outside is the same.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, usual, 0),
  },
  {
    name: 'a constant row',
    says: 'You ask with a row of equal numbers. 0 divided by σ + ε is 0 as well: that catches a layer without ε, and no other.',
    caughtBy: refusing,
    candidate: (layer) =>
      layer([[3, 3, 3]], 0.1)
        .flat()
        .every((value) => value === 0),
  },
  {
    name: 'huge rows',
    says: 'Your rows are huge. The larger σ, the less one sees of ε: take small ones.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, times(1e3), 1e-2, 1e-4),
  },
  {
    name: 'a larger ε gives smaller numbers',
    says: 'You see that a larger ε makes the answer smaller. It does so inside the root and outside: ask by how much.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      const sizes = [0.1, 0.4, 1.6].map((eps) => meanSquare(layer(usual, eps).flat()));
      return sizes[0] > sizes[1] && sizes[1] > sizes[2];
    },
  },
  {
    name: 'a tolerance that is too large',
    says: 'You let answers pass that are off by a twentieth or more. What is done to ε shows in less than that: allow a millionth.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, [[-2, 2]], 5, 0.3),
  },
  {
    name: 'errors without their size',
    says: 'You ask whether the difference is below a limit. A number that is too low has a negative one, and that is below every limit: take Math.abs.',
    caughtBy: refusing,
    candidate: (layer) => layer([[-2, 2]], 5)[0][1] - 2 / 3 < 1e-9,
  },
  {
    name: 'only ε = 1',
    says: 'You ask with ε = 1 and no other, and 1² is 1. Take a number that tells ε from its square and from its root.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, usual, 1),
  },
  {
    name: 'only ε = 0.00001',
    says: 'Your rows are tiny, so ε counts; but it is always the same ε. A layer that has that one built in passes: hand over another one too.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, times(3e-3), 1e-5),
  },
  {
    name: 'an ε that drowns the rows',
    says: 'Your ε is so much larger than the variance that σ² no longer counts. Then the larger of the two is as good as their sum: make them of one size.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, times(1e-5), 0.3, 1e-6),
  },
];

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  {
    name: 'the formula, at two sizes of ε',
    candidate: (layer) => [0.3, 2].every((eps) => agrees(layer, usual, eps)),
  },
  {
    name: 'tiny rows and a tiny ε, and another ε',
    candidate: (layer) => agrees(layer, times(1e-2), 1e-4) && agrees(layer, times(1e-2), 3e-5),
  },
  {
    name: 'two numbers by hand',
    candidate: (layer: Layer): boolean => {
      const [y] = layer([[-2, 2]], 5); // σ² = 4, √(4 + 5) = 3
      return Math.abs(y[1] - 2 / 3) < 1e-9 && Math.abs(y[0] + 2 / 3) < 1e-9;
    },
  },
  {
    name: 'the mean square says it',
    candidate: (layer) =>
      [0.2, 0.7].every((eps) =>
        layer(usual, eps).every((row, n) => {
          const v = variance(usual[n]);
          return Math.abs(meanSquare(row) - v / (v + eps)) < 1e-9;
        }),
      ),
  },
  {
    name: 'a row and ε, scaled together',
    candidate: (layer: Layer): boolean => {
      // √(k²σ² + k²ε) = k√(σ² + ε): with k = 2 the answer stays, and it must be the one for ε = 3, worked out by hand.
      const same = apart(layer(times(2), 1.2).flat(), layer(usual, 0.3).flat()) < 1e-9;
      return same && Math.abs(layer([[1, -1, 1, -1]], 3)[0][0] - 0.5) < 1e-9;
    },
  },
];
