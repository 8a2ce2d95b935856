/**
 * Divisive normalization: each number is compared with a window of its neighbours. Their mean is taken off, and what that
 * leaves is divided by its own root mean square over the window, softened by a constant.
 *
 *     (1)  c  = x − mean of x over the window
 *     (2)  s² = σ² + mean of c² over the window
 *     (3)  y  = c / s
 *
 * Windows lie along the last axis and hold fewer numbers at the ends, whose means are over those that are there.
 *
 * Source: Ren et al. (2017), "Normalizing the normalizers", arXiv:1611.04520, section 3, where σ is learned.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { div } from '../autograd/ops/div.js';
import { mul } from '../autograd/ops/mul.js';
import { sqrt } from '../autograd/ops/sqrt.js';
import { sub } from '../autograd/ops/sub.js';
import { Tensor } from '../autograd/tensor.js';
import { mapped } from '../tensor/ndarray.js';
import { composed } from './composition.js';
import { requireNumber, requireRows, requireSize } from './requirements.js';
import { windowSum } from './window.js';

/**
 * Takes off the mean of a window of neighbours and divides by the softened size of what that leaves in the window.
 *
 * @param inputs `x` of shape [..., C].
 * @param options `size` = 5, of the window; `sigma` = 1.
 * @returns y, of the shape of x.
 * @throws {RangeError} if the size is not a whole number from 1, σ is not a number, or C is 0.
 * @example
 * divisiveNorm({ x: tensor([[1, 3]]) }, { size: 3, sigma: 0 }); // [[-1, 1]]
 */
export function divisiveNorm(
  { x }: { readonly x: Tensor },
  { size = 5, sigma = 1 }: { readonly size?: number; readonly sigma?: number } = {},
): Tensor {
  requireRows('divisiveNorm', x);
  requireSize('divisiveNorm', size);
  requireNumber('divisiveNorm', 'sigma', sigma);
  const window = { axis: x.shape.length - 1, size };
  return composed('divisiveNorm', { x }, (given) => {
    const counts = windowSum(new Tensor(mapped(given.x, () => 1)), window);
    const around = (numbers: Tensor): Tensor => div(windowSum(numbers, window), counts);
    const c = sub(given.x, around(given.x)); //                                            (1)
    return div(c, sqrt(add(around(mul(c, c)), sigma * sigma))); //                         (2) (3)
  });
}

/**
 * `divisiveNorm` as a layer, of rows of any length. It has no parameters: σ is chosen.
 *
 * @example
 * const norm = new DivisiveNorm({ size: 3, sigma: 0 });
 * norm.forward(tensor([[1, 3]])); // [[-1, 1]]
 */
export class DivisiveNorm extends Module {
  readonly size: number;
  readonly sigma: number;

  /**
   * @param options `size` = 5, of the window; `sigma` = 1.
   * @throws {RangeError} if the size is not a whole number from 1, or σ is not a number.
   */
  constructor({ size = 5, sigma = 1 }: { size?: number; sigma?: number } = {}) {
    super();
    requireSize('DivisiveNorm', size);
    requireNumber('DivisiveNorm', 'sigma', sigma);
    [this.size, this.sigma] = [size, sigma];
  }

  forward(x: Tensor): Tensor {
    const { size, sigma } = this;
    requireRows('DivisiveNorm', x);
    return divisiveNorm({ x }, { size, sigma });
  }
}
