import { astype } from '../autograd/ops/astype.js';
import { mean } from '../autograd/ops/mean.js';
import { sub } from '../autograd/ops/sub.js';
import type { Reduction } from '../autograd/ops/sum.js';
import type { Tensor } from '../autograd/tensor.js';
import { commonDType } from '../tensor/dtype.js';

/**
 * Computes a normalization that is put together from operations: in float64, whatever its inputs are, and rounded once.
 * A way back written by loops does the same.
 *
 * @param name Stands in error messages.
 * @param inputs By name; what is undefined is left out.
 * @throws {TypeError} if the inputs are of two dtypes.
 * @example
 * composed('halved', { x: tensor([1, 3]) }, ({ x }) => mul(x, 0.5)); // [0.5, 1.5]
 */
export function composed<Inputs extends object>(
  name: string,
  inputs: Inputs,
  compose: (inputs: Inputs) => Tensor,
): Tensor {
  const given = Object.entries(inputs).filter((entry): entry is [string, Tensor] => entry[1] !== undefined);
  const dtype = commonDType(
    name,
    given.map(([, one]) => one),
    given.map(([key]) => key),
  );
  const double = Object.fromEntries(given.map(([key, one]) => [key, astype(one, 'float64')]));
  return astype(compose(double as unknown as Inputs), dtype);
}

/**
 * x − mean(x), made of operations. Far from zero the mean was rounded: what that left is taken off as well, as `centre` does
 * in the loops.
 *
 * @example
 * withoutMean(tensor([1, 3]), { axis: 0, keepdims: true }); // [-1, 1]
 */
export function withoutMean(x: Tensor, over: Reduction): Tensor {
  const nearly = sub(x, mean(x, over));
  return sub(nearly, mean(nearly, over));
}
