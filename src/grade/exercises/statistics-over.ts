/** Layers for experiments: each normalizes over axes of its own choice a tensor of three axes [sentences, words, features]. */
import { add } from '../../autograd/ops/add.js';
import { div } from '../../autograd/ops/div.js';
import { mean } from '../../autograd/ops/mean.js';
import { mul } from '../../autograd/ops/mul.js';
import { sqrt } from '../../autograd/ops/sqrt.js';
import { sub } from '../../autograd/ops/sub.js';
import { tensor } from '../../autograd/tensor.js';
import type { Tensor } from '../../autograd/tensor.js';
import { formatShape } from '../../tensor/shape.js';

/** A layer that keeps the shape [sentences, words, features]. */
export type SentenceLayer = (x: Tensor) => Tensor;

const eps = 1e-5;

/** x with the mean over some axes subtracted, divided by the deviation over others. */
export function statisticsOver(
  axes: readonly number[],
  deviationAxes: readonly number[] = axes,
): SentenceLayer {
  return (x) => {
    requireSentences(x);
    const centred = sub(x, mean(x, { axis: axes, keepdims: true }));
    const variance = mean(mul(centred, centred), { axis: deviationAxes, keepdims: true });
    return div(centred, sqrt(add(variance, eps)));
  };
}

/** Each word divided by its root mean square. */
export const rootMeanSquare: SentenceLayer = (x) => {
  requireSentences(x);
  return div(x, sqrt(add(mean(mul(x, x), { axis: -1, keepdims: true }), eps)));
};

/** A layer, then γ and β with entries that all differ. */
export function withGammaAndBeta(layer: SentenceLayer): SentenceLayer {
  return (x) => {
    const places = Array.from({ length: x.shape[2] }, (_, i) => i);
    const [gamma, beta] = [tensor(places.map((i) => 2 - i / 3)), tensor(places.map((i) => i / 2 - 1))];
    return add(mul(gamma, layer(x)), beta);
  };
}

/** @throws {RangeError} unless x has the three axes that every one of these layers is made for. */
export function requireSentences({ shape }: Tensor): void {
  if (shape.length !== 3)
    throw new RangeError(
      `The layer takes x of shape [sentences, words, features], three axes, and got ${formatShape(shape)}.`,
    );
}
