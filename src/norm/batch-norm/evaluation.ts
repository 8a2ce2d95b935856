/** Batch normalization in use, with running statistics: equations (11) to (13) of the folder's index. */
import { defineOp } from '../../autograd/op.js';
import type { Op } from '../../autograd/op.js';
import { add } from '../../autograd/ops/add.js';
import { mul } from '../../autograd/ops/mul.js';
import { reshape } from '../../autograd/ops/reshape.js';
import { sub } from '../../autograd/ops/sub.js';
import { Tensor } from '../../autograd/tensor.js';
import { ndarray, zerosLike } from '../../tensor/ndarray.js';
import { usedBeta, usedGamma } from '../affine.js';
import type { AffineInputs } from '../affine.js';
import { besideX, layoutOf } from '../channels.js';
import { requireChannels, requireEps } from '../requirements.js';
import { requireRunning } from './running.js';
import type { Running } from './running.js';

/** The statistics as they stood when the operation was called. */
interface Fixed {
  readonly mean: Float64Array;
  readonly rstd: Float64Array;
}

const evaluateOp: Op<'x' | 'gamma' | 'beta', Fixed> = defineOp('batchNormEvaluate', {
  forward({ x, gamma, beta }, { mean, rstd }) {
    const y = zerosLike(x);
    const { N, C, positions } = layoutOf(x.shape);
    const [from, to, g, b] = [x.data, y.data, gamma.data, beta.data];
    for (let sample = 0, k = 0; sample < N; sample++)
      for (let c = 0; c < C; c++)
        for (const end = k + positions; k < end; k++) {
          to[k] = g[c] * ((from[k] - mean[c]) * rstd[c]) + b[c]; //                        (11)
        }
    return { y, saved: undefined };
  },

  backward(dy, { x, gamma, beta }, _saved, { mean, rstd }) {
    const [dx, dgamma, dbeta] = [zerosLike(x), zerosLike(gamma), zerosLike(beta)];
    const { N, C, positions } = layoutOf(x.shape);
    const [from, d, to, g] = [x.data, dy.data, dx.data, gamma.data];
    const [sumDy, sumDyXhat] = [new Float64Array(rstd.length), new Float64Array(rstd.length)];
    for (let sample = 0, k = 0; sample < N; sample++)
      for (let c = 0; c < C; c++)
        for (const end = k + positions; k < end; k++) {
          sumDy[c] += d[k]; //                                                             (6)
          sumDyXhat[c] += d[k] * ((from[k] - mean[c]) * rstd[c]); //                       (12)
          to[k] = g[c] * rstd[c] * d[k]; //                                                (13)
        }
    dbeta.data.set(sumDy);
    dgamma.data.set(sumDyXhat);
    return { x: dx, gamma: dgamma, beta: dbeta };
  },

  compose({ x, gamma, beta }, { mean, rstd }) {
    const beside = besideX(x.shape);
    const [mu, r] = [mean, rstd].map((numbers) => new Tensor(ndarray(numbers, beside)));
    const [g, b] = [gamma, beta].map((one) => reshape(one, beside));
    return add(mul(g, mul(sub(x, mu), r)), b); //                                          (11)
  },
});

/**
 * Normalizes each channel of x by statistics that are given, as in use: an affine map, the same for every sample.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C]; `running` mean and variance of shape [C],
 * which are constants: no gradient flows into them.
 * @param options `eps` = 1e-5, added to the variance under the root.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma, beta or the statistics have another shape than [C].
 * @throws {RangeError} if ε is negative or not a number.
 * @example
 * const running = { mean: tensor([1, 10]), variance: tensor([4, 25]) };
 * batchNormEvaluate({ x: tensor([[3, 0]]), running }, { eps: 0 }); // [[1, -2]]
 */
export function batchNormEvaluate(
  { running, ...inputs }: AffineInputs & { readonly running: Running },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  requireEps('batchNormEvaluate', eps);
  return evaluated({ ...inputs, running }, (value) => Math.sqrt(value + eps));
}

/** The same, where what is divided by is made of the running variance in another way. */
export function evaluated(
  { running, ...inputs }: AffineInputs & { readonly running: Running },
  divisor: (variance: number) => number,
): Tensor {
  const { x } = inputs;
  const shape = [requireChannels('batchNormEvaluate', x)];
  const gamma = usedGamma('batchNormEvaluate', inputs, shape);
  const beta = usedBeta('batchNormEvaluate', inputs, shape);
  requireRunning('batchNormEvaluate', running, x);
  const mean = Float64Array.from(running.mean.data);
  const rstd = Float64Array.from(running.variance.data, (value) => 1 / divisor(value));
  return evaluateOp({ x, gamma, beta }, { mean, rstd });
}
