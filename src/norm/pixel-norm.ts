/**
 * Pixel normalization: the feature vector at each position is divided by its own root mean square over the channels.
 *
 *     (1)  y  = x / √(mean(x²) + ε)           over the C channels of one position of one sample
 *
 * It is `normalize` along axis 1, and RMSNorm turned to images.
 *
 * Source: Karras et al. (2018), "Progressive growing of GANs", arXiv:1710.10196, section 4.2, with ε = 1e-8.
 */
import { Module } from '../autograd/module.js';
import type { Tensor } from '../autograd/tensor.js';
import { composed } from './composition.js';
import { normalize } from './normalize.js';
import { requireChannels, requireEps } from './requirements.js';

/**
 * Divides the channels of each position by their root mean square.
 *
 * @param inputs `x` of shape [N, C, ...].
 * @param options `eps` = 1e-8, as in the paper.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels.
 * @throws {RangeError} if ε is negative or not a number.
 * @example
 * pixelNorm({ x: tensor([[3, 4]]) }, { eps: 0 }); // [[0.8485, 1.1314]]
 */
export function pixelNorm(
  { x }: { readonly x: Tensor },
  { eps = 1e-8 }: { readonly eps?: number } = {},
): Tensor {
  requireEps('pixelNorm', eps);
  requireChannels('pixelNorm', x);
  return composed('pixelNorm', { x }, (inputs) =>
    normalize(inputs.x, { axes: [1], center: false, scale: 'rms', eps }),
  );
}

/**
 * `pixelNorm` as a layer, of any number of channels. It has no parameters.
 *
 * @example
 * new PixelNorm({ eps: 0 }).forward(tensor([[3, 4]])); // [[0.8485, 1.1314]]
 */
export class PixelNorm extends Module {
  readonly eps: number;

  /**
   * @param options `eps` = 1e-8, as in the paper.
   * @throws {RangeError} if ε is negative or not a number.
   */
  constructor({ eps = 1e-8 }: { eps?: number } = {}) {
    super();
    requireEps('PixelNorm', eps);
    this.eps = eps;
  }

  forward(x: Tensor): Tensor {
    requireChannels('PixelNorm', x);
    return pixelNorm({ x }, { eps: this.eps });
  }
}
