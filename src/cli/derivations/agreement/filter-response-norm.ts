/** Filter response normalization of one sample; open is 1 where its y lies above τ, which its own forward pass says. */
import { filterResponseNorm, reshape, sub } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called } from './computed.js';
import type { Compute } from './computed.js';
import type { Counterpart, Given } from './given.js';

const ofOneSample = (
  {
    x,
    ...parameters
  }: { readonly x: Tensor; readonly gamma: Tensor; readonly beta: Tensor; readonly tau?: Tensor },
  eps: number,
): Tensor => reshape(filterResponseNorm({ x: reshape(x, [1, ...x.shape]), ...parameters }, { eps }), x.shape);

const withThreshold = new Called(
  ['x', 'gamma', 'beta', 'tau'],
  ({ x, gamma, beta, tau }, { eps }) => ofOneSample({ x, gamma, beta, tau }, eps),
  { dy: 'dz' },
);

function open(given: Given): Readonly<Record<string, ArrayLike<number>>> {
  const [x, gamma, beta, tau] = ['x', 'gamma', 'beta', 'tau'].map((name) => given.tensor(name));
  const above = sub(ofOneSample({ x, gamma, beta }, given.eps), reshape(tau, [tau.data.length, 1]));
  return { open: above.data.map((value) => (value > 0 ? 1 : 0)) };
}

const atThresholds = (compute: Compute): Counterpart => ({ compute, instead: open });

export const filterResponseNormCounterparts: Readonly<Record<string, Counterpart>> = {
  'filter-response-norm-dx': atThresholds(withThreshold.gradient('x', 'i', 's')),
  'filter-response-norm-dtau': atThresholds(withThreshold.gradient('tau', 'i')),
};
