/** InstanceNorm of one sample, ScaleNorm of a row, and the norms of weights. */
import { instanceNorm, mul, reshape, scaleNorm, weightNorm, weightStandardization } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called, counterpartsOf, number, total } from './computed.js';
import type { Counterpart } from './given.js';

const ofOneSample = (
  { x, ...affine }: { readonly x: Tensor; readonly gamma?: Tensor; readonly beta?: Tensor },
  eps: number,
): Tensor => reshape(instanceNorm({ x: reshape(x, [1, ...x.shape]), ...affine }, { eps }), x.shape);

const instance = new Called(['x', 'gamma', 'beta'], ({ x, gamma, beta }, { eps }) =>
  ofOneSample({ x, gamma, beta }, eps),
);
const instanceXhat = new Called(['x'], ({ x }, { eps }) => ofOneSample({ x }, eps));
const scaled = new Called(['x', 'gain'], ({ x, gain }) =>
  scaleNorm({ x, gamma: reshape(gain, [1]) }, { eps: 0 }),
);
const weight = new Called(
  ['v', 'gain'],
  ({ v, gain }) =>
    reshape(weightNorm({ v: reshape(v, [1, ...v.shape]), g: reshape(gain, [1, 1]) }, { eps: 0 }), v.shape),
  { dy: 'dw' },
);
const standardized = new Called(['W'], ({ W }, { eps }) => weightStandardization({ w: W }, { eps }), {
  dy: 'dWhat',
});

export const singleStatisticsCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'instance-norm-dx': instance.gradient('x', 'i', 's'),
  'instance-norm-jacobian': instanceXhat.jacobian('x', 'i', 's', 'j', 't'),
  'scale-norm-dx': scaled.gradient('x', 'j'),
  'weight-norm-dg': (given) => number(total(weight.gradientAt(given, 'gain'))),
  'weight-norm-dv': weight.gradient('v', 'j'),
  'weight-norm-orthogonal': (given) => number(total(mul(weight.gradientAt(given, 'v'), given.tensor('v')))),
  'weight-standardization-dw': standardized.gradient('W', 'i', 'j'),
});
