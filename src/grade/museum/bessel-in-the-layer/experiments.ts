import { add, gradientCheck, mean, mul, tensor } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { centred, features } from '../layer-norms.js';
import { besselAndOutside } from './layers.js';
import type { Layer } from './layers.js';

const rows = normals('bessel', [4, 6]);
const short = tensor([
  [1, 0, 0, 0],
  [2, 5, -1, 3],
]);
const long = normals('bessel', [2, 512]);
const meanSquares = (y: Tensor): readonly number[] => [...mean(mul(y, y), features).data];
const allNear = (values: readonly number[], to: number, tolerance: number): boolean =>
  values.every((value) => Math.abs(value - to) <= tolerance);
const agrees = (layer: Layer, x: Tensor, eps: number, tolerance?: number): boolean =>
  near(layer(x, eps), layerNorm({ x }, { eps }), tolerance);

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that divide by √(σ² + ε), σ² over C',
  'refuses C − 1 with ε outside the root',
  'refuses each half of the bug, and other spellings',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the same slip in the check',
    says: 'Your own σ² divides by C − 1, so you accuse the layers that are right. LayerNorm takes the row as it is: C.',
    caughtBy: believing,
    candidate: (layer) => near(layer(rows, 1e-5), besselAndOutside(rows, 1e-5)),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the layer does. ε leaves a trace even in right layers: allow a little when you compare with 1, and compare numbers, not tensors.',
    caughtBy: believing,
    candidate: (layer) => allNear(meanSquares(layer(rows, 1e-5)), 1, 0),
  },
  {
    name: 'only a gradient check',
    says: 'A gradient check asks whether the way back belongs to the way there. A layer with C − 1 agrees with itself perfectly, and passes.',
    caughtBy: refusing,
    candidate: (layer) => gradientCheck((x) => layer(x, 1e-5), [rows]).ok,
  },
  {
    name: 'a long row, by eye',
    says: 'In a long row the two counts hardly differ, by a thousandth at 512 numbers, and you allow more than that. Take a short row, where C − 1 shows.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, long, 1e-5, 1e-2),
  },
  {
    name: 'only the mean',
    says: 'You look at the mean of the answer. It is 0 whatever one divides by.',
    caughtBy: refusing,
    candidate: (layer) => near(add(centred(layer(rows, 1e-5)), 1), add(layer(rows, 1e-5), 1), 1e-6),
  },
  {
    name: 'only the invariance',
    says: 'You multiply the input and see the same answer. C − 1 cancels in that as C does: look at the size of the answer.',
    caughtBy: refusing,
    candidate: (layer) => near(layer(mul(10, rows), 1e-5), layer(rows, 1e-5), 1e-3),
  },
  {
    name: 'only a constant row',
    says: 'You ask with rows of equal numbers. There the answer is 0 whatever one divides by.',
    caughtBy: refusing,
    candidate: (layer) =>
      allNear(
        [
          ...layer(
            tensor([
              [2, 2, 2],
              [7, 7, 7],
            ]),
            1e-3,
          ).data,
        ],
        0,
        1e-9,
      ),
  },
  {
    name: 'ε too small to be seen',
    says: 'You see C − 1. But your ε is tiny beside σ, so that its place does not show: ask a second time, with an ε as large as the variance.',
    caughtBy: disguises,
    candidate: (layer) => [rows, short].every((x) => allNear(meanSquares(layer(x, 1e-5)), 1, 1e-3)),
  },
  {
    name: 'one length of row',
    says: 'You ask with rows of one length only. Some layers change their count with it: take a short row and a longer one.',
    caughtBy: disguises,
    candidate: (layer) => [1e-5, 0.5].every((eps) => agrees(layer, short, eps)),
  },
  {
    name: 'only a large ε',
    says: 'Your ε is so much larger than the variance that nothing else counts in the denominator. Ask with a small one as well.',
    caughtBy: disguises,
    candidate: (layer) => [rows, short].every((x) => agrees(layer, x, 1e6, 1e-4)),
  },
];

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  {
    name: 'comparison with the library',
    candidate: (layer) => [rows, short].every((x) => [1e-5, 0.5].every((eps) => agrees(layer, x, eps))),
  },
  {
    name: 'the mean square says it',
    candidate: (layer) =>
      [rows, short].every((x) =>
        [1e-5, 2].every((eps) => {
          const variances = meanSquares(centred(x));
          const wanted = variances.map((variance) => variance / (variance + eps));
          return meanSquares(layer(x, eps)).every((value, n) => Math.abs(value - wanted[n]) < 1e-9);
        }),
      ),
  },
  {
    name: 'two rows by hand',
    candidate: (layer: Layer): boolean => {
      const two = layer(tensor([[-1, 1]]), 3).data; // σ² = 1, √(1 + 3) = 2
      const six = layer(tensor([[-1, 1, -1, 1, -1, 1]]), 3).data;
      return allNear([...two, ...six].map(Math.abs), 0.5, 1e-9);
    },
  },
  {
    name: 'ε = 0 for the count, ε = 1 for its place',
    candidate: (layer: Layer): boolean => {
      const steep = layer(tensor([[1, 0, 0, 0, 0]]), 0).data[0]; // √(C − 1) = 2
      const soft = layer(tensor([[Math.sqrt(3), -Math.sqrt(3)]]), 1).data[0]; // √3 / √(3 + 1)
      return Math.abs(steep - 2) < 1e-6 && Math.abs(soft - Math.sqrt(3) / 2) < 1e-6;
    },
  },
];
