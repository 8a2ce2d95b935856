import { stream } from '../tensor/random.js';
import { compared, inner } from './gradient-check.js';
import type { GradientCheck, GradientCheckOptions } from './gradient-check.js';
import { gradient } from './gradient.js';
import type { Layer } from './module.js';
import { requireFloat64 } from './numeric-gradient.js';
import { noGrad } from './recording.js';
import { Tensor } from './tensor.js';

/**
 * Checks the gradient of every named parameter of a module, each along a random direction of its own.
 *
 * One check over all parameters together would let a small wrong gradient hide behind the large ones. Parameters are
 * moved in place and put back, to the last bit, even if the module throws.
 *
 * @param module Its parameters must be float64, and best neither 0 nor 1: γ = 1 and β = 0 hide mistakes.
 * @param x Its input.
 * @returns One check for each parameter, by its name.
 * @throws {TypeError} if a parameter is float32.
 * @example
 * const norm = new LayerNorm(3);
 * const checks = parameterChecks(norm, tensor([[0.2, 0.1, 0.3]]));
 * [...checks.keys()]; // ['gamma', 'beta']
 */
export function parameterChecks(
  module: Layer,
  x: Tensor,
  { seed = 0, step = 1e-5, tolerance = 1e-7 }: GradientCheckOptions = {},
): Map<string, GradientCheck> {
  const parameters = [...module.namedParameters()];
  const tensors = parameters.map(([, parameter]) => parameter);
  requireFloat64('parameterChecks', tensors);
  const random = stream('parameterChecks', seed);
  const y = module.forward(x);
  const dy = new Tensor(random.normals(y.shape));
  const gradients = gradient(y, tensors, { dy });
  const value = (): number => noGrad(() => inner(module.forward(x), dy));
  const checks = parameters.map(([name, parameter], i) => {
    const direction = new Tensor(random.normals(parameter.shape));
    const slope = slopeAlong(parameter, direction, step, value);
    return [name, compared(inner(gradients[i], direction), slope, tolerance)] as const;
  });
  return new Map(checks);
}

/** The central difference of `value` as the parameter moves along the direction. */
function slopeAlong(parameter: Tensor, direction: Tensor, step: number, value: () => number): number {
  const before = parameter.data.slice();
  const at = (t: number): number => {
    parameter.data.set(Float64Array.from(before, (one, i) => one + t * direction.data[i]));
    return value();
  };
  try {
    return (at(step) - at(-step)) / (2 * step);
  } finally {
    parameter.data.set(before);
  }
}
