/**
 * How wide the initial weights of a layer are drawn, so that signals neither fade nor grow.
 *
 *     (1)  Xavier   deviation = gain · √(2 / (in + out))       keeps a middle between the way forward and the way back
 *     (2)  Kaiming  deviation = gain / √in                     keeps the size of the way forward
 *     (3)  uniform  from −√3 · deviation to √3 · deviation     has that deviation, too
 *
 * Sources: Glorot and Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks",
 * section 4.2.1; He et al. (2015), "Delving deep into rectifiers", arXiv:1502.01852, section 2.2. Gains as in PyTorch.
 *
 * Weights at right angles are in `orthogonal`, starts for residual branches without norms in `fixup` and `SkipInit`.
 */
import type { DType } from '../tensor/dtype.js';
import { filled, mapped } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import type { Shape } from '../tensor/shape.js';

/** What a non-linear function does to the size of a signal is made up for by this factor. */
export const gains: Readonly<Record<'linear' | 'tanh' | 'relu', number>> = {
  linear: 1,
  tanh: 5 / 3,
  relu: Math.SQRT2,
};

/** The factor in front of the deviation. */
export interface Gain {
  readonly gain?: number;
}

/** How the weights are drawn. */
export interface InitialOptions extends Gain {
  readonly random: Stream;
  readonly dtype?: DType;
}

/**
 * The deviation of equation (1).
 *
 * @param options `gain`: 1 unless said otherwise, as in PyTorch.
 * @example
 * xavierDeviation(3, 5); // 0.5
 */
export function xavierDeviation(inputs: number, outputs: number, { gain = gains.linear }: Gain = {}): number {
  return gain * Math.sqrt(2 / (inputs + outputs));
}

/**
 * The deviation of equation (2).
 *
 * @param options `gain`: √2 unless said otherwise, as ReLU wants it.
 * @example
 * kaimingDeviation(8); // 0.5
 */
export function kaimingDeviation(inputs: number, { gain = gains.relu }: Gain = {}): number {
  return gain / Math.sqrt(inputs);
}

/**
 * Normal weights of shape [inputs, outputs] with Xavier's deviation.
 *
 * @example
 * xavierNormal(3, 5, { random: stream('weights', 1) }).shape; // [3, 5]
 */
export function xavierNormal(
  inputs: number,
  outputs: number,
  { random, dtype, ...gain }: InitialOptions,
): NDArray {
  return random.normals([inputs, outputs], {
    deviation: xavierDeviation(inputs, outputs, gain),
    ...(dtype && { dtype }),
  });
}

/**
 * Uniform weights of shape [inputs, outputs] with Xavier's deviation.
 *
 * @example
 * xavierUniform(3, 5, { random: stream('weights', 1) }).data.every((w) => Math.abs(w) < 0.8661); // true
 */
export function xavierUniform(
  inputs: number,
  outputs: number,
  { random, dtype, ...gain }: InitialOptions,
): NDArray {
  return uniforms([inputs, outputs], xavierDeviation(inputs, outputs, gain), random, dtype);
}

/**
 * Normal weights of shape [inputs, outputs] with Kaiming's deviation.
 *
 * @example
 * kaimingNormal(8, 5, { random: stream('weights', 1) }).shape; // [8, 5]
 */
export function kaimingNormal(
  inputs: number,
  outputs: number,
  { random, dtype, ...gain }: InitialOptions,
): NDArray {
  return random.normals([inputs, outputs], {
    deviation: kaimingDeviation(inputs, gain),
    ...(dtype && { dtype }),
  });
}

/**
 * Uniform weights of shape [inputs, outputs] with Kaiming's deviation. The gain 1 / √3 gives ±1 / √in, which is how a
 * linear layer of PyTorch starts.
 *
 * @example
 * const weights = kaimingUniform(4, 5, { random: stream('weights', 1), gain: Math.sqrt(1 / 3) });
 * weights.data.every((w) => Math.abs(w) < 0.5); // true
 */
export function kaimingUniform(
  inputs: number,
  outputs: number,
  { random, dtype, ...gain }: InitialOptions,
): NDArray {
  return uniforms([inputs, outputs], kaimingDeviation(inputs, gain), random, dtype);
}

/** Equation (3). */
function uniforms(shape: Shape, deviation: number, random: Stream, dtype: DType = 'float64'): NDArray {
  const bound = Math.sqrt(3) * deviation;
  return mapped(filled(shape, 0, dtype), () => random.uniform(-bound, bound));
}
