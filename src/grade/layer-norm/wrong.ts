/**
 * LayerNorms that are wrong in the ways people get them wrong. Each has been seen in published code, lessons or
 * questions, and each passes some usual test.
 */
import { add } from '../../autograd/ops/add.js';
import { div } from '../../autograd/ops/div.js';
import { mean } from '../../autograd/ops/mean.js';
import { mul } from '../../autograd/ops/mul.js';
import { sqrt } from '../../autograd/ops/sqrt.js';
import { sub } from '../../autograd/ops/sub.js';
import { detach, Tensor } from '../../autograd/tensor.js';
import { zerosLike } from '../../tensor/ndarray.js';
import type { WrongVersion } from '../exercise.js';
import type { LayerNormFunction } from './inputs.js';

type Wrong = WrongVersion<LayerNormFunction>;

const row = { axis: -1, keepdims: true };
const mu = (x: Tensor): Tensor => mean(x, row);
const centre = (x: Tensor): Tensor => sub(x, mu(x));
const variance = (x: Tensor): Tensor => mean(mul(centre(x), centre(x)), row);
/** n / (n − 1). */
const bessel = (x: Tensor): number => x.shape[x.shape.length - 1] / (x.shape[x.shape.length - 1] - 1);
const affine = (xhat: Tensor, gamma: Tensor, beta: Tensor): Tensor => add(mul(gamma, xhat), beta);
const standard = (x: Tensor, eps: number): Tensor => div(centre(x), sqrt(add(variance(x), eps)));

/** x with statistics over other axes. */
function over(axis: (x: Tensor) => number | readonly number[]): LayerNormFunction {
  return (x, gamma, beta, eps) => {
    const group = { axis: axis(x), keepdims: true };
    const centred = sub(x, mean(x, group));
    return affine(div(centred, sqrt(add(mean(mul(centred, centred), group), eps))), gamma, beta);
  };
}

/** Rounded to the 11 significant bits of half precision; the gradient passes as if nothing had happened. */
function half(x: Tensor): Tensor {
  const error = zerosLike(x);
  x.data.forEach((value, i) => {
    const scaled = Math.fround(value * 8193);
    error.data[i] = Math.fround(scaled - Math.fround(scaled - value)) - value;
  });
  return add(x, new Tensor(error));
}

const denominators: readonly Wrong[] = [
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
];

const statistics: readonly Wrong[] = [
  {
    name: 'variance as a difference of squares',
    says: 'On paper, mean(x²) − mean(x)² is the variance. Around 10 000 both terms are near 10⁸, float32 keeps about seven digits, and the difference is lost among those it drops. Subtract the mean first, then square.',
    caughtBy: 'keeps its digits far from zero',
    candidate: (x, gamma, beta, eps) => {
      const difference = sub(mean(mul(x, x), row), mul(mu(x), mu(x)));
      return affine(div(centre(x), sqrt(add(difference, eps))), gamma, beta);
    },
  },
  {
    name: 'never centred',
    says: 'You divide by the root of the mean square and never subtract the mean. That is RMSNorm, a layer of its own (notebook 07). Equation (1) is missing here.',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) => affine(div(x, sqrt(add(mean(mul(x, x), row), eps))), gamma, beta),
  },
  {
    name: 'variance not centred',
    says: 'You subtract the mean above, but not inside the variance: what you divide by is the root of mean(x²). Equation (2) squares x − μ, not x.',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) =>
      affine(div(centre(x), sqrt(add(mean(mul(x, x), row), eps))), gamma, beta),
  },
  {
    name: 'statistics over the last two axes',
    says: 'Your mean and deviation are taken over the last two axes, so each word borrows from its neighbours. Each row has a mean of its own, over the last axis alone.',
    caughtBy: 'centres and scales each row',
    candidate: over(() => [-2, -1]),
  },
  {
    name: 'statistics over the batch',
    says: 'Your mean and deviation run over axis 0, one pair for each feature: that is what BatchNorm does. LayerNorm takes one pair for each row, over axis −1.',
    caughtBy: 'centres and scales each row',
    candidate: over(() => 0),
  },
  {
    name: 'statistics in half precision',
    says: 'Your mean and deviation keep only about three digits, as float16 does. Numbers may be stored small; means and variances are taken in at least float32.',
    caughtBy: 'uses ε under the root',
    candidate: (x, gamma, beta, eps) => {
      const centred = sub(x, half(mu(x)));
      return affine(div(centred, half(sqrt(add(mean(mul(centred, centred), row), eps)))), gamma, beta);
    },
  },
  {
    name: 'statistics cut off from the gradient',
    says: 'Your numbers are right, but mean and deviation are cut off from the graph (detach, noGrad, or numbers taken out of data). x moves them too, and that path is part of the gradient.',
    caughtBy: 'lets the right gradients through',
    candidate: (x, gamma, beta, eps) =>
      affine(div(sub(x, detach(mu(x))), detach(sqrt(add(variance(x), eps)))), gamma, beta),
  },
];

const parameters: readonly Wrong[] = [
  {
    name: 'one γ for all features',
    says: 'Your γ has become a single number, its mean. Every feature has a γ of its own: mul(gamma, xhat) with gamma of shape [C].',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, gamma, beta, eps) => affine(standard(x, eps), mean(gamma), beta),
  },
  {
    name: 'β is ignored',
    says: 'β never enters. Equation (5) ends with + β.',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, gamma, _, eps) => mul(gamma, standard(x, eps)),
  },
  {
    name: 'γ is ignored',
    says: 'γ never enters. With γ = 1 nobody would notice; training moves it away from 1.',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, _, beta, eps) => add(standard(x, eps), beta),
  },
  {
    name: 'gain 1 + γ',
    says: 'You multiply by 1 + γ. Some libraries store the gain that way and start γ at 0; here, as in PyTorch, the gain is γ itself and starts at 1.',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) => affine(standard(x, eps), add(gamma, 1), beta),
  },
  {
    name: 'γ multiplies β as well',
    says: 'You shift first and scale afterwards: γ(x̂ + β), so β is scaled too. Equation (5) is γ x̂ + β. Where do the brackets go?',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, gamma, beta, eps) => mul(gamma, add(standard(x, eps), beta)),
  },
];

/** Eighteen wrong LayerNorms, each with what to say to it. */
export const wrongLayerNorms: readonly Wrong[] = [...denominators, ...statistics, ...parameters];
