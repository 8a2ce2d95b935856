/**
 * Mean-only normalization: the first half of layer normalization alone. The mean is taken off, and nothing is divided.
 *
 *     (1)  μ  = mean(x)                       over the C numbers of the row
 *     (2)  y  = x − μ + β
 *
 * For rows it is a variation for study; the other half is `varianceOnlyNorm`. Over a batch it goes with weight
 * normalization: Salimans and Kingma (2016), arXiv:1602.07868, section 4.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { constant, usedBeta } from './affine.js';
import { composed, withoutMean } from './composition.js';
import { requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

const row = { axis: -1, keepdims: true };

/**
 * Takes the mean off each row, then adds β.
 *
 * @param inputs `x` of shape [..., C]; `beta` of shape [C], which may be left out.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if beta has another shape.
 * @throws {RangeError} if C is 0.
 * @example
 * meanOnlyNorm({ x: tensor([[1, 5]]) }); // [[-2, 2]]
 */
export function meanOnlyNorm(inputs: { readonly x: Tensor; readonly beta?: Tensor | undefined }): Tensor {
  const { x } = inputs;
  const beta = usedBeta('meanOnlyNorm', inputs, requireRows('meanOnlyNorm', x));
  return composed('meanOnlyNorm', { x, beta }, (given) => add(withoutMean(given.x, row), given.beta)); // (1) (2)
}

/**
 * `meanOnlyNorm` with a parameter of its own: β = 0 at the start.
 *
 * @example
 * const norm = new MeanOnlyNorm(2);
 * norm.forward(tensor([[1, 5]])); // [[-2, 2]]
 */
export class MeanOnlyNorm extends Module {
  readonly C: number;
  readonly beta: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `affine` = true, false leaves β out; `dtype` of β.
   * @throws {RangeError} if C is not a whole number from 1.
   */
  constructor(C: number, { affine = true, dtype = 'float64' }: { affine?: boolean; dtype?: DType } = {}) {
    super();
    requireNormalizedShape('MeanOnlyNorm', [C]);
    this.C = C;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    requireTrailing('MeanOnlyNorm', x, [this.C]);
    return meanOnlyNorm({ x, beta: this.beta });
  }
}
