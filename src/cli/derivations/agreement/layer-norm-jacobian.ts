/** The Jacobian of x̂, row by row: what a one-hot cotangent brings back. */
import { add, div, layerNorm, matmul, mean, mul, sqrt, sub, tensor } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called, counterpartsOf, entry, number, square, times, total, varianceOf } from './computed.js';
import type { Compute } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';
import { xhatOf } from './layer-norm.js';

const xhat = new Called(['x'], ({ x }, { eps }) => layerNorm({ x }, { eps }));
const jacobian = (given: Given): Tensor => xhat.jacobianAt(given, 'x');

/** J times a vector, at i. */
const along =
  (vector: (given: Given) => Tensor): Compute =>
  (given) =>
    entry(times(jacobian(given), vector(given)), 'i');

const entryIJ = xhat.jacobian('x', 'i', 'j');

/** c / (σ + ε), with ε outside the root. */
function epsOutside(x: Tensor, { eps }: Given): Tensor {
  const c = sub(x, mean(x));
  return div(c, add(sqrt(mean(square(c))), eps));
}

const withEpsOutside = new Called(['x', 'gamma', 'beta'], ({ x, gamma, beta }, given) =>
  add(mul(epsOutside(x, given), gamma), beta),
);

export const jacobianCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'layer-norm-jacobian': entryIJ,
  'layer-norm-jacobian-symmetric': entryIJ,
  'layer-norm-projections': entryIJ,
  'layer-norm-jacobian-ones': along((given) => tensor(Array.from(given.tensor('x').data, () => 1))),
  'layer-norm-differentials': along((given) => given.tensor('u')),
  'layer-norm-jacobian-rest': along((given) => given.definedRow('v', 'i')),
  'layer-norm-jacobian-xhat': along((given) => xhatOf(given.tensor('x'), given)),
  'layer-norm-rows': xhat.jacobian('x', 'n', 'i', 'm', 'j'),
  'layer-norm-trace': trace,
  'layer-norm-projector': projectorSquared,
  'layer-norm-eps-outside-jacobian': new Called(['x'], ({ x }, given) => epsOutside(x, given)).jacobian(
    'x',
    'i',
    'j',
  ),
  'layer-norm-eps-outside': withEpsOutside.gradient('x', 'j'),
});

function trace(given: Given): Computed {
  const J = jacobian(given);
  const C = given.size('C');
  return number(total(tensor(Array.from({ length: C }, (_, i) => J.data[i * C + i]))));
}

/** At ε = 0 the Jacobian times the deviation is a projector Q, so that Q Q = Q. */
function projectorSquared(given: Given): Computed {
  const Q = mul(jacobian(given), Math.sqrt(varianceOf(given.tensor('x'))));
  return entry(matmul(Q, Q), 'i', 'j');
}
