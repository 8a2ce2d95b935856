import { broadcastShape } from '../../tensor/broadcast.js';
import { filled } from '../../tensor/ndarray.js';
import { Tensor } from '../tensor.js';
import { broadcastTo } from './sum.js';

/** What arithmetic accepts: a tensor, or a plain number, which takes the dtype of its partner. */
export type Operand = Tensor | number;

/** Two operands as tensors of the shape they share (NumPy's broadcasting). */
export function aligned(op: string, a: Operand, b: Operand): { readonly a: Tensor; readonly b: Tensor } {
  const partner = a instanceof Tensor ? a : b;
  const dtype = partner instanceof Tensor ? partner.dtype : 'float64';
  const [left, right] = [a, b].map((x) => (x instanceof Tensor ? x : new Tensor(filled([], x, dtype))));
  const shape = broadcastShape(op, left.shape, right.shape);
  return { a: broadcastTo(left, shape), b: broadcastTo(right, shape) };
}
