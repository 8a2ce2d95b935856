/**
 * Batch normalization that measures deviations without squares: by their mean size, or by the largest of them.
 *
 *     (1)  c  = x − mean(x)                   over the n numbers of the channel: all samples and positions
 *     (2)  s  = √(π/2) · mean(|c|)            L1: the deviation, if the numbers are normal
 *          s  = max(|c|)                      L∞
 *     (3)  y  = γ · c / max(s, ε) + β         γ and β of the channel
 *
 * Source: Hoffer et al. (2018), "Norm matters", arXiv:1803.01814, section 4. There L∞ has a factor that depends on n, and
 * a variant that averages the largest deviations; here it is the largest one, and γ has to make up for the factor.
 */
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { reshape } from '../autograd/ops/reshape.js';
import type { Tensor } from '../autograd/tensor.js';
import { usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { axesBesideChannels, besideX } from './channels.js';
import { composed } from './composition.js';
import { normalize } from './normalize.js';
import { requireChannels, requireEps, requireSeveral } from './requirements.js';

/**
 * Normalizes each channel over the batch by the mean size of its deviations.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C], which may be left out.
 * @param options `eps` = 1e-5, the least divisor.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma or beta has another shape.
 * @throws {RangeError} if a channel has one value only, or ε is negative or not a number.
 * @example
 * l1BatchNorm({ x: tensor([[1], [3]]) }); // 1 / √(π/2) from the middle: [[-0.7979], [0.7979]]
 */
export function l1BatchNorm(inputs: AffineInputs, { eps = 1e-5 }: { readonly eps?: number } = {}): Tensor {
  const factor = Math.sqrt(Math.PI / 2);
  // max(√(π/2) · mean, ε) = √(π/2) · max(mean, ε / √(π/2))
  return deviating('l1BatchNorm', inputs, eps, (x, axes) =>
    mul(normalize(x, { axes, center: true, scale: 'l1', eps: eps / factor }), 1 / factor),
  );
}

/**
 * Normalizes each channel over the batch by the largest of its deviations: y lies between −1 and 1 before γ and β.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C], which may be left out.
 * @param options `eps` = 1e-5, the least divisor.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma or beta has another shape.
 * @throws {RangeError} if a channel has one value only, or ε is negative or not a number.
 * @example
 * linfBatchNorm({ x: tensor([[1], [2], [6]]) }); // [[-0.6667], [-0.3333], [1]]
 */
export function linfBatchNorm(inputs: AffineInputs, { eps = 1e-5 }: { readonly eps?: number } = {}): Tensor {
  return deviating('linfBatchNorm', inputs, eps, (x, axes) =>
    normalize(x, { axes, center: true, scale: 'linf', eps }),
  );
}

function deviating(
  name: string,
  inputs: AffineInputs,
  eps: number,
  scaled: (x: Tensor, axes: readonly number[]) => Tensor,
): Tensor {
  const { x } = inputs;
  requireEps(name, eps);
  const shape = [requireChannels(name, x)];
  const gamma = usedGamma(name, inputs, shape);
  const beta = usedBeta(name, inputs, shape);
  requireSeveral(name, x, shape[0]);
  if (x.shape[0] === 0) return mul(x, 1);
  return composed(name, { x, gamma, beta }, (given) => {
    const [g, b] = [given.gamma, given.beta].map((one) => reshape(one, besideX(x.shape)));
    return add(mul(g, scaled(given.x, axesBesideChannels(x.shape))), b);
  });
}
