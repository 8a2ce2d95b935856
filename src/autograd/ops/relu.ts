import { mapped, zerosLike } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';

/**
 * max(x, 0). At 0 the gradient is 0, as in PyTorch. A NaN stays a NaN.
 *
 * @param x Any shape; the result has the same.
 * @example
 * relu(tensor([-1, 2])); // [0, 2]
 */
export function relu(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('relu', {
  forward: ({ x }) => mapped(x, (value) => (value <= 0 ? 0 : value)),
  backward: (dy, { x }) => ({ x: gated({ dy }, x) }),
});

/** dy where x is not 0 or less, which also lets dy through where x is not a number. */
const gated: Op<'dy', NDArray> = definePrimitive('relu gate', {
  forward({ dy }, x) {
    const y = zerosLike(dy);
    const [d, at, out] = [dy.data, x.data, y.data];
    for (let i = 0; i < out.length; i++) out[i] = at[i] <= 0 ? 0 : d[i];
    return y;
  },
  backward: (ddy, _inputs, _y, x) => ({ dy: gated({ dy: ddy }, x) }),
});
