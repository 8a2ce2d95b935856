import { add } from '../../autograd/ops/add.js';
import { div } from '../../autograd/ops/div.js';
import { mean } from '../../autograd/ops/mean.js';
import { mul } from '../../autograd/ops/mul.js';
import { neg } from '../../autograd/ops/neg.js';
import { pow } from '../../autograd/ops/pow.js';
import { sqrt } from '../../autograd/ops/sqrt.js';
import { sub } from '../../autograd/ops/sub.js';
import { broadcastTo } from '../../autograd/ops/sum.js';
import type { Tensor } from '../../autograd/tensor.js';
import { layerNorm } from '../../norm/layer-norm.js';
import type { RightVersion, WrongVersion } from '../exercise.js';

/** The function the exercise asks for. */
export type UndoFunction = (x: Tensor, eps: number) => { gamma: Tensor; beta: Tensor };

const variance = (x: Tensor): Tensor => mean(pow(sub(x, mean(x)), 2));
const deviation = (x: Tensor, eps: number): Tensor => sqrt(add(variance(x), eps));
const copies = (value: Tensor, x: Tensor): Tensor => broadcastTo(value, x.shape);

/** What was divided by, and what was subtracted, once for each feature. */
export const undo: UndoFunction = (x, eps) => ({
  gamma: copies(deviation(x, eps), x),
  beta: copies(mean(x), x),
});

const besselUndo: UndoFunction = (x, eps) => {
  const n = x.shape[0];
  return { ...undo(x, eps), gamma: copies(sqrt(add(mul(variance(x), n / (n - 1)), eps)), x) };
};

const fromWhatTheLayerDid: UndoFunction = (x, eps) => {
  const norm = layerNorm({ x }, { eps });
  const scale = div(sub(x, mean(x)), norm);
  return norm.data.some((value) => value === 0)
    ? undo(x, eps)
    : { gamma: scale, beta: sub(x, mul(norm, scale)) };
};

/** Plausible mistakes, and what to say to each. */
export const wrongUndos: readonly WrongVersion<UndoFunction>[] = [
  {
    name: 'variance instead of deviation',
    says: 'Your γ is the variance plus ε. LayerNorm divided by its square root, so multiply by the root.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: copies(add(variance(x), eps), x) }),
  },
  {
    name: 'ε forgotten',
    says: 'Your γ is σ. LayerNorm divided by √(σ² + ε), which is a little more.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: copies(deviation(x, 0), x) }),
  },
  {
    name: 'reciprocal',
    says: 'Your γ divides once more. To undo a division, multiply: γ = √(σ² + ε), not one over it.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: copies(div(1, deviation(x, eps)), x) }),
  },
  {
    name: 'variance over n − 1',
    says: 'Your deviation divides by n − 1. LayerNorm divided by n, and what undoes it must do the same.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: besselUndo,
  },
  {
    name: 'no shift',
    says: 'γ is right, and β is 0. The mean was subtracted too: who gives it back?',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), beta: mul(x, 0) }),
  },
  {
    name: 'shift in the wrong direction',
    says: 'Your β is −μ. LayerNorm subtracted μ, so β has to add it.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), beta: copies(neg(mean(x)), x) }),
  },
  {
    name: 'γ and β exchanged',
    says: 'γ and β have changed places: γ multiplies, so it is the deviation; β is added, so it is the mean.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ gamma: undo(x, eps).beta, beta: undo(x, eps).gamma }),
  },
  {
    name: 'single numbers',
    says: 'The two numbers are right, but γ and β have one entry for each feature: C equal numbers, shape [C].',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ gamma: deviation(x, eps), beta: mean(x) }),
  },
  {
    name: 'input and x̂ exchanged',
    says: 'Your γ is x itself. γ is what the row was divided by, the same number for every feature.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: x }),
  },
];

/** Right answers, each written in its own way. */
export const rightUndos: readonly RightVersion<UndoFunction>[] = [
  { name: 'deviation and mean', candidate: undo },
  {
    name: 'copies by arithmetic',
    candidate: (x, eps) => ({ gamma: add(mul(x, 0), deviation(x, eps)), beta: add(mul(x, 0), mean(x)) }),
  },
  {
    name: 'solved from what the layer did',
    candidate: fromWhatTheLayerDid,
  },
];
