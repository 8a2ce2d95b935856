/** Weights of which only the direction counts, and what a step of SGD makes of them. */
import { add, gradient, matmul, mul, reshape, rmsNorm, SGD, sum, tensor } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { cosineBetween } from '../../../experiments/angles.js';
import { counterpartsOf, entry, number, square, total } from './computed.js';
import type { Compute } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

/** w after a step of SGD. */
function stepped(w: Tensor, dw: Tensor, given: Given, weightDecay: number = 0): Tensor {
  const moved = tensor([...w.data]);
  moved.grad = dw;
  new SGD(new Map([['w', moved]]), { learningRate: given.number('eta'), weightDecay }).step();
  return moved;
}

/** w before and after a step with decay, by the gradient that the derivation chooses. */
function decayed(given: Given): readonly [Tensor, Tensor] {
  const w = given.tensor('w');
  return [w, stepped(w, given.definedRow('dw', 'i'), given, given.number('lambda'))];
}

const squaredLength = (of: Tensor): Computed => number(total(square(of)));

/** ŵ, which is RMSNorm at ε = 0 divided by √C. */
const directionOf = (w: Tensor): Tensor => mul(rmsNorm({ x: w }, { eps: 0 }), 1 / Math.sqrt(w.data.length));

/** The gradient for w of the loss Σ b ŵ + ŵᵀ A ŵ. */
function behindNorm(w: Tensor, given: Given): Tensor {
  const what = reshape(directionOf(w), [1, w.data.length]);
  const bent = sum(mul(matmul(what, given.tensor('A')), what));
  return gradient(add(sum(mul(what, given.tensor('b'))), bent), [w])[0];
}

/** Something of w after a step without decay, of its gradient, and of w before. */
const trained =
  (of: (next: Tensor, dw: Tensor, w: Tensor) => Computed): Compute =>
  (given) => {
    const w = given.tensor('w');
    const dw = behindNorm(w, given);
    return of(stepped(w, dw, given), dw, w);
  };

export const weightCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'scale-invariance-gradient': trained((_next, dw, w) => number(total(mul(w, dw)))),
  'scale-invariance-gradient-scale': (given) => {
    const longer = tensor(Array.from(given.tensor('w').data, (value) => value * given.number('alpha')));
    return entry(behindNorm(longer, given), 'j');
  },
  'scale-invariance-norm-growth': trained(squaredLength),
  'effective-learning-rate': trained((next) => entry(directionOf(next), 'j')),
  'weight-decay-norm': (given) => squaredLength(decayed(given)[1]),
  'weight-decay-equilibrium': (given) => squaredLength(decayed(given)[1]),
  'weight-decay-angle': (given) => {
    const [w, next] = decayed(given);
    return number(cosineBetween(w.data, next.data));
  },
  'weight-decay-rotation': (given) => {
    const [w, next] = decayed(given);
    const cosine = cosineBetween(w.data, next.data);
    return number(1 - cosine * cosine);
  },
});
