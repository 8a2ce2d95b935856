import type { Exercise } from '../../exercise.js';
import { encoderChecks } from './checks.js';
import type { EncodeFunction } from './inputs.js';
import { rightEncoders } from './right.js';
import { wrongEncoders } from './wrong.js';

/** E8.1: an encoder in both orders. */
export const encoderExercise: Exercise<EncodeFunction> = {
  id: 'E8.1',
  title: 'An encoder, post and pre',
  statement:
    'Write the encoder for both orders: encode(x, layers, order, finalNorm). Each layer brings attention, feedForward, norm1 (attention’s), norm2 (the feed-forward’s) and dropout, all of them functions from a tensor to a tensor. In "post" each sub-layer is added and then normalized; in "pre" it hears a normalized stream and is added to the bare one, and finalNorm stands once at the end. dropout goes over what a sub-layer says.',
  why: 'It is eight lines, and the best-known libraries have had each of them wrong at some time. No shape betrays it, and the model even trains.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  signature:
    'encode(x: Tensor, layers: readonly LayerPieces[], order: Order, finalNorm: (x: Tensor) => Tensor): Tensor',
  hints: [
    'Write one layer of "post" first: two lines, one for each sub-layer, with the same shape of formula.',
    'In "pre" the name y has to stay the bare stream: norm1(y) is handed to attention without getting a name of its own.',
    'post: y = norm1(add(y, dropout(attention(y)))). pre: y = add(y, dropout(attention(norm1(y)))). Then the same with feedForward and norm2, for every layer, and finalNorm at the end of pre.',
  ],
  solution: `function encode(x: Tensor, layers: readonly LayerPieces[], order: Order, finalNorm: (x: Tensor) => Tensor): Tensor {
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
}`,
  checks: encoderChecks,
  wrong: wrongEncoders,
  right: rightEncoders,
};
