/**
 * Filter response normalization with its thresholded linear unit: each channel of each sample is divided by its root mean
 * square over the positions, not centred, and cut off from below at a learned threshold.
 *
 *     (1)  ν² = mean(x²)                      over the positions of one channel of one sample
 *     (2)  y  = γ · x / √(ν² + ε) + β         γ and β of the channel
 *     (3)  z  = max(y, τ)                     τ of the channel
 *
 * Source: Singh and Krishnan (2020), "Filter response normalization layer", arXiv:1911.09737, section 3.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { relu } from '../autograd/ops/relu.js';
import { reshape } from '../autograd/ops/reshape.js';
import { sub } from '../autograd/ops/sub.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { besideX, positionAxes } from './channels.js';
import { composed } from './composition.js';
import { normalize } from './normalize.js';
import {
  requireChannels,
  requireEps,
  requireNormalizedShape,
  requirePositions,
  requireShape,
} from './requirements.js';

/** The inputs of `filterResponseNorm`. */
export interface FilterResponseInputs extends AffineInputs {
  /** τ, of shape [C]; without it nothing is cut off. */
  readonly tau?: Tensor | undefined;
}

/**
 * Divides each channel of each sample by its root mean square over the positions, scales, shifts and cuts off.
 *
 * @param inputs `x` of shape [N, C, positions, ...]; `gamma`, `beta` and `tau` of shape [C], each of which may be left out.
 * @param options `eps` = 1e-6.
 * @returns z, of the shape of x.
 * @throws {ShapeError} if x has no channels or no positions, or gamma, beta or tau has another shape.
 * @throws {RangeError} if ε is negative or not a number.
 * @example
 * filterResponseNorm({ x: tensor([[[3, -3]]]), tau: tensor([0]) }, { eps: 0 }); // [[[1, 0]]]
 */
export function filterResponseNorm(
  inputs: FilterResponseInputs,
  { eps = 1e-6 }: { readonly eps?: number } = {},
): Tensor {
  const name = 'filterResponseNorm';
  const { x, tau } = inputs;
  requireEps(name, eps);
  const shape = [requireChannels(name, x)];
  requirePositions(name, x);
  const gamma = usedGamma(name, inputs, shape);
  const beta = usedBeta(name, inputs, shape);
  if (tau) requireShape(name, 'tau', tau, shape);
  return composed(name, { x, gamma, beta, tau }, (given) => {
    const [g, b] = [given.gamma, given.beta].map((one) => reshape(one, besideX(x.shape)));
    const scaled = normalize(given.x, { axes: positionAxes(x.shape), center: false, scale: 'rms', eps }); // (1)
    const y = add(mul(g, scaled), b); //                                                                     (2)
    const t = given.tau && reshape(given.tau, besideX(x.shape));
    return t ? add(relu(sub(y, t)), t) : y; //                                                               (3)
  });
}

/**
 * `filterResponseNorm` with parameters of its own: γ = 1, β = 0 and τ = 0 at the start.
 *
 * @example
 * new FilterResponseNorm(1, { eps: 0 }).forward(tensor([[[3, -3]]])); // [[[1, 0]]]
 */
export class FilterResponseNorm extends Module {
  readonly C: number;
  readonly eps: number;
  readonly gamma: Tensor;
  readonly beta: Tensor;
  readonly tau: Tensor;

  /**
   * @param C The number of channels.
   * @param options `eps` = 1e-6; `dtype` of γ, β and τ.
   * @throws {RangeError} if C is not a whole number from 1, or ε is negative or not a number.
   */
  constructor(C: number, { eps = 1e-6, dtype = 'float64' }: { eps?: number; dtype?: DType } = {}) {
    super();
    requireEps('FilterResponseNorm', eps);
    requireNormalizedShape('FilterResponseNorm', [C]);
    [this.C, this.eps] = [C, eps];
    this.gamma = constant([C], 1, dtype);
    this.beta = constant([C], 0, dtype);
    this.tau = constant([C], 0, dtype);
  }

  forward(x: Tensor): Tensor {
    const { C, eps, gamma, beta, tau } = this;
    requireChannels('FilterResponseNorm', x, C);
    return filterResponseNorm({ x, gamma, beta, tau }, { eps });
  }
}
