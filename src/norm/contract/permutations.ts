import { Tensor } from '../../autograd/tensor.js';
import { zerosLike } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { stridesOf } from '../../tensor/shape.js';
import type { Norm, NormInputs } from '../registry/norm.js';
import { largestDifference, randomInputs } from './inputs.js';
import type { Finding } from './inputs.js';

/** Along which axes the order of numbers does not matter: rolled by one place, parameters with them, y rolls as well. */
export function permutations(norm: Norm, seed: number): Finding[] {
  const [shape] = norm.shapes;
  const inputs = randomInputs(norm, shape, seed);
  const y = norm.apply(inputs, { eps: 0.1 });
  return shape.flatMap((_length, axis) => {
    const after = norm.apply(rolledInputs(norm, inputs, axis), { eps: 0.1 });
    const follows = largestDifference(rolled(y, axis), after) < 1e-11;
    const declared = norm.equivariantAlong.includes(axis);
    if (follows === declared) return [];
    return [
      `declared ${declared ? '' : 'not '}equivariant along axis ${axis}, but the output ${follows ? 'follows' : 'does not follow'}`,
    ];
  });
}

function rolledInputs(norm: Norm, { x, ...parameters }: NormInputs, axis: number): NormInputs {
  const rank = x.shape.length;
  const changed = Object.entries(parameters).map(([name, parameter]) => {
    const own = norm.parameters[name].along.findIndex((one) => (one + rank) % rank === axis);
    return [name, own < 0 ? parameter : rolled(parameter, own)] as const;
  });
  return { ...Object.fromEntries(changed), x: rolled(x, axis) };
}

/** Each number one place further along an axis, the last one to the front. */
function rolled(x: NDArray, axis: number): Tensor {
  const [length, step] = [x.shape[axis], stridesOf(x.shape)[axis]];
  const y = zerosLike(x);
  for (let place = 0; place < x.data.length; place++) {
    const last = Math.floor(place / step) % length === length - 1;
    y.data[last ? place - (length - 1) * step : place + step] = x.data[place];
  }
  return new Tensor(y);
}
