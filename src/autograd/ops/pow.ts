import * as elementary from '../../tensor/elementary.js';
import { mapped } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { mul } from './mul.js';

/**
 * x to a constant power, the same bits on every machine.
 *
 * @example
 * pow(tensor([4, 9]), -1 / 2); // [0.5, 0.3333]
 */
export function pow(x: Tensor, exponent: number): Tensor {
  return elementwise({ x }, exponent);
}

const elementwise: Op<'x', number> = definePrimitive('pow', {
  forward: ({ x }, exponent) => mapped(x, (value) => elementary.pow(value, exponent)),
  backward: (dy, { x }, _, exponent) => ({
    x: mul(dy, mul(exponent, pow(x, exponent === 0 ? 0 : exponent - 1))),
  }),
});
