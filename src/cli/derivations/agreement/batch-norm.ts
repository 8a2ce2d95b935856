/** BatchNorm in training and in use. */
import {
  add,
  batchNorm,
  batchNormEvaluate,
  batchStatistics,
  concat,
  filled,
  linear,
  mul,
  tensor,
  transpose,
} from '../../../index.js';
import type { BatchStatistics, Tensor } from '../../../index.js';
import { Called, counterpartsOf, number, square } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

const affine = ['x', 'gamma', 'beta'];

const training = new Called(affine, ({ x, gamma, beta }, { eps }) => batchNorm({ x, gamma, beta }, { eps }));
const xhat = new Called(['x'], ({ x }, { eps }) => batchNorm({ x }, { eps }));

/** With N − 1 below the variance: a smaller γ and a smaller ε do it. */
const bessel = new Called(affine, ({ x, gamma, beta }, { eps }) => {
  const share = 1 - 1 / x.shape[0];
  return batchNorm({ x, gamma: mul(gamma, Math.sqrt(share)), beta }, { eps: share * eps });
});

const behindBias = new Called([...affine, 'b'], ({ x, gamma, beta, b }, { eps }) =>
  batchNorm({ x: add(x, b), gamma, beta }, { eps }),
);

/** `batchNorm` refuses a batch of one. The same sample twice has its mean, and its variance, which is 0. */
const sampleTwice = new Called(affine, ({ x, gamma, beta }, { eps }) =>
  batchNorm({ x: concat([x, x], { axis: 0 }), gamma, beta }, { eps }),
);

const inUse = (x: Tensor, given: Given, gamma: Tensor, beta: Tensor): Tensor => {
  const running = { mean: given.tensor('runningMean'), variance: given.tensor('runningVariance') };
  return batchNormEvaluate({ x, gamma, beta, running }, { eps: given.eps });
};
const evaluation = new Called(affine, ({ x, gamma, beta }, given) => inUse(x, given, gamma, beta));

/** W is [out, in] in the derivation. */
const behindLinear = new Called(['h', 'W', 'b', 'gamma', 'beta'], ({ h, W, b, gamma, beta }, given) =>
  inUse(linear({ x: h, weight: transpose(W), bias: b }), given, gamma, beta),
);

/** Three batches whose mean is a. */
function runningMean(given: Given): Computed {
  const [a, momentum] = [given.number('a'), given.number('rho')];
  const running = { mean: filled([1], 0), variance: filled([1], 1) };
  for (let step = 0; step < 3; step++) batchNorm({ x: tensor([[a - 1], [a + 1]]) }, { running, momentum });
  return number(running.mean.data[0]);
}

/** The mean over all batches of three that can be drawn from x, each number as often as it likes. */
function overBatches(
  of: (statistics: BatchStatistics, all: BatchStatistics) => number,
): (given: Given) => Computed {
  return (given) => {
    const population = [...given.tensor('x').data];
    const all = batchStatistics(tensor(population.map((value) => [value])));
    const found = population.flatMap((a) =>
      population.flatMap((b) => population.map((c) => of(batchStatistics(tensor([[a], [b], [c]])), all))),
    );
    return number(found.reduce((sum, value) => sum + value, 0) / found.length);
  };
}

const dx = training.gradient('x', 'n', 'j');

export const batchNormCounterparts: Readonly<Record<string, Counterpart>> = {
  ...counterpartsOf({
    'batch-norm-dx': dx,
    'batch-norm-dx-paper': dx,
    'batch-norm-dx-sums': dx,
    'batch-norm-dgamma': training.gradient('gamma', 'j'),
    'batch-norm-dbeta': training.gradient('beta', 'j'),
    'batch-norm-bessel-dx': bessel.gradient('x', 'n', 'j'),
    'batch-norm-bias-before': behindBias.gradient('b', 'j'),
    'batch-norm-one-sample': sampleTwice.value('n', 'j'),
    'batch-norm-two-samples': new Called(['x'], ({ x }, { eps }) => square(batchNorm({ x }, { eps }))).value(
      'n',
      'j',
    ),
    'batch-norm-jacobian': xhat.jacobian('x', 'm', 'i', 'n', 'j'),
    'batch-norm-mean-noise': overBatches(
      ({ mean }, all) => (mean[0] - all.mean[0]) * (mean[0] - all.mean[0]),
    ),
    'batch-norm-variance-bias': overBatches(({ variance }) => variance[0]),
    'batch-norm-evaluation-affine': evaluation.value('n', 'j'),
    'batch-norm-evaluation-dx': evaluation.gradient('x', 'n', 'j'),
    'batch-norm-fusion': behindLinear.value('n', 'j'),
    'batch-norm-fusion-weight': behindLinear.gradient('W', 'j', 'k'),
  }),
  'batch-norm-running-bias': {
    compute: runningMean,
    // A momentum is a share, from 0 to 1.
    instead: (given) => ({ rho: 1 / (1 + given.number('rho') * given.number('rho')) }),
  },
};
