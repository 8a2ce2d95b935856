/** LayerNorm whose statistics are held still on the way back. */
import { detachNorm, mul } from '../../../index.js';
import type { Detached } from '../../../index.js';
import { Called, meanOf, number, total, varianceOf } from './computed.js';
import type { Compute } from './computed.js';
import type { Counterpart, Given } from './given.js';

const inverseSquare = (value: number): number => 1 / (value * value);

/** The ε that makes r of the variance of x. */
const epsFor = (given: Given): number => inverseSquare(given.number('rstd')) - varianceOf(given.tensor('x'));

const detached = (detach: Detached, eps: (given: Given) => number = epsFor): Called =>
  new Called(['x', 'gamma', 'beta'], ({ x, gamma, beta }, given) =>
    detachNorm({ x, gamma, beta }, { detach, eps: eps(given) }),
  );

const [both, variance] = [detached('both'), detached('variance')];
const mean = detached('mean', ({ eps }) => eps);

/** μ and r, which the derivations leave open: the library takes those of x. */
const instead = (given: Given): Readonly<Record<string, number>> => ({
  mu: meanOf(given.tensor('x')),
  rstd: 1 / Math.sqrt(varianceOf(given.tensor('x')) + inverseSquare(given.number('rstd'))),
});

const computed: Readonly<Record<string, Compute>> = {
  'layer-norm-detached': both.gradient('x', 'j'),
  'layer-norm-detached-sum': (given) => number(total(both.gradientAt(given, 'x'))),
  'layer-norm-detached-mean': mean.gradient('x', 'j'),
  'layer-norm-detached-variance': variance.gradient('x', 'j'),
  'layer-norm-detached-variance-along-xhat': (given) =>
    number(meanOf(mul(variance.gradientAt(given, 'x'), given.definedRow('xhat', 'i')))),
};

export const detachNormCounterparts: Readonly<Record<string, Counterpart>> = Object.fromEntries(
  Object.entries(computed).map(([name, compute]) => [name, { compute, instead }]),
);
