/**
 * The residual step of the normalized Transformer (nGPT): the stream moves on a sphere, a part of the way towards what the
 * sub-layer says.
 *
 *     (1)  Norm(x) = x / max(‖x‖, ε)          for each row
 *     (2)  h ← Norm(h + α ⊙ (Norm(f) − h))    f: what attention or feed-forward makes of h
 *
 * α has a number for each feature, of the size of one over the depth. It is learned as another number s, so that a step of
 * Adam changes it by α₀√C times as much:
 *
 *     (3)  α  = |s| · α₀√C                    s = 1/√C at the start, so α = α₀
 *
 * Source: Loshchilov, Hsieh, Sun and Ginsburg (2024), "nGPT: Normalized Transformer with Representation Learning on the
 * Hypersphere", arXiv:2410.01131, and the authors' code for (3); there is no ε there. α is called an eigen learning rate.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { neg } from '../autograd/ops/neg.js';
import { relu } from '../autograd/ops/relu.js';
import { sub } from '../autograd/ops/sub.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { constant } from './affine.js';
import { composed } from './composition.js';
import {
  requireEps,
  requireNormalizedShape,
  requireNumber,
  requireRows,
  requireShape,
} from './requirements.js';
import { unitRows } from './unit-rows.js';

/**
 * One step of the stream on the sphere.
 *
 * @param inputs `h`, the stream, of shape [..., C], rows of length 1; `branch`, what the sub-layer gives, of the same shape,
 * rows of any length; `alpha` of shape [C], 0 to stay and 1 to go all the way.
 * @param options `eps` = 1e-12, the least divisor.
 * @returns The stream after it, of the shape of h.
 * @throws {ShapeError} if branch or alpha has another shape.
 * @throws {RangeError} if C is 0, or ε is negative or not a number.
 * @example
 * const [h, branch] = [tensor([[1, 0]]), tensor([[0, 5]])];
 * hypersphericalStep({ h, branch, alpha: tensor([0.5, 0.5]) }); // halfway: [[0.7071, 0.7071]]
 */
export function hypersphericalStep(
  inputs: { readonly h: Tensor; readonly branch: Tensor; readonly alpha: Tensor },
  { eps = 1e-12 }: { readonly eps?: number } = {},
): Tensor {
  requireEps('hypersphericalStep', eps);
  requireShape('hypersphericalStep', 'alpha', inputs.alpha, requireRows('hypersphericalStep', inputs.h, 'h'));
  requireShape('hypersphericalStep', 'branch', inputs.branch, inputs.h.shape);
  return composed('hypersphericalStep', inputs, ({ h, branch, alpha }) => {
    const way = sub(unitRows({ w: branch }, { eps }), h); //                               (1)
    return unitRows({ w: add(h, mul(alpha, way)) }, { eps }); //                           (2)
  });
}

/**
 * `hypersphericalStep` with a learned α of its own.
 *
 * @example
 * const step = new HypersphericalStep(4, { start: 0.5 });
 * step.alpha(); // [0.5, 0.5, 0.5, 0.5]
 * step.forward(tensor([1, 0, 0, 0]), tensor([0, 0, 0, 9])); // halfway: [0.7071, 0, 0, 0.7071]
 */
export class HypersphericalStep extends Module {
  readonly C: number;
  readonly start: number;
  readonly eps: number;
  readonly s: Tensor;

  /**
   * @param C The length of a row.
   * @param options `start` = 0.05, what α is at the start; `eps` = 1e-12; `dtype` of s.
   * @throws {RangeError} if C is not a whole number from 1, start is not a number, or ε is negative or not a number.
   */
  constructor(
    C: number,
    { start = 0.05, eps = 1e-12, dtype = 'float64' }: { start?: number; eps?: number; dtype?: DType } = {},
  ) {
    super();
    requireEps('HypersphericalStep', eps);
    requireNumber('HypersphericalStep', 'start', start);
    requireNormalizedShape('HypersphericalStep', [C]);
    [this.C, this.start, this.eps] = [C, start, eps];
    this.s = constant([C], 1 / Math.sqrt(C), dtype);
  }

  /** α, of shape [C]. */
  alpha(): Tensor {
    const size = add(relu(this.s), relu(neg(this.s)));
    return mul(size, this.start * Math.sqrt(this.C)); //                                   (3)
  }

  /**
   * @param h The stream, of shape [..., C].
   * @param branch What the sub-layer gives, of the same shape.
   */
  forward(h: Tensor, branch: Tensor): Tensor {
    return hypersphericalStep({ h, branch, alpha: this.alpha() }, { eps: this.eps });
  }
}
