/** GroupNorm of one sample, whose channels are laid out by group: [G, K, S]. */
import { groupNorm, reshape } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called, counterpartsOf } from './computed.js';
import type { Counterpart, Given } from './given.js';

function grouped(
  { x, gamma, beta }: { readonly x: Tensor; readonly gamma?: Tensor; readonly beta?: Tensor },
  { eps }: Given,
): Tensor {
  const [groups, K, S] = x.shape;
  const flat = (one: Tensor): Tensor => reshape(one, [groups * K]);
  const inputs = {
    x: reshape(x, [1, groups * K, S]),
    ...(gamma && { gamma: flat(gamma) }),
    ...(beta && { beta: flat(beta) }),
  };
  return reshape(groupNorm(inputs, { groups, eps }), x.shape);
}

const xhat = new Called(['x'], ({ x }, given) => grouped({ x }, given));
const withAffine = new Called(['x', 'gamma', 'beta'], ({ x, gamma, beta }, given) =>
  grouped({ x, gamma, beta }, given),
);

export const groupNormCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'group-norm-dx': withAffine.gradient('x', 'a', 'k', 's'),
  'group-norm-jacobian': xhat.jacobian('x', 'a', 'k', 's', 'b', 'l', 't'),
});
