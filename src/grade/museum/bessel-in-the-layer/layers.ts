import { add, div, mean, mul, reshape, sqrt, sub, sum, Tensor } from '../../../autograd/index.js';
import { ndarray } from '../../../tensor/ndarray.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';
import { centred, features, layerNorms, ofTheLibrary } from '../layer-norms.js';

/** A norm of the rows of x, of shape [N, C], with ε. */
export type Layer = (x: Tensor, eps: number) => Tensor;

const squares = (x: Tensor): Tensor => sum(mul(centred(x), centred(x)), features);
const C = (x: Tensor): number => x.shape[x.shape.length - 1];

/** B6: the deviation over C − 1, and ε added to it instead of to the variance. */
export const besselAndOutside: Layer = (x, eps) => div(centred(x), add(sqrt(div(squares(x), C(x) - 1)), eps));

/** A gradient check asks for operations, and may do so. */
const { 'a LayerNorm in loops': inLoops, ...differentiable } = layerNorms;

/** The right ones. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  differentiable,
  'This layer is right: x̂ = (x − μ) / √(σ² + ε), with σ² over C. What do you expect of it: is your σ² over C, is the ε that you hand over part of it, under the root, and do you allow for rounding?',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a layer that divides by (deviation over C − 1) + ε',
    layer: besselAndOutside,
    says: 'This layer divides by the deviation over C − 1, and your experiment believes it. The shorter the row, the larger the difference: at two numbers x̂ is ±0.71 instead of ±1.',
  },
];

/** Half of the bug, or the whole of it in other words. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a layer with C − 1, and ε where it belongs',
    layer: (x, eps) => div(centred(x), sqrt(add(div(squares(x), C(x) - 1), eps))),
    says: 'In this layer ε is where it belongs, and the squares are divided by C − 1. With a large ε the count hardly matters: ask with a small one as well.',
  },
  {
    name: 'a layer that compares its numbers in pairs',
    layer: (x: Tensor, eps: number): Tensor => {
      const n = C(x);
      const pairs = sub(
        reshape(
          x,
          [-1, n, 1].map((v) => (v < 0 ? x.shape[0] : v)),
        ),
        reshape(x, [x.shape[0], 1, n]),
      );
      const mean2 = div(sum(mul(pairs, pairs), { axis: [1, 2] }), 2 * n * (n - 1));
      return div(centred(x), sqrt(add(reshape(mean2, [x.shape[0], 1]), eps)));
    },
    says: 'This layer takes half the mean square of the differences of all pairs. That is the variance over C − 1, with no C − 1 in sight of the mean.',
  },
  {
    name: 'a layer with C, and ε outside the root',
    layer: (x, eps) => div(centred(x), add(sqrt(mean(mul(centred(x), centred(x)), features)), eps)),
    says: 'This layer divides by σ + ε, with the right σ. Where ε is tiny beside σ nobody sees it: ask with a large ε, or with tiny rows.',
  },
  {
    name: 'a layer whose count is always 4',
    layer: (x, eps) => div(centred(x), sqrt(add(div(squares(x), 4), eps))),
    says: 'This layer divides the squares by 4, whatever C is. On rows of four numbers it is right: ask with another length as well.',
  },
];

/** Tell apart what experiments look at; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  {
    name: 'a layer that subtracts nothing',
    layer: (x: Tensor, eps: number) => div(x, sqrt(add(mean(mul(x, x), features), eps))),
    says: '',
  },
  {
    name: 'a layer without gradient',
    layer: (x: Tensor) => new Tensor(ndarray(centred(x).data, x.shape)),
    says: '',
  },
  {
    name: 'a layer that counts',
    layer: (x: Tensor) =>
      centred(
        new Tensor(
          ndarray(
            x.data.map((_, i) => i),
            x.shape,
          ),
        ),
      ),
    says: '',
  },
  { name: 'a layer that centres', layer: (x: Tensor) => centred(x), says: '' },
  { name: 'a layer without ε', layer: (x: Tensor) => ofTheLibrary(x, 0), says: '' },
  { name: 'a layer with an ε of its own', layer: (x: Tensor) => ofTheLibrary(x), says: '' },
  {
    name: 'a layer a tenth too large',
    layer: (x: Tensor, eps: number) => mul(1.1, inLoops(x, eps)),
    says: '',
  },
];
