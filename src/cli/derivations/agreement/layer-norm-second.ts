/** Second derivatives of LayerNorm: the way back through the way back. */
import { div, gradient, layerNorm, mul, pow, sum } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import type { Computed, Counterpart, Given } from './given.js';
import { entry } from './layer-norm.js';

/** The gradient of ⟨w, dx⟩ for x, γ or dy. */
function throughDx(given: Given, by: 'x' | 'gamma' | 'dy', letter: string): Computed {
  const [x, gamma, beta, dy] = ['x', 'gamma', 'beta', 'dy'].map((variable) => given.tensor(variable));
  const y = layerNorm({ x, gamma, beta }, { eps: given.eps });
  // ⟨y, dy⟩ and not y with the cotangent dy: a cotangent is no input that could be differentiated by.
  const [dx] = gradient(sum(mul(y, dy)), [x], { createGraph: true });
  return entry(gradient(dx, [{ x, gamma, dy }[by]], { dy: given.tensor('w') })[0], letter);
}

/** The loss Σ a y³/3, so that what arrives at y moves with x as well. */
function cubicLoss(given: Given): Computed {
  const x = given.tensor('x');
  const affine = { gamma: given.tensor('gamma'), beta: given.tensor('beta') };
  const y: Tensor = layerNorm({ x, ...affine }, { eps: given.eps });
  const loss = sum(div(mul(given.tensor('a'), pow(y, 3)), 3));
  const [dx] = gradient(loss, [x], { createGraph: true });
  return entry(gradient(dx, [x], { dy: given.tensor('v') })[0], 'j');
}

export const secondCounterparts: Readonly<Record<string, Counterpart>> = {
  'layer-norm-double-backward-x': { compute: (given) => throughDx(given, 'x', 'j') },
  'layer-norm-double-backward-gamma': { compute: (given) => throughDx(given, 'gamma', 'i') },
  'layer-norm-double-backward-dy': { compute: (given) => throughDx(given, 'dy', 'i') },
  'layer-norm-hvp': { compute: cubicLoss },
};
