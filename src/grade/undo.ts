import { add } from '../autograd/ops/add.js';
import { div } from '../autograd/ops/div.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { neg } from '../autograd/ops/neg.js';
import { pow } from '../autograd/ops/pow.js';
import { sqrt } from '../autograd/ops/sqrt.js';
import { sub } from '../autograd/ops/sub.js';
import { broadcastTo } from '../autograd/ops/sum.js';
import { Tensor, tensor } from '../autograd/tensor.js';
import { layerNorm } from '../norm/layer-norm.js';
import { stream } from '../tensor/random.js';
import { agrees, leavesAlone, readsItsArgument } from './comparison.js';
import type { Standard } from './comparison.js';
import type { Exercise, WrongVersion } from './exercise.js';

type Inputs = readonly [x: Tensor, eps: number];
interface Affine {
  gamma: Tensor;
  beta: Tensor;
}
type UndoFunction = (x: Tensor, eps: number) => Affine;

const variance = (x: Tensor): Tensor => mean(pow(sub(x, mean(x)), 2));
const deviation = (x: Tensor, eps: number): Tensor => sqrt(add(variance(x), eps));
const copies = (value: Tensor, x: Tensor): Tensor => broadcastTo(value, x.shape);
const undo: UndoFunction = (x, eps) => ({ gamma: copies(deviation(x, eps), x), beta: copies(mean(x), x) });

const gammaCheck = 'multiplies by what was divided, adds what was subtracted';

const wrong: readonly WrongVersion<UndoFunction>[] = [
  {
    name: 'variance instead of deviation',
    says: 'Your γ is the variance plus ε. LayerNorm divided by its square root, so multiply by the root.',
    caughtBy: gammaCheck,
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: copies(add(variance(x), eps), x) }),
  },
  {
    name: 'ε forgotten',
    says: 'Your γ is σ. LayerNorm divided by √(σ² + ε), which is a little more.',
    caughtBy: gammaCheck,
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: copies(deviation(x, 0), x) }),
  },
  {
    name: 'reciprocal',
    says: 'Your γ divides once more. To undo a division, multiply: γ = √(σ² + ε), not one over it.',
    caughtBy: gammaCheck,
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: copies(div(1, deviation(x, eps)), x) }),
  },
  {
    name: 'variance over n − 1',
    says: 'Your deviation divides by n − 1. LayerNorm divided by n, and what undoes it must do the same.',
    caughtBy: gammaCheck,
    candidate: (x, eps) => {
      const n = x.shape[0];
      return { ...undo(x, eps), gamma: copies(sqrt(add(mul(variance(x), n / (n - 1)), eps)), x) };
    },
  },
  {
    name: 'no shift',
    says: 'γ is right, and β is 0. The mean was subtracted too: who gives it back?',
    caughtBy: gammaCheck,
    candidate: (x, eps) => ({ ...undo(x, eps), beta: mul(x, 0) }),
  },
  {
    name: 'shift in the wrong direction',
    says: 'Your β is −μ. LayerNorm subtracted μ, so β has to add it.',
    caughtBy: gammaCheck,
    candidate: (x, eps) => ({ ...undo(x, eps), beta: copies(neg(mean(x)), x) }),
  },
  {
    name: 'γ and β exchanged',
    says: 'γ and β have changed places: γ multiplies, so it is the deviation; β is added, so it is the mean.',
    caughtBy: gammaCheck,
    candidate: (x, eps) => ({ gamma: undo(x, eps).beta, beta: undo(x, eps).gamma }),
  },
  {
    name: 'single numbers',
    says: 'The two numbers are right, but γ and β have one entry for each feature: C equal numbers, shape [C].',
    caughtBy: gammaCheck,
    candidate: (x, eps) => ({ gamma: deviation(x, eps), beta: mean(x) }),
  },
  {
    name: 'input and x̂ exchanged',
    says: 'Your γ is x itself. γ is what the row was divided by, the same number for every feature.',
    caughtBy: gammaCheck,
    candidate: (x, eps) => ({ ...undo(x, eps), gamma: x }),
  },
];

const word: Inputs = [tensor([1, 3, 4, 8]), 0.5];
const numbers = (C: number): Tensor =>
  new Tensor(stream('undo exercise', C).normals([C], { mean: 2, deviation: 3 }));
const standard: Standard<Inputs, UndoFunction> = {
  reference: undo,
  parts: ['gamma', 'beta'],
  wrong,
  telling: [word, [numbers(3), 0.1], [numbers(6), 0.01]],
};

/** E1.3: the γ and β that give one word back. */
export const undoExercise: Exercise<UndoFunction> = {
  id: 'E1.3',
  title: 'Undo the normalization of one word',
  statement:
    'For one word x of shape [C], find the γ and β of shape [C] with which LayerNorm gives x back, whatever x and ε are.',
  why: '"γ and β can undo the normalization" is said of every norm. Here you see what it takes, and then why it works for one word only.',
  difficulty: 2,
  importance: 2,
  minutes: 6,
  signature: 'undo(x: Tensor, eps: number): { gamma: Tensor; beta: Tensor }',
  hints: [
    'Which two numbers did LayerNorm take out of this word? Put one into γ and the other into β.',
    'LayerNorm divided by √(σ² + ε), not by σ. γ has C equal entries.',
    'mean(x) and mean(mul(c, c)) are single numbers (shape []). add(mul(x, 0), value) makes C copies.',
  ],
  solution: `function undo(x: Tensor, eps: number): { gamma: Tensor; beta: Tensor } {
  const mu = mean(x);
  const centred = sub(x, mu);
  const deviation = sqrt(add(mean(mul(centred, centred)), eps));
  return { gamma: add(mul(x, 0), deviation), beta: add(mul(x, 0), mu) };
}`,
  checks: [
    readsItsArgument(standard, [word, [tensor([0, 5, 5, 7]), 0.5]]),
    agrees(standard, {
      name: gammaCheck,
      inputs: [word],
      hint: 'LayerNorm did two things to this word. Undo the last one first.',
    }),
    agrees(standard, {
      name: 'works for words of every length, and every ε',
      inputs: [
        [numbers(3), 0.1],
        [numbers(6), 1e-5],
        [tensor([2, 2, 2]), 0.25],
      ],
      hint: 'Which of your lines counts on one length, or on one ε?',
    }),
    leavesAlone([word]),
  ],
  wrong,
  right: [
    { name: 'deviation and mean', candidate: undo },
    {
      name: 'copies by arithmetic',
      candidate: (x, eps) => ({ gamma: add(mul(x, 0), deviation(x, eps)), beta: add(mul(x, 0), mean(x)) }),
    },
    {
      name: 'solved from what the layer did',
      candidate: (x, eps) => {
        const norm = layerNorm({ x }, { eps });
        const scale = div(sub(x, mean(x)), norm);
        return Array.from(norm.data).some((value) => value === 0)
          ? undo(x, eps)
          : { gamma: scale, beta: sub(x, mul(norm, scale)) };
      },
    },
  ],
};
