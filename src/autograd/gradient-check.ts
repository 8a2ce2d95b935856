import { ndarray } from '../tensor/ndarray.js';
import { stream } from '../tensor/random.js';
import { gradient } from './gradient.js';
import { requireFloat64 } from './numeric-gradient.js';
import { Tensor } from './tensor.js';

/** How a gradient is checked. */
export interface GradientCheckOptions {
  /** Names the random direction and cotangent. */
  readonly seed?: number;
  /** How far to step along the direction, in units of the inputs. */
  readonly step?: number;
  /** The largest relative difference that passes. */
  readonly tolerance?: number;
}

/** What a gradient check found. */
export interface GradientCheck {
  readonly ok: boolean;
  /** ⟨gradient, direction⟩ by the way back. */
  readonly analytic: number;
  /** The same by central differences. */
  readonly numeric: number;
  /** |analytic − numeric| / max(1, |analytic|, |numeric|). */
  readonly error: number;
  readonly tolerance: number;
}

/**
 * Compares the way back with central differences along one random direction, for one random cotangent.
 *
 * Both must be random. With a cotangent of ones the true dx of a normalization is 0, so a backward that returns zeros
 * would pass. One direction is enough: a wrong gradient is orthogonal to a random direction with probability 0.
 *
 * @param f From the inputs, in order, to a tensor of any shape. It must be smooth between the two points compared.
 * @param inputs float64 tensors.
 * @throws {TypeError} if an input is float32, in which central differences have too few digits.
 * @example
 * gradientCheck((x) => tanh(x), [tensor([0.1, 0.2])]).ok; // true
 */
export function gradientCheck(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  { seed = 0, step = 1e-5, tolerance = 1e-7 }: GradientCheckOptions = {},
): GradientCheck {
  requireFloat64('gradientCheck', inputs);
  const random = stream('gradientCheck', seed);
  const directions = inputs.map((input) => new Tensor(random.normals(input.shape)));
  const leaves = inputs.map((input) => new Tensor(input));
  const y = f(...leaves);
  const dy = new Tensor(random.normals(y.shape));
  const gradients = gradient(y, leaves, { dy });
  const analytic = gradients.reduce((total, dx, i) => total + inner(dx, directions[i]), 0);
  const at = (t: number): number => inner(f(...inputs.map((input, i) => moved(input, directions[i], t))), dy);
  return compared(analytic, (at(step) - at(-step)) / (2 * step), tolerance);
}

/** Two numbers that should be one. NaN is not near anything, so it does not pass. */
export function compared(analytic: number, numeric: number, tolerance: number): GradientCheck {
  const error = Math.abs(analytic - numeric) / Math.max(1, Math.abs(analytic), Math.abs(numeric));
  return { ok: error <= tolerance, analytic, numeric, error, tolerance };
}

export function inner(a: Tensor, b: Tensor): number {
  let total = 0;
  for (let i = 0; i < a.data.length; i++) total += a.data[i] * b.data[i];
  return total;
}

function moved(x: Tensor, direction: Tensor, t: number): Tensor {
  return new Tensor(
    ndarray(
      Float64Array.from(x.data, (value, i) => value + t * direction.data[i]),
      x.shape,
    ),
  );
}
