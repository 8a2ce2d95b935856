import { add } from '../../../../autograd/ops/add.js';
import { div } from '../../../../autograd/ops/div.js';
import { mean } from '../../../../autograd/ops/mean.js';
import { mul } from '../../../../autograd/ops/mul.js';
import { sqrt } from '../../../../autograd/ops/sqrt.js';
import type { WrongVersion } from '../../../exercise.js';
import type { LayerNormFunction } from '../inputs.js';
import { affine, centre, over, row } from './pieces.js';

/** Wrong in how, or over what, mean and variance are taken. */
export const wrongStatistics: readonly WrongVersion<LayerNormFunction>[] = [
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
    name: 'one mean and deviation for everything',
    says: 'You took one mean and one deviation of all the numbers. Each row has its own: axis: −1, keepdims: true.',
    caughtBy: 'centres and scales each row',
    candidate: over((x) => x.shape.map((_, axis) => axis)),
  },
  {
    name: 'axis not kept',
    says: 'Without keepdims the means have shape [rows], and are set against the features instead of standing beside their rows. Keep the axis, with length 1: [rows, 1].',
    caughtBy: 'reads what it is given',
    candidate: over(() => -1, false),
  },
  {
    name: 'axis 1 instead of the last',
    says: 'With two axes your layer is right; with three it takes its statistics over the middle one. Axis 1 is the last only where there are two: −1 always is.',
    caughtBy: 'works on every shape',
    candidate: over(() => 1),
  },
];
