import { add } from '../../../../autograd/ops/add.js';
import { div } from '../../../../autograd/ops/div.js';
import { mul } from '../../../../autograd/ops/mul.js';
import { sqrt } from '../../../../autograd/ops/sqrt.js';
import type { Tensor } from '../../../../autograd/tensor.js';
import type { WrongVersion } from '../../../exercise.js';
import type { LayerNormFunction } from '../inputs.js';
import { affine, centre, standard, variance } from './pieces.js';

/** n / (n − 1). */
const bessel = (x: Tensor): number => x.shape[x.shape.length - 1] / (x.shape[x.shape.length - 1] - 1);

/** Wrong in what is divided by: the count, the root, ε. */
export const wrongDenominators: readonly WrongVersion<LayerNormFunction>[] = [
  {
    name: 'variance over n − 1',
    says: 'Your variance divides by n − 1. LayerNorm divides by n: at n = 4 that is 13 % off. Which of the two does PyTorch use?',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) =>
      affine(div(centre(x), sqrt(add(mul(variance(x), bessel(x)), eps))), gamma, beta),
  },
  {
    name: 'ε outside the root',
    says: 'You add ε after the root: √(σ²) + ε. LayerNorm adds it to the variance, under the root: √(σ² + ε). With ε = 0.00001 and large deviations nobody sees the difference; what does each give for a row of equal numbers?',
    caughtBy: 'uses ε under the root',
    candidate: (x, gamma, beta, eps) => affine(div(centre(x), add(sqrt(variance(x)), eps)), gamma, beta),
  },
  {
    name: 'variance over n − 1 and ε outside the root',
    says: 'Two things at once: your variance divides by n − 1, and ε is added after the root. LayerNorm divides by n and adds ε under the root. (A deviation from std() plus ε gives both, as in a well-known lesson.)',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) =>
      affine(div(centre(x), add(sqrt(mul(variance(x), bessel(x))), eps)), gamma, beta),
  },
  {
    name: 'no ε',
    says: 'Your layer never uses ε. What does it give for a row of equal numbers, where σ² = 0?',
    caughtBy: 'uses ε under the root',
    candidate: (x, gamma, beta) => affine(div(centre(x), sqrt(variance(x))), gamma, beta),
  },
  {
    name: 'ε is always 0.00001',
    says: 'Your ε is 0.00001 whatever is handed over: the argument eps is not read. Which number in your lines should be a name?',
    caughtBy: 'uses ε under the root',
    candidate: (x, gamma, beta) => affine(standard(x, 1e-5), gamma, beta),
  },
  {
    name: 'divides by the variance',
    says: 'You divide by the variance. LayerNorm divides by its square root: otherwise a row twice as large would come out half as large, not equal.',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) => affine(div(centre(x), add(variance(x), eps)), gamma, beta),
  },
  {
    name: 'sum of squares',
    says: 'You divide by the root of the sum of squares. The variance is their mean: the sum divided by C.',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) =>
      affine(div(centre(x), sqrt(add(mul(variance(x), x.shape[x.shape.length - 1]), eps))), gamma, beta),
  },
  {
    name: 'ε squared',
    says: 'Your ε is squared before it is used. It is added to the variance as it is.',
    caughtBy: 'uses ε under the root',
    candidate: (x, gamma, beta, eps) => affine(standard(x, eps * eps), gamma, beta),
  },
];
