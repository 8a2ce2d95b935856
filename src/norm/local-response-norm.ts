/**
 * Local response normalization: each number is divided by a power of the squares in a window of neighbouring channels.
 *
 *     (1)  s  = Σ x² over a window of n channels around this one, at the same position; fewer at the ends
 *     (2)  y  = x / (k + α · s / n)^β
 *
 * Sources: Krizhevsky, Sutskever and Hinton (2012), "ImageNet classification with deep convolutional neural networks",
 * section 3.3, where α is not divided by n; the form here, with α / n, is PyTorch's, and so are its default values.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import type { Tensor } from '../autograd/tensor.js';
import { composed } from './composition.js';
import { requireChannels, requireNumber, requireSize } from './requirements.js';
import { windowSum } from './window.js';

/** What a call of `localResponseNorm` can choose. */
export interface LocalResponseOptions {
  /** n, how many channels a window holds. 5 unless said otherwise. */
  readonly size?: number;
  /** 1e-4 unless said otherwise. */
  readonly alpha?: number;
  /** The exponent. 0.75 unless said otherwise. */
  readonly beta?: number;
  /** 1 unless said otherwise. */
  readonly k?: number;
}

/**
 * Divides each number by a power of the squares of its neighbouring channels.
 *
 * @param inputs `x` of shape [N, C, ...].
 * @param options `size` = 5, `alpha` = 1e-4, `beta` = 0.75, `k` = 1.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels.
 * @throws {RangeError} if the size is not a whole number from 1, or another option is no number.
 * @example
 * localResponseNorm({ x: tensor([[1, 2, 3]]) }, { size: 1, alpha: 1, beta: 1, k: 1 }); // x / (1 + x²): [[0.5, 0.4, 0.3]]
 */
export function localResponseNorm(
  { x }: { readonly x: Tensor },
  { size = 5, alpha = 1e-4, beta = 0.75, k = 1 }: LocalResponseOptions = {},
): Tensor {
  const name = 'localResponseNorm';
  requireChannels(name, x);
  requireOptions(name, { size, alpha, beta, k });
  return composed(name, { x }, (given) => {
    const squares = windowSum(mul(given.x, given.x), { axis: 1, size }); //                (1)
    return mul(given.x, pow(add(mul(squares, alpha / size), k), -beta)); //                (2)
  });
}

function requireOptions(op: string, { size, ...others }: Required<LocalResponseOptions>): void {
  requireSize(op, size);
  for (const [option, value] of Object.entries(others)) requireNumber(op, option, value);
}

/**
 * `localResponseNorm` as a layer, of any number of channels. It has no parameters.
 *
 * @example
 * const norm = new LocalResponseNorm(1, { alpha: 1, beta: 1 });
 * norm.forward(tensor([[1, 2, 3]])); // [[0.5, 0.4, 0.3]]
 */
export class LocalResponseNorm extends Module {
  readonly options: Required<LocalResponseOptions>;

  /**
   * @param size n, how many channels a window holds.
   * @param options `alpha` = 1e-4, `beta` = 0.75, `k` = 1, as in PyTorch.
   * @throws {RangeError} if the size is not a whole number from 1, or an option is no number.
   */
  constructor(size: number, { alpha = 1e-4, beta = 0.75, k = 1 }: Omit<LocalResponseOptions, 'size'> = {}) {
    super();
    this.options = { size, alpha, beta, k };
    requireOptions('LocalResponseNorm', this.options);
  }

  forward(x: Tensor): Tensor {
    requireChannels('LocalResponseNorm', x);
    return localResponseNorm({ x }, this.options);
  }
}
