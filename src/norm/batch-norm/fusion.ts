/**
 * Batch normalization in use is an affine map of each channel, so it can be folded into the layer before it:
 *
 *     (1)  W′ = W · γ / √(σ̄² + ε)             for each output
 *     (2)  b′ = (b − μ̄) · γ / √(σ̄² + ε) + β
 */
import { commonDType } from '../../tensor/dtype.js';
import { ShapeError } from '../../tensor/errors.js';
import { filled, ndarray } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { axisOf, formatShape, stridesOf } from '../../tensor/shape.js';

/** The numbers of a linear or convolutional layer. */
export interface Affine {
  readonly weight: NDArray;
  /** Of one number for each output; zeros where it is left out. */
  readonly bias?: NDArray | undefined;
}

/** What of a norm with running statistics decides what it does in use. */
export interface InUse {
  readonly C: number;
  readonly gamma: NDArray | undefined;
  readonly beta: NDArray | undefined;
  readonly runningMean: NDArray;
  readonly runningVariance: NDArray;
  /** What x − μ̄ is divided by: √(σ̄² + ε) in batch normalization. */
  readonly divisor: (variance: number) => number;
}

/**
 * Weights and bias of one layer that does what a layer and the batch normalization behind it do in use.
 *
 * @param layer `weight` W, of shape [in, out] for a linear layer, [out, in, height, width] for a convolution; `bias` b of
 * shape [out].
 * @param norm A `BatchNorm`, or another norm with running statistics, of as many channels as there are outputs.
 * @param options `axis` of W that runs over the outputs: 1 for a linear layer, 0 for a convolution.
 * @returns New arrays; the layer and the norm stay as they are.
 * @throws {TypeError} if W and the norm are of two dtypes.
 * @throws {ShapeError} if the outputs of W or of b are not the channels of the norm.
 * @example
 * const norm = new BatchNorm(1, { eps: 0 }); // its running statistics: mean 0, variance 1
 * norm.gamma?.data.set([3]);
 * toNested(fuseBatchNorm({ weight: tensor([[2], [5]]) }, norm, { axis: 1 }).weight); // [[6], [15]]
 */
export function fuseBatchNorm(
  { weight, bias }: Affine,
  norm: InUse,
  { axis }: { readonly axis: number },
): { readonly weight: NDArray; readonly bias: NDArray } {
  const { C, gamma, beta, runningMean, runningVariance } = norm;
  commonDType('fuseBatchNorm', [weight, runningMean], ['weight', 'the running mean']);
  const along = axisOf('fuseBatchNorm', axis, weight.shape);
  if (weight.shape[along] !== C)
    throw new ShapeError(
      'fuseBatchNorm',
      'weight',
      `${C} outputs along axis ${axis}, one for each channel of the norm`,
      weight.shape,
    );
  if (bias && formatShape(bias.shape) !== formatShape([C]))
    throw new ShapeError('fuseBatchNorm', 'bias', formatShape([C]), bias.shape);
  const b = bias ?? filled([C], 0, weight.dtype);
  const factor = runningVariance.data.map((v, c) => (gamma?.data[c] ?? 1) / norm.divisor(v));
  const step = stridesOf(weight.shape)[along];
  return {
    weight: changed(weight, (value, place) => value * factor[Math.floor(place / step) % C]), // (1)
    bias: changed(b, (value, c) => (value - runningMean.data[c]) * factor[c] + (beta?.data[c] ?? 0)), // (2)
  };
}

const changed = ({ data, shape, dtype }: NDArray, f: (value: number, place: number) => number): NDArray =>
  ndarray(data.map(f), shape, dtype);
