/**
 * Positional normalization: the channels at each position are centred and scaled by their own mean and deviation.
 *
 *     (1)  y  = (x − μ) / √(σ² + ε)           μ and σ² over the C channels of one position of one sample
 *
 * It is `normalize` along axis 1, and layer normalization turned to images. Its paper hands μ and σ on to a later layer
 * ("moment shortcut"); take them from x with `mean`.
 *
 * Source: Li et al. (2019), "Positional normalization", arXiv:1907.04312, section 3.
 */
import { Module } from '../autograd/module.js';
import type { Tensor } from '../autograd/tensor.js';
import { composed } from './composition.js';
import { normalize } from './normalize.js';
import { requireChannels, requireEps } from './requirements.js';

/**
 * Standardizes the channels of each position.
 *
 * @param inputs `x` of shape [N, C, ...].
 * @param options `eps` = 1e-5.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels.
 * @throws {RangeError} if ε is negative or not a number.
 * @example
 * positionalNorm({ x: tensor([[3, 5]]) }, { eps: 0 }); // [[-1, 1]]
 */
export function positionalNorm(
  { x }: { readonly x: Tensor },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  requireEps('positionalNorm', eps);
  requireChannels('positionalNorm', x);
  return composed('positionalNorm', { x }, (inputs) =>
    normalize(inputs.x, { axes: [1], center: true, scale: 'rms', eps }),
  );
}

/**
 * `positionalNorm` as a layer, of any number of channels. It has no parameters.
 *
 * @example
 * new PositionalNorm({ eps: 0 }).forward(tensor([[3, 5]])); // [[-1, 1]]
 */
export class PositionalNorm extends Module {
  readonly eps: number;

  /**
   * @param options `eps` = 1e-5.
   * @throws {RangeError} if ε is negative or not a number.
   */
  constructor({ eps = 1e-5 }: { eps?: number } = {}) {
    super();
    requireEps('PositionalNorm', eps);
    this.eps = eps;
  }

  forward(x: Tensor): Tensor {
    requireChannels('PositionalNorm', x);
    return positionalNorm({ x }, { eps: this.eps });
  }
}
