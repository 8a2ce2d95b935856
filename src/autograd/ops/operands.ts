import { broadcastShape } from '../../tensor/broadcast.js';
import { said } from '../../tensor/errors.js';
import { filled } from '../../tensor/ndarray.js';
import { Tensor } from '../tensor.js';
import { broadcastTo } from './sum.js';

/** What arithmetic accepts: a tensor, or a plain number, which takes the dtype of its partner. */
export type Operand = Tensor | number;

/**
 * Two operands as tensors of the shape they share (NumPy's broadcasting).
 *
 * @throws {TypeError} if one of them is neither a tensor nor a number.
 */
export function aligned(op: string, a: Operand, b: Operand): { readonly a: Tensor; readonly b: Tensor } {
  const [left, right] = [asTensor(op, 'a', a, b), asTensor(op, 'b', b, a)];
  const shape = broadcastShape(op, left.shape, right.shape);
  return { a: broadcastTo(left, shape), b: broadcastTo(right, shape) };
}

/** A plain number in the shape and dtype of its partner. */
function asTensor(op: string, name: string, one: Operand, partner: Operand): Tensor {
  if (one instanceof Tensor) return one;
  if (typeof one !== 'number')
    throw new TypeError(
      `${op}: expected ${name} to be a tensor or a number, got ${said(one)}. tensor(…) makes one of lists`,
    );
  const { shape, dtype } = partner instanceof Tensor ? partner : filled([], one);
  return new Tensor(filled(shape, one, dtype));
}
