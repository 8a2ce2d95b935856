import { broadcastShape } from '../../tensor/broadcast.js';
import { filled } from '../../tensor/ndarray.js';
import { Tensor } from '../tensor.js';
import { broadcastTo } from './sum.js';

/** What arithmetic accepts: a tensor, or a plain number, which takes the dtype of its partner. */
export type Operand = Tensor | number;

/** Two operands as tensors of the shape they share (NumPy's broadcasting). */
export function aligned(op: string, a: Operand, b: Operand): { readonly a: Tensor; readonly b: Tensor } {
  const left = a instanceof Tensor ? a : beside(b, a);
  const right = b instanceof Tensor ? b : beside(a, b);
  const shape = broadcastShape(op, left.shape, right.shape);
  return { a: broadcastTo(left, shape), b: broadcastTo(right, shape) };
}

/** A plain number in the shape and dtype of its partner. */
function beside(partner: Operand, value: number): Tensor {
  const { shape, dtype } = partner instanceof Tensor ? partner : filled([], value);
  return new Tensor(filled(shape, value, dtype));
}
