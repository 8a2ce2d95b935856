/**
 * z-loss: keeps the logits of a classifier from drifting. Cross-entropy does not feel a number that is added to a whole
 * row; this small second loss asks that the logarithm of the row's sum of exponentials stay near 0.
 *
 * For a row x of K logits, N rows and a coefficient c:
 *
 *     (1)  m  = max(x)                         over the row
 *     (2)  z  = m + log Σ exp(x − m)
 *     (3)  L  = c · mean(z²)                   over the N rows
 *
 * Backward, given dL:
 *
 *     (4)  dx = softmax(x) · z · 2c / N · dL
 *
 * Source: Chowdhery et al. (2022), "PaLM: scaling language modeling with pathways", arXiv:2204.02311, section 5, with
 * c = 10⁻⁴.
 */
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { log } from '../autograd/ops/log.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import { log as logarithm } from '../tensor/elementary.js';
import { ShapeError } from '../tensor/errors.js';
import { filled, zerosLike } from '../tensor/ndarray.js';
import { rowLength } from './last-axis.js';
import { composedExponentials, exponentials } from './softmax.js';

const zLossOp: Op<'logits', number> = defineOp('zLoss', {
  forward({ logits }, c) {
    const { data } = logits;
    const K = rowLength(logits);
    const [e, probabilities] = [new Float64Array(K), new Float64Array(data.length)];
    const z = new Float64Array(data.length / K);
    let squares = 0;
    for (let n = 0; n < z.length; n++) {
      const { shift, total } = exponentials(data, n * K, e); //                        (1)
      z[n] = shift + logarithm(total); //                                              (2)
      squares += z[n] * z[n];
      for (let k = 0; k < K; k++) probabilities[n * K + k] = e[k] / total;
    }
    const loss = filled([], (c * squares) / z.length, logits.dtype); //                (3)
    return { y: loss, saved: { z, probabilities } };
  },

  backward(dy, { logits }, { z, probabilities }, c) {
    const dx = zerosLike(logits);
    const K = rowLength(logits);
    const scale = (2 * c * dy.data[0]) / z.length;
    for (let n = 0, i = 0; n < z.length; n++)
      for (const end = i + K; i < end; i++) dx.data[i] = probabilities[i] * z[n] * scale; // (4)
    return { logits: dx };
  },

  compose({ logits }, c) {
    const { shift, total } = composedExponentials(logits); //                          (1)
    const z = add(shift, log(total)); //                                               (2)
    return mul(c, mean(mul(z, z))); //                                                 (3)
  },
});

/**
 * c · mean(z²), where z is the logarithm of the sum of the exponentials of a row of logits: to be added to the
 * cross-entropy of the same logits.
 *
 * A row that is −∞ everywhere adds nothing, as in `softmax`; PyTorch's formula gives ∞ there. No rows at all give NaN.
 *
 * @param logits Shape [..., K].
 * @param options `coefficient`: c, 10⁻⁴ unless said otherwise.
 * @returns A single number, of shape [].
 * @throws {ShapeError} if the logits are a single number, or K is 0.
 * @throws {RangeError} if the coefficient is not a number.
 * @example
 * zLoss(tensor([[0, 0], [3, 1000]]), { coefficient: 1 }); // (log² 2 + 1000²) / 2: 500000.2402
 */
export function zLoss(
  logits: Tensor,
  { coefficient = 1e-4 }: { readonly coefficient?: number } = {},
): Tensor {
  if (rowLength(logits) === 0 || logits.shape.length === 0)
    throw new ShapeError('zLoss', 'logits', '[..., K]', logits.shape);
  if (Number.isNaN(coefficient)) throw new RangeError('zLoss: expected coefficient to be a number, got NaN');
  return zLossOp({ logits }, coefficient);
}
