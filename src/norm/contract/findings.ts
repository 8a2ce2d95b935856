import { gradient } from '../../autograd/gradient.js';
import { Tensor } from '../../autograd/tensor.js';
import { filled, ndarray } from '../../tensor/ndarray.js';
import { stream } from '../../tensor/random.js';
import { formatShape } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';
import type { Norm, NormInputs } from '../registry.js';
import { gradientFindings, precision } from './gradients.js';
import { largestDifference, randomInputs } from './inputs.js';
import type { Finding } from './inputs.js';

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
        ...precision(norm, inputs, seed, eps),
      ].map((finding) => finding + at);
    }),
    ...invariances(norm, seed),
    ...constantRow(norm, seed),
    ...wrongShapes(norm, seed),
    ...wrongEps(norm, seed),
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
