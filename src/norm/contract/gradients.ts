import { gradientCheck } from '../../autograd/gradient-check.js';
import { gradient } from '../../autograd/gradient.js';
import { astype } from '../../autograd/ops/astype.js';
import { Tensor } from '../../autograd/tensor.js';
import { stream } from '../../tensor/random.js';
import type { Norm, NormInputs } from '../registry/norm.js';
import { largest, largestDifference, mapInputs } from './inputs.js';
import type { Finding } from './inputs.js';

const eps = 0.1;

/** The gradient against differences, and against the composition, which is also differentiated once more. */
export function gradientFindings(norm: Norm, inputs: NormInputs, seed: number): Finding[] {
  if (inputs.x.data.length === 0) return [];
  const all = Object.values(inputs);
  const y = norm.apply(inputs, { eps });
  const dy = new Tensor(stream('second', seed).normals(y.shape));
  const handMade = gradient(y, all, { dy });
  const composed = gradient(y, all, { dy, createGraph: true });
  const apart = Math.max(...handMade.map((g, i) => largestDifference(g, composed[i])));
  return [
    ...(norm.detaches ? detachedFindings(norm, inputs, seed) : differences(norm, inputs, seed)),
    ...(apart < 1e-11
      ? []
      : [`the hand-derived backward and the composition differ by ${apart.toExponential(1)}`]),
  ];
}

function differences(norm: Norm, inputs: NormInputs, seed: number): Finding[] {
  const [names, all] = [Object.keys(inputs), Object.values(inputs)];
  const apply = (...some: Tensor[]): Tensor => norm.apply(named(names, some), { eps });
  const dy = new Tensor(stream('second', seed).normals(apply(...all).shape));
  const first = gradientCheck(apply, all, { seed });
  // Gradients of parameters are differentiated as well: each of them is a way back of its own.
  const second = names.flatMap((name, i) => {
    const way = (...some: Tensor[]): Tensor => gradient(apply(...some), some, { dy, createGraph: true })[i];
    const { ok, error } = gradientCheck(way, all, { seed });
    return ok ? [] : [`the gradient of the gradient of ${name} is off by ${error.toExponential(1)}`];
  });
  return [
    ...(first.ok ? [] : [`the gradient is off by ${first.error.toExponential(1)} along a random direction`]),
    ...second,
  ];
}

function named(names: readonly string[], tensors: readonly Tensor[]): NormInputs {
  return Object.fromEntries(names.map((name, i) => [name, tensors[i]])) as NormInputs;
}

/** What is detached has the gradient of no function of x: differences must agree for parameters, and disagree for x. */
function detachedFindings(norm: Norm, { x, ...parameters }: NormInputs, seed: number): Finding[] {
  const names = Object.keys(parameters);
  const affine = gradientCheck(
    (...some) => norm.apply({ ...named(names, some), x }, { eps }),
    Object.values(parameters),
    { seed },
  );
  const ofX = gradientCheck((a) => norm.apply({ ...parameters, x: a }, { eps }), [x], { seed });
  const tells = x.data.length >= 3; // One or two numbers leave too little of a gradient to tell.
  return [
    ...(affine.ok
      ? []
      : [`the gradient of ${names.join(' and ')} is off by ${affine.error.toExponential(1)}`]),
    ...(tells && ofX.ok ? ['declared detached, but the gradient is that of differences'] : []),
  ];
}

/** float32 means float32 storage and float64 inside: one rounding of each number, out and on the way back. */
export function precision(norm: Norm, inputs: NormInputs, seed: number, eps: number): Finding[] {
  const single = mapInputs(inputs, (tensor) => astype(tensor, 'float32'));
  const y = norm.apply(single, { eps });
  if (y.dtype !== 'float32') return ['float32 inputs give a float64 output'];
  const dy = new Tensor(stream('precision', seed).normals(y.shape, { dtype: 'float32' }));
  const got = valueAndGradients(norm, single, dy, eps);
  const want = valueAndGradients(
    norm,
    mapInputs(single, (tensor) => astype(tensor, 'float64')),
    astype(dy, 'float64'),
    eps,
  );
  return Object.entries(got).flatMap(([name, tensor]) => {
    const error = largestDifference(tensor, want[name]);
    const allowed = (2 * Math.max(1, largest(want[name]))) / 16777216;
    return error <= allowed ? [] : [`float32 differs from float64 by ${error.toExponential(1)} in ${name}`];
  });
}

function valueAndGradients(norm: Norm, inputs: NormInputs, dy: Tensor, eps: number): Record<string, Tensor> {
  const y = norm.apply(inputs, { eps });
  const names = Object.keys(inputs).map((name) => `d${name}`);
  const gradients = gradient(y, Object.values(inputs), { dy });
  return { y, ...Object.fromEntries(names.map((name, i) => [name, gradients[i]])) };
}
