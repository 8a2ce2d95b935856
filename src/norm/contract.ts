import { gradientCheck } from '../autograd/gradient-check.js';
import { gradient } from '../autograd/gradient.js';
import { astype } from '../autograd/ops/astype.js';
import { Tensor } from '../autograd/tensor.js';
import { filled, ndarray } from '../tensor/ndarray.js';
import { stream } from '../tensor/random.js';
import { formatShape } from '../tensor/shape.js';
import type { Shape } from '../tensor/shape.js';
import type { Norm, NormInputs } from './registry.js';

/** A promise of a normalization that was not kept, in one sentence. */
export type Finding = string;

const shapes: readonly Shape[] = [
  [1, 1],
  [1, 2],
  [3, 5],
  [2, 3, 4],
  [0, 4],
];
const eps = 1e-5;

/**
 * What a normalization promises beyond its formula, checked: its gradient (with a random cotangent, γ and β), the
 * gradient of its gradient, its invariances, purity, constant rows, wrong shapes and ε, and float32 against float64.
 *
 * @returns One sentence for each promise broken; nothing where all are kept.
 * @example
 * contractFindings(norms.layerNorm); // []
 */
export function contractFindings(norm: Norm, seed: number = 0): Finding[] {
  return [
    ...shapes.flatMap((shape) => {
      const inputs = randomInputs(shape, seed);
      const at = ` at shape ${formatShape(shape)}`;
      return [
        ...gradientFindings(norm, inputs, seed),
        ...purity(norm, inputs),
        ...precision(norm, inputs, seed),
      ].map((finding) => finding + at);
    }),
    ...invariances(norm, seed),
    ...constantRow(norm, seed),
    ...wrongShapes(norm, seed),
    ...wrongEps(norm, seed),
  ];
}

/** Rows with a size and an offset of their own; γ and β that are nothing special. */
function randomInputs(shape: Shape, seed: number): NormInputs {
  const random = stream('contract', seed);
  const C = shape[shape.length - 1];
  const x = random.normals(shape);
  for (let start = 0; start < x.data.length; start += C) {
    const [size, offset] = [random.uniform(0.5, 4), 3 * random.normal()];
    for (let i = start; i < start + C; i++) x.data[i] = size * x.data[i] + offset;
  }
  const vector = (mean: number): Tensor => new Tensor(random.normals([C], { mean }));
  return { x: new Tensor(x), gamma: vector(1), beta: vector(0) };
}

function gradientFindings(norm: Norm, { x, gamma, beta }: NormInputs, seed: number): Finding[] {
  if (x.data.length === 0) return [];
  const apply = (...[a, b, c]: Tensor[]): Tensor => norm.apply({ x: a, gamma: b, beta: c }, { eps: 0.1 });
  const first = gradientCheck(apply, [x, gamma, beta], { seed });
  const dy = new Tensor(stream('second', seed).normals(x.shape));
  const way = (...inputs: Tensor[]): Tensor =>
    gradient(apply(...inputs), inputs, { dy, createGraph: true })[0];
  const second = gradientCheck(way, [x, gamma, beta], { seed });
  const handMade = gradient(apply(x, gamma, beta), [x, gamma, beta], { dy });
  const composed = gradient(apply(x, gamma, beta), [x, gamma, beta], { dy, createGraph: true });
  const apart = Math.max(...handMade.map((g, i) => largestDifference(g, composed[i])));
  return [
    ...(first.ok ? [] : [`the gradient is off by ${first.error.toExponential(1)} along a random direction`]),
    ...(second.ok ? [] : [`the gradient of the gradient is off by ${second.error.toExponential(1)}`]),
    ...(apart < 1e-11
      ? []
      : [`the hand-derived backward and the composition differ by ${apart.toExponential(1)}`]),
  ];
}

function purity(norm: Norm, inputs: NormInputs): Finding[] {
  const all = [inputs.x, inputs.gamma, inputs.beta];
  const before = all.map((tensor) => Float64Array.from(tensor.data));
  const y = norm.apply(inputs, { eps });
  gradient(y, all, { dy: new Tensor(filled(y.shape, 1)) });
  const changed = all.some((tensor, i) => tensor.data.some((value, k) => !Object.is(value, before[i][k])));
  const fresh = norm.apply(inputs, { eps });
  return [
    ...(changed ? ['an input was changed'] : []),
    ...(largestDifference(y, fresh) === 0 ? [] : ['a second call gives another result']),
    ...(formatShape(y.shape) === formatShape(inputs.x.shape) ? [] : [`y has shape ${formatShape(y.shape)}`]),
  ];
}

/** float32 means float32 storage and float64 inside a row: one rounding of each number, out and on the way back. */
function precision(norm: Norm, inputs: NormInputs, seed: number): Finding[] {
  const single = mapInputs(inputs, (tensor) => astype(tensor, 'float32'));
  if (norm.apply(single, { eps }).dtype !== 'float32') return ['float32 inputs give a float64 output'];
  const dy = new Tensor(stream('precision', seed).normals(inputs.x.shape, { dtype: 'float32' }));
  const got = valueAndGradients(norm, single, dy);
  const want = valueAndGradients(
    norm,
    mapInputs(single, (tensor) => astype(tensor, 'float64')),
    astype(dy, 'float64'),
  );
  return Object.entries(got).flatMap(([name, tensor]) => {
    const error = largestDifference(tensor, want[name]);
    const allowed = (2 * Math.max(1, ...want[name].data.map(Math.abs))) / 16777216;
    return error <= allowed ? [] : [`float32 differs from float64 by ${error.toExponential(1)} in ${name}`];
  });
}

function valueAndGradients(norm: Norm, inputs: NormInputs, dy: Tensor): Record<string, Tensor> {
  const y = norm.apply(inputs, { eps });
  const [dx, dgamma, dbeta] = gradient(y, [inputs.x, inputs.gamma, inputs.beta], { dy });
  return { y, dx, dgamma, dbeta };
}

function invariances(norm: Norm, seed: number): Finding[] {
  const inputs = randomInputs([3, 5], seed);
  const y = norm.apply(inputs, { eps: 0 });
  const changes = { shift: (value: number) => value + 7, scale: (value: number) => value * 4 };
  return (['shift', 'scale'] as const).flatMap((name) => {
    const x = new Tensor(ndarray(Array.from(inputs.x.data, changes[name]), inputs.x.shape));
    const same = largestDifference(y, norm.apply({ ...inputs, x }, { eps: 0 })) < 1e-11;
    const declared = norm.invariantTo.includes(name);
    return same === declared
      ? []
      : [
          `declared ${declared ? '' : 'not '}invariant to a ${name} of x, but the output ${same ? 'stays' : 'moves'}`,
        ];
  });
}

function constantRow(norm: Norm, seed: number): Finding[] {
  const { gamma, beta } = randomInputs([1, 6], seed);
  const x = new Tensor(filled([1, 6], 0.1));
  const y = norm.apply({ x, gamma, beta }, { eps });
  const [dx] = gradient(y, [x], { dy: new Tensor(stream('constant', seed).normals([1, 6])) });
  const finite = [...y.data, ...dx.data].every(Number.isFinite);
  const isBeta =
    largestDifference(y, norm.parameters.includes('beta') ? beta : new Tensor(filled([6], 0))) < 1e-9;
  return [
    ...(finite ? [] : ['a constant row gives a number that is not finite']),
    ...(norm.centres && !isBeta ? ['a constant row does not give β'] : []),
  ];
}

function wrongShapes(norm: Norm, seed: number): Finding[] {
  const inputs = randomInputs([2, 4], seed);
  return norm.parameters.flatMap((name) => {
    try {
      norm.apply({ ...inputs, [name]: new Tensor(filled([1], 1)) }, { eps });
    } catch (error) {
      return error instanceof RangeError && error.message.includes(name)
        ? []
        : [`a wrong shape of ${name} is refused without naming it`];
    }
    return [`a wrong shape of ${name} is accepted`];
  });
}

/** A wrong option is a mistake to be told; data that is not a number is not. */
function wrongEps(norm: Norm, seed: number): Finding[] {
  const inputs = randomInputs([2, 4], seed);
  return [NaN, -1e-5].flatMap((wrong) => {
    try {
      norm.apply(inputs, { eps: wrong });
    } catch (error) {
      return error instanceof RangeError ? [] : [`eps = ${wrong} is refused without a RangeError`];
    }
    return [`eps = ${wrong} is accepted`];
  });
}

function mapInputs({ x, gamma, beta }: NormInputs, f: (tensor: Tensor) => Tensor): NormInputs {
  return { x: f(x), gamma: f(gamma), beta: f(beta) };
}

function largestDifference(a: Tensor, b: Tensor): number {
  let largest = 0;
  for (let i = 0; i < a.data.length; i++) largest = Math.max(largest, Math.abs(a.data[i] - b.data[i]));
  return Number.isNaN(largest) ? Infinity : largest;
}
