import { gradientCheck } from '../../autograd/gradient-check.js';
import { gradient } from '../../autograd/gradient.js';
import { astype } from '../../autograd/ops/astype.js';
import { Tensor } from '../../autograd/tensor.js';
import { stream } from '../../tensor/random.js';
import type { Norm, NormInputs } from '../registry.js';
import { largestDifference } from './inputs.js';
import type { Finding } from './inputs.js';

/** The gradient against differences, and against the composition, which is also differentiated once more. */
export function gradientFindings(norm: Norm, inputs: NormInputs, seed: number): Finding[] {
  const { x, gamma, beta } = inputs;
  if (x.data.length === 0) return [];
  const dy = new Tensor(stream('second', seed).normals(x.shape));
  const y = norm.apply(inputs, { eps });
  const handMade = gradient(y, [x, gamma, beta], { dy });
  const composed = gradient(y, [x, gamma, beta], { dy, createGraph: true });
  const apart = Math.max(...handMade.map((g, i) => largestDifference(g, composed[i])));
  return [
    ...(norm.detaches ? detachedFindings(norm, inputs, seed) : differences(norm, inputs, seed)),
    ...(apart < 1e-11
      ? []
      : [`the hand-derived backward and the composition differ by ${apart.toExponential(1)}`]),
  ];
}

const eps = 0.1;

function differences(norm: Norm, { x, gamma, beta }: NormInputs, seed: number): Finding[] {
  const apply = (...[a, b, c]: Tensor[]): Tensor => norm.apply({ x: a, gamma: b, beta: c }, { eps });
  const dy = new Tensor(stream('second', seed).normals(x.shape));
  const way = (...inputs: Tensor[]): Tensor =>
    gradient(apply(...inputs), inputs, { dy, createGraph: true })[0];
  const first = gradientCheck(apply, [x, gamma, beta], { seed });
  const second = gradientCheck(way, [x, gamma, beta], { seed });
  return [
    ...(first.ok ? [] : [`the gradient is off by ${first.error.toExponential(1)} along a random direction`]),
    ...(second.ok ? [] : [`the gradient of the gradient is off by ${second.error.toExponential(1)}`]),
  ];
}

/** What is detached has the gradient of no function of x: differences must agree for γ and β, and disagree for x. */
function detachedFindings(norm: Norm, { x, gamma, beta }: NormInputs, seed: number): Finding[] {
  const affine = gradientCheck((b, c) => norm.apply({ x, gamma: b, beta: c }, { eps }), [gamma, beta], {
    seed,
  });
  const ofX = gradientCheck((a) => norm.apply({ x: a, gamma, beta }, { eps }), [x], { seed });
  const tells = x.data.length >= 3; // One or two numbers leave too little of a gradient to tell.
  return [
    ...(affine.ok ? [] : [`the gradient of γ and β is off by ${affine.error.toExponential(1)}`]),
    ...(tells && ofX.ok ? ['declared detached, but the gradient is that of differences'] : []),
  ];
}

/** float32 means float32 storage and float64 inside a row: one rounding of each number, out and on the way back. */
export function precision(norm: Norm, inputs: NormInputs, seed: number, eps: number): Finding[] {
  const single = mapInputs(inputs, (tensor) => astype(tensor, 'float32'));
  if (norm.apply(single, { eps }).dtype !== 'float32') return ['float32 inputs give a float64 output'];
  const dy = new Tensor(stream('precision', seed).normals(inputs.x.shape, { dtype: 'float32' }));
  const got = valueAndGradients(norm, single, dy, eps);
  const want = valueAndGradients(
    norm,
    mapInputs(single, (tensor) => astype(tensor, 'float64')),
    astype(dy, 'float64'),
    eps,
  );
  return Object.entries(got).flatMap(([name, tensor]) => {
    const error = largestDifference(tensor, want[name]);
    const allowed = (2 * Math.max(1, ...want[name].data.map(Math.abs))) / 16777216;
    return error <= allowed ? [] : [`float32 differs from float64 by ${error.toExponential(1)} in ${name}`];
  });
}

function valueAndGradients(norm: Norm, inputs: NormInputs, dy: Tensor, eps: number): Record<string, Tensor> {
  const y = norm.apply(inputs, { eps });
  const [dx, dgamma, dbeta] = gradient(y, [inputs.x, inputs.gamma, inputs.beta], { dy });
  return { y, dx, dgamma, dbeta };
}

function mapInputs({ x, gamma, beta }: NormInputs, f: (tensor: Tensor) => Tensor): NormInputs {
  return { x: f(x), gamma: f(gamma), beta: f(beta) };
}
