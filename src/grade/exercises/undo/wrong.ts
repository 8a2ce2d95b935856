/** Data: plausible mistakes in undoing a normalization, and what to say to each. */
import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { neg } from '../../../autograd/ops/neg.js';
import { pow } from '../../../autograd/ops/pow.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { broadcastTo } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { WrongVersion } from '../../exercise.js';
import { copies, deviation, undo, variance } from './right.js';
import type { UndoFunction } from './right.js';

/** A variable of the notebook. */
const word1 = tensor([0.2, 0.1, 0.3]);

const besselUndo: UndoFunction = (x, eps) => {
  const n = x.shape[0];
  return { ...undo(x, eps), gamma: copies(sqrt(add(mul(variance(x), n / (n - 1)), eps)), x) };
};

const writesIntoX: UndoFunction = (x, eps) => {
  const found = undo(x, eps);
  x.data.fill(0);
  return found;
};

/** Plausible mistakes, and what to say to each. */
export const wrongUndos: readonly WrongVersion<UndoFunction>[] = [
  {
    name: 'argument ignored',
    says: 'Your function reads a variable of the notebook and not its argument.',
    caughtBy: 'reads what it is given',
    candidate: (_, eps) => undo(word1, eps),
  },
  {
    name: 'single numbers',
    says: 'Your numbers are single ones, of shape []. γ and β have one entry for each feature, shape [C]: make C copies, as add(mul(x, 0), d) does.',
    caughtBy: 'has one γ and one β for each feature',
    candidate: (x, eps) => ({ gamma: deviation(x, eps), beta: mean(x) }),
  },
  {
    name: 'one number in a list',
    says: 'You kept the axis, which leaves one number in a list: shape [1]. γ and β have one entry for each feature, shape [C]: make C copies, as add(mul(x, 0), d) does.',
    caughtBy: 'has one γ and one β for each feature',
    candidate: (x, eps) => ({ gamma: reshape(deviation(x, eps), [1]), beta: reshape(mean(x), [1]) }),
  },
  {
    name: 'always three features',
    says: 'Your γ and β have three entries, as in the cell above. Words may be longer or shorter: make as many copies as x has entries.',
    caughtBy: 'has one γ and one β for each feature',
    candidate: (x, eps) => ({ gamma: broadcastTo(deviation(x, eps), [3]), beta: broadcastTo(mean(x), [3]) }),
  },
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
    name: 'both steps once more',
    says: 'Your γ is 1/√(σ² + ε) and your β is −μ: that is what LayerNorm did itself, not what undoes it. What turns a division round, and what a subtraction?',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ gamma: copies(div(1, deviation(x, eps)), x), beta: copies(neg(mean(x)), x) }),
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
    name: 'x for γ',
    says: 'Your γ is x itself. γ is what the row was divided by, the same number for every feature.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: x }),
  },
  {
    name: 'ε outside the root',
    says: 'You added ε to σ. LayerNorm added it to the variance, under the root: √(σ² + ε).',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: copies(add(deviation(x, 0), eps), x) }),
  },
  {
    name: 'ε is always 0.00001',
    says: 'Your ε is 0.00001 whatever is handed over. Which number in your lines should be the name eps?',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x) => undo(x, 1e-5),
  },
  {
    name: 'sum instead of mean',
    says: 'Your γ is the root of the sum of squares. The variance is their mean: divided by C.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({
      ...undo(x, eps),
      gamma: copies(sqrt(add(mul(variance(x), x.shape[0]), eps)), x),
    }),
  },
  {
    name: 'variance not centred',
    says: 'Your γ is the root of mean(x²) + ε. What LayerNorm divided by is made of the squares of x − μ.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: copies(sqrt(add(mean(mul(x, x)), eps)), x) }),
  },
  {
    name: 'mean distance',
    says: 'Your γ is made of the mean distance from μ. The deviation squares the distances first, takes the mean, then the root: large ones count more.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({
      ...undo(x, eps),
      gamma: copies(sqrt(add(pow(mean(sqrt(pow(sub(x, mean(x)), 2))), 2), eps)), x),
    }),
  },
  {
    name: 'own distance of each feature',
    says: 'Your γ is x − μ, another number for each feature. What the word was divided by is one number, the same for all of them.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: sub(x, mean(x)) }),
  },
  {
    name: 'shift divided as well',
    says: 'Your β is μ / √(σ² + ε). LayerNorm subtracted μ before it divided, and β is added after γ has multiplied: there μ is whole again.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), beta: div(undo(x, eps).beta, deviation(x, eps)) }),
  },
  {
    name: 'shift multiplied as well',
    says: 'Your β is μ · √(σ² + ε). γ multiplies x̂ alone; what is added behind it should be μ itself.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ ...undo(x, eps), beta: mul(undo(x, eps).beta, deviation(x, eps)) }),
  },
  {
    name: 'word kept in β',
    says: 'That gives x back, without an undo: γ = 0 throws x̂ away, and β holds the word. Undo the two steps instead: γ what was divided by, β what was subtracted.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x) => ({ gamma: mul(x, 0), beta: x }),
  },
  {
    name: 'γ alone',
    says: 'You solved γ x̂ = x entry by entry, with β = 0, so each feature got another γ. Where an entry equals the mean, x̂ is 0 and no γ brings it back: that is what β is for.',
    caughtBy: 'multiplies by what was divided, adds what was subtracted',
    candidate: (x, eps) => ({ gamma: div(x, layerNorm({ x }, { eps })), beta: mul(x, 0) }),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into x. Whoever called it still needs those numbers.',
    caughtBy: 'leaves its inputs as they were',
    candidate: writesIntoX,
  },
];
