import type { DType } from '../../tensor/dtype.js';
import { ndarray } from '../../tensor/ndarray.js';
import { record } from '../tensor.js';
import type { Tensor } from '../tensor.js';

/**
 * The same numbers stored as another dtype, rounded where needed.
 *
 * @example
 * astype(tensor(0.1), 'float32').data[0]; // 0.10000000149
 */
export function astype(x: Tensor, dtype: DType): Tensor {
  if (x.dtype === dtype) return x;
  return record(ndarray(x.data, x.shape, dtype), 'astype', [x], (dy) => [astype(dy, x.dtype)]);
}
