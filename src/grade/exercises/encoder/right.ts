/** Encoders that are right, each written in its own way. */
import { add } from '../../../autograd/ops/add.js';
import { neg } from '../../../autograd/ops/neg.js';
import { sub } from '../../../autograd/ops/sub.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { RightVersion } from '../../exercise.js';
import type { EncodeFunction, LayerPieces } from './inputs.js';

type Through = (x: Tensor) => Tensor;

/** Layer by layer, sub-layer by sub-layer. */
export const encode: EncodeFunction = (x, layers, order, finalNorm) => {
  let y = x;
  for (const { attention, feedForward, norm1, norm2, dropout } of layers)
    if (order === 'post') {
      y = norm1(add(y, dropout(attention(y))));
      y = norm2(add(y, dropout(feedForward(y))));
    } else {
      y = add(y, dropout(attention(norm1(y))));
      y = add(y, dropout(feedForward(norm2(y))));
    }
  return order === 'pre' ? finalNorm(y) : y;
};

/** One function for both sub-layers. */
const byConnections: EncodeFunction = (x, layers, order, finalNorm) => {
  const connect = (y: Tensor, f: Through, norm: Through, dropout: Through): Tensor =>
    order === 'post' ? norm(add(dropout(f(y)), y)) : add(dropout(f(norm(y))), y);
  const through = (y: Tensor, { attention, feedForward, norm1, norm2, dropout }: LayerPieces): Tensor =>
    connect(connect(y, attention, norm1, dropout), feedForward, norm2, dropout);
  const top = layers.reduce(through, x);
  return order === 'post' ? top : finalNorm(top);
};

const byCalls: EncodeFunction = (x, layers, order, finalNorm) => {
  if (layers.length === 0) return order === 'pre' ? finalNorm(x) : x;
  const [{ attention, feedForward, norm1, norm2, dropout }, ...above] = layers;
  const same: Through = (t) => t;
  const [before1, behind1] = order === 'pre' ? [norm1, same] : [same, norm1];
  const [before2, behind2] = order === 'pre' ? [norm2, same] : [same, norm2];
  const middle = behind1(sub(x, neg(dropout(attention(before1(x))))));
  return byCalls(behind2(sub(middle, neg(dropout(feedForward(before2(middle)))))), above, order, finalNorm);
};

const byList: EncodeFunction = (x, layers, order, finalNorm) => {
  const steps = layers.flatMap(({ attention, feedForward, norm1, norm2, dropout }) => [
    { f: attention, norm: norm1, dropout },
    { f: feedForward, norm: norm2, dropout },
  ]);
  const stream = [x];
  for (const { f, norm, dropout } of steps) {
    const below = stream[stream.length - 1];
    const branch = dropout(f(order === 'pre' ? norm(below) : below));
    const above = add(below, branch);
    stream.push(order === 'pre' ? above : norm(above));
  }
  const top = stream[stream.length - 1];
  return order === 'pre' ? finalNorm(top) : top;
};

/** Four right ones. */
export const rightEncoders: readonly RightVersion<EncodeFunction>[] = [
  { name: 'layer by layer', candidate: encode },
  { name: 'one function for both sub-layers', candidate: byConnections },
  { name: 'the rest by a call', candidate: byCalls },
  { name: 'a list of sub-layers', candidate: byList },
];
