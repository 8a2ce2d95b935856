import { mapped } from '../../tensor/ndarray.js';
import * as elementary from '../../tensor/elementary.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { exp } from './exp.js';
import { mul } from './mul.js';
import { neg } from './neg.js';

/**
 * The error function, (2/√π) ∫₀ˣ e^(−t²) dt, the same bits on every machine.
 *
 * @param x Any shape; the result has the same.
 * @example
 * erf(tensor([0, 1])); // [0, 0.8427]
 */
export function erf(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('erf', {
  forward: ({ x }) => mapped(x, elementary.erf),
  backward: (dy, { x }) => ({ x: mul(dy, mul(2 / Math.sqrt(Math.PI), exp(neg(mul(x, x))))) }),
});
