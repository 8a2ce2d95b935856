import { add } from '../../../../autograd/ops/add.js';
import { div } from '../../../../autograd/ops/div.js';
import { mean } from '../../../../autograd/ops/mean.js';
import { mul } from '../../../../autograd/ops/mul.js';
import { sqrt } from '../../../../autograd/ops/sqrt.js';
import { sub } from '../../../../autograd/ops/sub.js';
import { detach, Tensor } from '../../../../autograd/tensor.js';
import { zerosLike } from '../../../../tensor/ndarray.js';
import type { WrongVersion } from '../../../exercise.js';
import type { LayerNormFunction } from '../inputs.js';
import { affine, centre, mu, row, variance } from './pieces.js';

/** Rounded to the 11 significant bits of half precision; the gradient passes as if nothing had happened. */
function half(x: Tensor): Tensor {
  const error = zerosLike(x);
  x.data.forEach((value, i) => {
    const scaled = Math.fround(value * 8193);
    error.data[i] = Math.fround(scaled - Math.fround(scaled - value)) - value;
  });
  return add(x, new Tensor(error));
}

const differenceOfSquares: LayerNormFunction = (x, gamma, beta, eps) => {
  const difference = sub(mean(mul(x, x), row), mul(mu(x), mu(x)));
  return affine(div(centre(x), sqrt(add(difference, eps))), gamma, beta);
};

const halfPrecision: LayerNormFunction = (x, gamma, beta, eps) => {
  const centred = sub(x, half(mu(x)));
  return affine(div(centred, half(sqrt(add(mean(mul(centred, centred), row), eps)))), gamma, beta);
};

/** Right on paper: wrong in their digits, or in their gradients. */
export const wrongPrecision: readonly WrongVersion<LayerNormFunction>[] = [
  {
    name: 'variance as a difference of squares',
    says: 'On paper, mean(x²) − mean(x)² is the variance. Around 10 000 both terms are near 10⁸, float32 keeps about seven digits, and the difference is lost among those it drops. Subtract the mean first, then square.',
    caughtBy: 'keeps its digits far from zero',
    candidate: differenceOfSquares,
  },
  {
    name: 'statistics in half precision',
    says: 'Your mean and deviation keep only about three digits, as float16 does. Numbers may be stored small; means and variances are taken in at least float32.',
    caughtBy: 'uses ε under the root',
    candidate: halfPrecision,
  },
  {
    name: 'statistics cut off from the gradient',
    says: 'Your numbers are right, but mean and deviation are cut off from the graph (detach, noGrad, or numbers taken out of data). x moves them too, and that path is part of the gradient.',
    caughtBy: 'lets the right gradients through',
    candidate: (x, gamma, beta, eps) =>
      affine(div(sub(x, detach(mu(x))), detach(sqrt(add(variance(x), eps)))), gamma, beta),
  },
];
