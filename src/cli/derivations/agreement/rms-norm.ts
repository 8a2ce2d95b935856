/** RMSNorm. */
import { mean, mul, rmsNorm, sub } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called, counterpartsOf, entry, number, square, times, total } from './computed.js';
import type { Compute } from './computed.js';
import type { Counterpart, Given } from './given.js';

const normalization = new Called(['x', 'gamma'], ({ x, gamma }, { eps }) => rmsNorm({ x, gamma }, { eps }));
const xhat = new Called(['x'], ({ x }, { eps }) => rmsNorm({ x }, { eps }));
/** LayerNorm cut at its centred row c, which is RMSNorm of c; β goes nowhere. */
const ofCentred = new Called(['c', 'gamma'], ({ c, gamma }, { eps }) => rmsNorm({ x: c, gamma }, { eps }));

/** x̂ of something made of x. */
const xhatOf =
  (made: (x: Tensor, given: Given) => Tensor): Compute =>
  (given) =>
    entry(rmsNorm({ x: made(given.tensor('x'), given) }, { eps: given.eps }), 'i');

/** The Jacobian times a variable. */
const along =
  (vector: string): Compute =>
  (given) =>
    entry(times(xhat.jacobianAt(given, 'x'), given.tensor(vector)), 'i');

export const rmsNormCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'rms-norm-dx': normalization.gradient('x', 'j'),
  'rms-norm-dgamma': normalization.gradient('gamma', 'j'),
  'rms-norm-dx-along-x': (given) =>
    number(total(mul(normalization.gradientAt(given, 'x'), given.tensor('x')))),
  'rms-norm-jacobian': xhat.jacobian('x', 'i', 'j'),
  'rms-norm-jacobian-x': along('x'),
  'rms-norm-differentials': along('w'),
  'rms-norm-double-backward-x': normalization.second('x', 'j'),
  'rms-norm-double-backward-dy': normalization.second('dy', 'j'),
  'rms-norm-hvp': normalization.second('x', 'j'),
  'rms-norm-rotation': xhatOf((_x, given) => given.definedRow('turned', 'i')),
  'rms-norm-scale': xhatOf((x, given) => mul(x, given.number('a'))),
  'rms-norm-sphere': (given) => number(total(square(rmsNorm({ x: given.tensor('x') }, { eps: 0 })))),
  'layer-norm-dc': ofCentred.gradient('c', 'j'),
  'layer-norm-is-rms-norm-of-centred': xhatOf((x) => sub(x, mean(x))),
});
