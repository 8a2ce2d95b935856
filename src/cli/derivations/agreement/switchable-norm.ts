/** Switchable normalization, whose three means and variances are those of x. */
import { broadcastTo, mean, mul, sub, switchableNorm } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called } from './computed.js';
import type { Compute } from './computed.js';
import type { Counterpart, Given } from './given.js';

const mixed = new Called(
  ['x', 'gamma', 'beta', 'meanLogits', 'varianceLogits'],
  ({ x, gamma, beta, meanLogits, varianceLogits }, { eps }) =>
    switchableNorm({ x, gamma, beta, meanLogits, varianceLogits }, { eps }),
);

/** Instance, layer, batch: which axes each is over. */
const kinds: readonly (readonly number[])[] = [[2], [1, 2], [0, 2]];

function statistics(given: Given): Readonly<Record<string, ArrayLike<number>>> {
  const x = given.tensor('x');
  const beside = [...x.shape.slice(0, 2), 1];
  const laidOut = (of: (axis: readonly number[]) => Tensor): number[] =>
    kinds.flatMap((axis) => [...broadcastTo(of(axis), beside).data]);
  const meanOver = (of: Tensor, axis: readonly number[]): Tensor => mean(of, { axis, keepdims: true });
  const deviations = (axis: readonly number[]): Tensor => sub(x, meanOver(x, axis));
  return {
    m: laidOut((axis) => meanOver(x, axis)),
    v: laidOut((axis) => meanOver(mul(deviations(axis), deviations(axis)), axis)),
  };
}

const ofX = (compute: Compute): Counterpart => ({ compute, instead: statistics });

export const switchableNormCounterparts: Readonly<Record<string, Counterpart>> = {
  'switchable-norm-dmean-logits': ofX(mixed.gradient('meanLogits', 'k')),
  'switchable-norm-dvariance-logits': ofX(mixed.gradient('varianceLogits', 'k')),
};
