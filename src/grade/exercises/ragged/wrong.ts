/** Data: plausible mistakes in normalizing sentences of unequal lengths, and what to say to each. */
import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import { raggedNorm } from './right.js';
import type { RaggedNorm } from './right.js';

/** Names of the checks. */
export const names = {
  reads: 'reads what it is given',
  full: 'is BatchNorm where no sentence is padded',
  count: 'divides by the number of words, where padding is 0',
  deaf: 'does not hear what stands in the padding',
  eps: 'uses ε under the root',
  alone: 'leaves its inputs as they were',
} as const;

type Axes = readonly number[] | number;

interface Parts {
  /** What the mean and the mean of squares run over. */
  readonly axis: Axes;
  /** What the sum of x is divided by, and the sum of the squares. */
  readonly count: (mask: Tensor, x: Tensor) => Tensor | number;
  readonly squares: (mask: Tensor, x: Tensor) => Tensor | number;
  /** What is taken of x for its mean, of the deviations for their squares, and of the answer. */
  readonly taken: (x: Tensor, mask: Tensor) => Tensor;
  /** What the mean is taken off. */
  readonly from: (x: Tensor, mask: Tensor) => Tensor;
  readonly deviations: (c: Tensor, mask: Tensor) => Tensor;
  readonly given: (y: Tensor, mask: Tensor) => Tensor;
  readonly divisor: (variance: Tensor, eps: number) => Tensor;
}

const words = (mask: Tensor): Tensor => sum(mask);
const places = (mask: Tensor): number => mask.data.length;
const same = (x: Tensor): Tensor => x;

/** As it should be, but in some parts. */
function varied(changes: Partial<Parts>): RaggedNorm {
  const count = changes.count ?? words;
  const parts: Parts = {
    axis: [0, 1],
    count,
    squares: count,
    taken: mul,
    from: same,
    deviations: mul,
    given: mul,
    divisor: (variance, eps) => sqrt(add(variance, eps)),
    ...changes,
  };
  const over = { axis: parts.axis, keepdims: true };
  return (x, mask, eps) => {
    const c = sub(parts.from(x, mask), div(sum(parts.taken(x, mask), over), parts.count(mask, x)));
    const left = parts.deviations(c, mask);
    const variance = div(sum(mul(left, left), over), parts.squares(mask, x));
    return parts.given(div(c, parts.divisor(variance, eps)), mask);
  };
}

const ofEach = (mask: Tensor): Tensor => sum(mask, { axis: 1, keepdims: true });

/** A mean for each sentence, and the mean of those. */
const meanOfMeans: RaggedNorm = (x, mask, eps) => {
  const average = (of: Tensor): Tensor =>
    mean(div(sum(mul(of, mask), { axis: 1, keepdims: true }), ofEach(mask)), { axis: 0, keepdims: true });
  const c = mul(sub(x, average(x)), mask);
  return div(c, sqrt(add(average(mul(c, c)), eps)));
};

const overFeatures: RaggedNorm = (x, mask, eps) => {
  const c = sub(x, mean(x, { axis: 2, keepdims: true }));
  return mul(mask, div(c, sqrt(add(mean(mul(c, c), { axis: 2, keepdims: true }), eps))));
};

const notKept: RaggedNorm = (x, mask, eps) => {
  const n = sum(mask);
  const c = mul(sub(x, div(sum(mul(x, mask), { axis: 1 }), n)), mask);
  return div(c, sqrt(add(div(sum(mul(c, c), { axis: 1 }), n), eps)));
};

const writesZeros: RaggedNorm = (x, mask, eps) => {
  const C = x.shape[2];
  for (let i = 0; i < x.data.length; i++) if (mask.data[Math.floor(i / C)] === 0) x.data[i] = 0;
  return raggedNorm(x, mask, eps);
};

/** A variable of the notebook. */
const story = tensor([
  [
    [1, 2],
    [3, 5],
  ],
]);

/** Plausible mistakes, from the most fundamental to the subtlest. */
export const wrongRaggeds: readonly WrongVersion<RaggedNorm>[] = [
  {
    name: 'argument ignored',
    says: 'Your function reads a variable of the notebook and not its argument.',
    caughtBy: names.reads,
    candidate: (_, __, eps) => raggedNorm(story, tensor([[[1], [1]]]), eps),
  },
  {
    name: 'axes not kept',
    says: 'Without keepdims the axes disappear, and the means are set against other axes than their own. Keep them, with length 1.',
    caughtBy: names.reads,
    candidate: notKept,
  },
  {
    name: 'each sentence for itself',
    says: 'You take a mean for each sentence. BatchNorm has one for each feature, over all words of all sentences: axis [0, 1].',
    caughtBy: names.full,
    candidate: varied({ axis: 1, count: ofEach }),
  },
  {
    name: 'LayerNorm',
    says: 'You normalize each word over its features. That is LayerNorm, which needs no mask; asked for is a mean of each feature, over the words.',
    caughtBy: names.full,
    candidate: overFeatures,
  },
  {
    name: 'all features together',
    says: 'You take one mean of all numbers. Each feature has its own: the features are not among the axes of the sum.',
    caughtBy: names.full,
    candidate: varied({ axis: [0, 1, 2], count: (mask, x) => mul(sum(mask), x.shape[2]) }),
  },
  {
    name: 'divides by sentences',
    says: 'You divide by the number of sentences. The sum runs over all words of all sentences: divide by how many words there are.',
    caughtBy: names.full,
    candidate: varied({ count: (mask) => mask.shape[0] }),
  },
  {
    name: 'divides by all numbers',
    says: 'You divide by words times features. The sum of one feature has one number for each word: divide by the words.',
    caughtBy: names.full,
    candidate: varied({ count: (mask, x) => mul(sum(mask), x.shape[2]) }),
  },
  {
    name: 'variance over n − 1',
    says: 'Your variance divides by one word fewer than there are. A normalization measures the words it has: divide by all of them.',
    caughtBy: names.full,
    candidate: varied({ squares: (mask) => sub(sum(mask), 1) }),
  },
  {
    name: 'divides by the variance',
    says: 'You divide by the variance. Its root is what brings the numbers to size 1.',
    caughtBy: names.full,
    candidate: varied({ divisor: (variance, eps) => add(variance, eps) }),
  },
  {
    name: 'mask the wrong way round',
    says: 'You keep the padding and drop the words: the mask is 1 where there is a word.',
    caughtBy: names.full,
    candidate: (x, mask, eps) => raggedNorm(x, sub(1, mask), eps),
  },
  {
    name: 'mask not used',
    says: 'Your function never uses the mask: padded places count as words, each with its zeros.',
    caughtBy: names.count,
    candidate: varied({ taken: same, deviations: same, given: same, count: places }),
  },
  {
    name: 'divides by the padded length',
    says: 'You add up the words, and divide by the number of all places, padded ones too. So the mean is too near 0, and the variance, measured from there, is wrong as well: divide by sum(mask), the words.',
    caughtBy: names.count,
    candidate: varied({ count: places }),
  },
  {
    name: 'mean by the padded length',
    says: 'Your mean divides by all places, padded ones too; your variance by the words. Both are statistics of the words: sum(mask).',
    caughtBy: names.count,
    candidate: varied({ count: places, squares: words }),
  },
  {
    name: 'variance by the padded length',
    says: 'Your variance divides by all places, padded ones too. Zeros that are added make it no larger, and the count makes it smaller: divide by the words.',
    caughtBy: names.count,
    candidate: varied({ squares: places }),
  },
  {
    name: 'padding in the variance',
    says: 'Your mean is right. But at a padded place x − μ is −μ, and not 0, and its square goes into your variance: multiply by the mask once more, behind the subtraction.',
    caughtBy: names.count,
    candidate: varied({ deviations: same }),
  },
  {
    name: 'padding in the variance, x masked first',
    says: 'Your mean is right. You masked x, and then took μ off: at a padded place that leaves −μ, and not 0, and its square goes into your variance. Multiply by the mask once more, behind the subtraction.',
    caughtBy: names.count,
    candidate: varied({ from: mul, deviations: same }),
  },
  {
    name: 'something left at the padding',
    says: 'The words are right. At the padding something is left, since x − μ is not 0 there: multiply the answer by the mask.',
    caughtBy: names.count,
    candidate: varied({ given: same }),
  },
  {
    name: 'x masked, and never again',
    says: 'You masked x, and then took μ off: at a padded place that leaves −μ, and not 0. It goes into your variance and stands in your answer. Multiply by the mask once more, behind the subtraction.',
    caughtBy: names.count,
    candidate: varied({ from: mul, deviations: same, given: same }),
  },
  {
    name: 'a mean of means',
    says: 'You take a mean for each sentence and then the mean of those. So a word of a short sentence counts more than one of a long one: add up all words first, and divide once.',
    caughtBy: names.count,
    candidate: meanOfMeans,
  },
  {
    name: 'padding in the mean',
    says: 'Where padding is 0 your mean is right, and where it is not it hears the padding. Multiply x by the mask before you add up.',
    caughtBy: names.deaf,
    candidate: varied({ taken: same }),
  },
  {
    name: 'ε outside the root',
    says: 'You add ε to the deviation. It belongs under the root: √(σ² + ε).',
    caughtBy: names.eps,
    candidate: varied({ divisor: (variance, eps) => add(sqrt(variance), eps) }),
  },
  {
    name: 'ε is always 0.00001',
    says: 'Your ε is 0.00001 whatever is handed over. Which number in your lines should be the name eps?',
    caughtBy: names.eps,
    candidate: (x, mask) => raggedNorm(x, mask, 1e-5),
  },
  {
    name: 'input changed',
    says: 'Your function wrote zeros into the padding of x. Whoever called it still needs those numbers: mul(x, mask) makes new ones.',
    caughtBy: names.alone,
    candidate: writesZeros,
  },
];
