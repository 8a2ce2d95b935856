import { astype } from '../autograd/ops/astype.js';
import type { Tensors } from '../autograd/op.js';
import type { Tensor } from '../autograd/tensor.js';
import { commonDType } from '../tensor/dtype.js';

/**
 * Computes a normalization that is put together from operations: in float64, whatever its inputs are, and rounded once.
 * A way back written by loops does the same.
 *
 * @param name Stands in error messages.
 * @throws {TypeError} if the inputs are of two dtypes.
 * @example
 * composed('halved', { x: tensor([1, 3]) }, ({ x }) => mul(x, 0.5)); // [0.5, 1.5]
 */
export function composed<K extends string>(
  name: string,
  inputs: Tensors<K>,
  compose: (inputs: Tensors<K>) => Tensor,
): Tensor {
  const names = Object.keys(inputs) as K[];
  const dtype = commonDType(
    name,
    names.map((key) => inputs[key]),
  );
  const double = Object.fromEntries(names.map((key) => [key, astype(inputs[key], 'float64')]));
  return astype(compose(double as Record<K, Tensor>), dtype);
}
