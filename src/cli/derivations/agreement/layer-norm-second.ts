/** Second derivatives of LayerNorm: the way back through the way back. */
import { div, gradient, layerNorm, mul, pow, sum } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { counterpartsOf, entry } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';
import { normalization } from './layer-norm.js';

/** The loss Σ a y³/3, so that what arrives at y moves with x as well. */
function cubicLoss(given: Given): Computed {
  const x = given.tensor('x');
  const affine = { gamma: given.tensor('gamma'), beta: given.tensor('beta') };
  const y: Tensor = layerNorm({ x, ...affine }, { eps: given.eps });
  const loss = sum(div(mul(given.tensor('a'), pow(y, 3)), 3));
  const [dx] = gradient(loss, [x], { createGraph: true });
  return entry(gradient(dx, [x], { dy: given.tensor('v') })[0], 'j');
}

export const secondCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'layer-norm-double-backward-x': normalization.second('x', 'j'),
  'layer-norm-double-backward-gamma': normalization.second('gamma', 'i'),
  'layer-norm-double-backward-dy': normalization.second('dy', 'i'),
  'layer-norm-hvp': cubicLoss,
});
