/** Batch normalization over sequences of unequal lengths: what fills them up takes no part. */
import type { Tensor } from '../../autograd/tensor.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { add } from '../../autograd/ops/add.js';
import { mul } from '../../autograd/ops/mul.js';
import { reshape } from '../../autograd/ops/reshape.js';
import { where } from '../../autograd/ops/where.js';
import { usedBeta, usedGamma } from '../affine.js';
import type { AffineInputs } from '../affine.js';
import { axesBesideChannels, besideX } from '../channels.js';
import { composed } from '../composition.js';
import { requireMask, standardized } from '../masked-layer-norm.js';
import { requireChannels, requireEps } from '../requirements.js';

/**
 * Normalizes each channel over the real positions of all sequences.
 *
 * @param inputs `x` of shape [N, C, T]; `mask` of shape [N, 1, T]: not 0 at real positions, 0 at padding; `gamma` and `beta`
 * of shape [C], which may be left out. What stands at padding does not matter, not even NaN.
 * @param options `eps` = 1e-5.
 * @returns y, of the shape of x, 0 at padding.
 * @throws {ShapeError} if x has no channels, or mask, gamma or beta has another shape.
 * @throws {RangeError} if ε is negative or not a number, or there is not more than one real position.
 * @example
 * maskedBatchNorm({ x: tensor([[[1, 9]], [[3, 9]]]), mask: tensor([[[1, 0]], [[1, 0]]]) }, { eps: 0 }); // [[[-1, 0]], [[1, 0]]]
 */
export function maskedBatchNorm(
  { mask, ...inputs }: AffineInputs & { readonly mask: NDArray },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  const name = 'maskedBatchNorm';
  const { x } = inputs;
  requireEps(name, eps);
  const C = requireChannels(name, x);
  const [gamma, beta] = [usedGamma(name, inputs, [C]), usedBeta(name, inputs, [C])];
  requireMask(name, mask, [x.shape[0], 1, ...x.shape.slice(2)]);
  const real = mask.data.filter((value) => value !== 0).length;
  if (x.shape[0] > 0 && real < 2)
    throw new RangeError(
      `${name}: expected a mask with more than one real position, got ${real}. Give it a larger batch`,
    );
  return composed(name, { x, gamma, beta }, (given) => {
    const xhat = standardized(given.x, mask, { axis: axesBesideChannels(x.shape), eps });
    const [g, b] = [given.gamma, given.beta].map((one) => reshape(one, besideX(x.shape)));
    return where(mask, add(mul(g, xhat), b), 0);
  });
}
