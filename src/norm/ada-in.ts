/**
 * Adaptive instance normalization: each channel of an image gets the mean and the deviation of that channel in another
 * image, its style.
 *
 *     (1)  μ(x), σ(x)                         over the positions of one channel of one sample, σ = √(variance + ε)
 *     (2)  y  = σ(s) · (x − μ(x)) / σ(x) + μ(s)
 *
 * Source: Huang and Belongie (2017), "Arbitrary style transfer in real-time with adaptive instance normalization",
 * arXiv:1703.06868, section 5.
 */
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { sqrt } from '../autograd/ops/sqrt.js';
import { sub } from '../autograd/ops/sub.js';
import type { Tensor } from '../autograd/tensor.js';
import { requireArray, ShapeError } from '../tensor/errors.js';
import { sameShape } from '../tensor/shape.js';
import { positionAxes } from './channels.js';
import { composed } from './composition.js';
import { normalize } from './normalize.js';
import { requireChannels, requireEps, requirePositions } from './requirements.js';

/**
 * Gives each channel of x the mean and the deviation of the same channel of the style.
 *
 * @param inputs `x` of shape [N, C, positions, ...]; `style` of shape [N, C, positions, ...], as many axes, with positions of
 * its own.
 * @param options `eps` = 1e-5.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no positions, or the style has other samples or channels.
 * @throws {RangeError} if ε is negative or not a number.
 * @example
 * adaIN({ x: tensor([[[1, 3]]]), style: tensor([[[10, 14, 10, 14]]]) }, { eps: 0 }); // [[[10, 14]]]
 */
export function adaIN(
  { x, style }: { readonly x: Tensor; readonly style: Tensor },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  requireEps('adaIN', eps);
  requireChannels('adaIN', x);
  requirePositions('adaIN', x);
  requireArray('adaIN', 'style', style);
  const alike = sameShape(style.shape.slice(0, 2), x.shape.slice(0, 2));
  if (!alike || style.shape.length !== x.shape.length || style.shape.slice(1).includes(0))
    throw new ShapeError('adaIN', 'style', `[${x.shape[0]}, ${x.shape[1]}, positions, ...]`, style.shape);
  return composed('adaIN', { x, style }, (given) => {
    const positions = { axis: positionAxes(x.shape), keepdims: true };
    const mu = mean(given.style, positions); //                                            (1)
    const centred = sub(given.style, mu);
    const sigma = sqrt(add(mean(mul(centred, centred), positions), eps));
    const content = normalize(given.x, { axes: positionAxes(x.shape), center: true, scale: 'rms', eps });
    return add(mul(sigma, content), mu); //                                                (2)
  });
}
