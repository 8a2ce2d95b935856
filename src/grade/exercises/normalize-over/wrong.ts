/** Data: plausible mistakes in normalizing over the last axes, and what to say to each. */
import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { sizeOf } from '../../../tensor/shape.js';
import type { WrongVersion } from '../../exercise.js';
import { lastAxes, normalizeOver, requireEnd } from './right.js';
import type { OverFunction } from './right.js';

type Axes = readonly number[] | number;

/** As it should be, but with axes, a mean of squares or a divisor of its own. */
function varied({
  meanOver = (_, shape) => lastAxes(shape),
  squaresOver = meanOver,
  divisor = (variance, eps) => sqrt(add(variance, eps)),
  complains = requireEnd,
}: {
  readonly meanOver?: (x: Tensor, shape: readonly number[]) => Axes;
  readonly squaresOver?: (x: Tensor, shape: readonly number[]) => Axes;
  readonly divisor?: (variance: Tensor, eps: number, shape: readonly number[]) => Tensor;
  readonly complains?: (x: Tensor, shape: readonly number[]) => void;
}): OverFunction {
  return (x, shape, eps) => {
    complains(x, shape);
    const centred = sub(x, mean(x, { axis: meanOver(x, shape), keepdims: true }));
    const squares = mean(mul(centred, centred), { axis: squaresOver(x, shape), keepdims: true });
    return div(centred, divisor(squares, eps, shape));
  };
}

/** A variable of the notebook. */
const big = new Tensor(stream('big', 1).normals([2, 4]));
const firstAxes = (shape: readonly number[]): number[] => shape.map((_, i) => i);
const everyAxis = (x: Tensor): number[] => x.shape.map((_, i) => i);
const lastLength = (shape: readonly number[]): number => shape[shape.length - 1];

const notKept: OverFunction = (x, shape, eps) => {
  requireEnd(x, shape);
  const centred = sub(x, mean(x, { axis: lastAxes(shape) }));
  return div(centred, sqrt(add(mean(mul(centred, centred), { axis: lastAxes(shape) }), eps)));
};

const rootMeanSquare: OverFunction = (x, shape, eps) => {
  requireEnd(x, shape);
  return div(x, sqrt(add(mean(mul(x, x), { axis: lastAxes(shape), keepdims: true }), eps)));
};

const oneAxisAfterTheOther: OverFunction = (x, shape, eps) => {
  requireEnd(x, shape);
  const alone = (axis: number): OverFunction => varied({ meanOver: () => axis, complains: () => undefined });
  return lastAxes(shape).reduce((y, axis) => alone(axis)(y, shape, eps), x);
};

const leftFlat: OverFunction = (x, shape, eps) => {
  const K = sizeOf(shape);
  return reshape(normalizeOver(x, shape, eps), [x.data.length / K, K]);
};

const countOfTheLast: OverFunction = (x, shape, eps) => {
  requireEnd(x, shape);
  const together = { axis: lastAxes(shape), keepdims: true };
  const n = lastLength(shape);
  const centred = sub(x, div(sum(x, together), n));
  return div(centred, sqrt(add(div(sum(mul(centred, centred), together), n), eps)));
};

const takesFromTheList: OverFunction = (x, shape, eps) => {
  requireEnd(x, shape);
  const [own, axes] = [shape as number[], lastAxes(shape)];
  while (own.length > 0) own.pop();
  const together = { axis: axes, keepdims: true };
  const centred = sub(x, mean(x, together));
  return div(centred, sqrt(add(mean(mul(centred, centred), together), eps)));
};

/** Names of two checks. */
export const takes = 'takes a shape that x ends in';
export const refuses = 'refuses a shape that x does not end in';

/** Complains where `fits` is false. */
const unless =
  (fits: (x: readonly number[], shape: readonly number[]) => boolean) =>
  (x: Tensor, shape: readonly number[]): void => {
    if (!fits(x.shape, shape)) throw new RangeError(`[${x.shape.join()}] does not end in [${shape.join()}]`);
  };
/** Only axes that x has, so that a shape that slips through gets an answer. */
const axesThere = (x: Tensor, shape: readonly number[]): number[] =>
  lastAxes(shape).filter((axis) => -axis <= x.shape.length);
const endOf = (x: readonly number[], shape: readonly number[]): number[] => x.slice(-shape.length);

const inWhatOrder = 'normalizes over the last axis';
const twoAxes = 'takes two axes together';
const underTheRoot = 'uses ε under the root';
const anyNumber = 'takes as many axes as it is asked to';

/** Plausible mistakes, and what to say to each. */
export const wrongOvers: readonly WrongVersion<OverFunction>[] = [
  {
    name: 'every shape is refused',
    says: 'You refuse every shape, also those that x ends in. Two lists are never === here, even with the same entries, so !== always holds: compare entry by entry, or their texts. What stands behind it was not reached.',
    caughtBy: takes,
    candidate: varied({ complains: unless((x, shape) => endOf(x, shape) === shape) }),
  },
  {
    name: 'refusal the wrong way round',
    says: 'You refuse the shapes that x ends in, and take the others. Your comparison is good; which way round does the condition before throw stand?',
    caughtBy: takes,
    candidate: varied({
      complains: unless((x, shape) => endOf(x, shape).join() !== shape.join()),
      meanOver: axesThere,
    }),
  },
  {
    name: 'all of x is asked for',
    says: 'You refuse whatever is not all of x. Axes in front are allowed: only the last lengths of x, as many as shape has, are to be compared.',
    caughtBy: takes,
    candidate: varied({ complains: unless((x, shape) => x.join() === shape.join()) }),
  },
  {
    name: 'the first lengths are compared',
    says: 'You compare shape with the first lengths of x. It is the last ones that go together: count from the end.',
    caughtBy: takes,
    candidate: varied({ complains: unless((x, shape) => x.slice(0, shape.length).join() === shape.join()) }),
  },
  {
    name: 'argument ignored',
    says: 'Your function reads a variable of the notebook and not its argument.',
    caughtBy: 'reads what it is given',
    candidate: (_, __, eps) => normalizeOver(big, [4], eps),
  },
  {
    name: 'axes not kept',
    says: 'Without keepdims the axes disappear, and the means are set against other axes than their own. Keep them, with length 1.',
    caughtBy: 'reads what it is given',
    candidate: notKept,
  },
  {
    name: 'lengths taken for axes',
    says: 'shape holds lengths, not the numbers of axes: [4] says that the last axis has 4 entries. How many lengths there are says how many axes, counted from the end: −1, −2, …',
    caughtBy: 'reads what it is given',
    candidate: varied({ meanOver: (_, shape) => shape }),
  },
  {
    name: 'axes from −0',
    says: 'Your list of axes begins with −0, and that is 0: the first axis. Counted from the end, the last axis is −1.',
    caughtBy: inWhatOrder,
    candidate: varied({ meanOver: (_, shape) => shape.map((__, i) => -i) }),
  },
  {
    name: 'first axes',
    says: 'You took the first axes. normalizedShape speaks of the last ones: count from the end, −1, −2, …',
    caughtBy: inWhatOrder,
    candidate: varied({ meanOver: (_, shape) => firstAxes(shape) }),
  },
  {
    name: 'all axes',
    says: 'You took one mean and one deviation of all the numbers. Only the axes in shape go together; the axes before them keep their own.',
    caughtBy: inWhatOrder,
    candidate: varied({ meanOver: everyAxis }),
  },
  {
    name: 'variance over n − 1',
    says: 'Your variance divides by n − 1. LayerNorm measures the numbers it has: it divides by n, all that go together.',
    caughtBy: inWhatOrder,
    candidate: varied({
      divisor: (variance, eps, shape) => sqrt(add(mul(variance, sizeOf(shape) / (sizeOf(shape) - 1)), eps)),
    }),
  },
  {
    name: 'divides by the variance',
    says: 'You divide by the variance. It is the deviation that brings the numbers to size 1: its square root.',
    caughtBy: inWhatOrder,
    candidate: varied({ divisor: (variance, eps) => add(variance, eps) }),
  },
  {
    name: 'never centred',
    says: 'You divide by the root of the mean square and never subtract the mean. Equation (1) is missing.',
    caughtBy: inWhatOrder,
    candidate: rootMeanSquare,
  },
  {
    name: 'only centred',
    says: 'You subtract the mean and stop. Equations (3) and (4) divide by the deviation.',
    caughtBy: inWhatOrder,
    candidate: varied({ divisor: (variance) => add(mul(variance, 0), 1) }),
  },
  {
    name: 'always the last axis',
    says: 'You normalize over the last axis, whatever shape says. With shape [2, 3] the last two axes go together: 6 numbers share one mean.',
    caughtBy: twoAxes,
    candidate: varied({ meanOver: () => -1 }),
  },
  {
    name: 'one axis after the other',
    says: 'You normalize over one axis and then over the next. Together is something else: one mean and one deviation of all 6 numbers.',
    caughtBy: twoAxes,
    candidate: oneAxisAfterTheOther,
  },
  {
    name: 'deviation of the last axis',
    says: 'Your mean is that of both axes, your deviation only that of the last. Both are statistics of the same numbers.',
    caughtBy: twoAxes,
    candidate: varied({ squaresOver: () => -1 }),
  },
  {
    name: 'mean of the last axis',
    says: 'Your deviation is that of both axes, your mean only that of the last. Both are statistics of the same numbers.',
    caughtBy: twoAxes,
    candidate: varied({ meanOver: () => -1, squaresOver: (_, shape) => lastAxes(shape) }),
  },
  {
    name: 'count of the last axis',
    says: 'You add over all the axes and divide by the length of the last. The count is the product of the lengths in shape.',
    caughtBy: twoAxes,
    candidate: countOfTheLast,
  },
  {
    name: 'left flat',
    says: 'The numbers are right, but they lie in long rows. The answer has the shape of x: reshape it back.',
    caughtBy: twoAxes,
    candidate: leftFlat,
  },
  {
    name: 'ε outside the root',
    says: 'You add ε to the deviation. It belongs under the root: √(σ² + ε).',
    caughtBy: underTheRoot,
    candidate: varied({ divisor: (variance, eps) => add(sqrt(variance), eps) }),
  },
  {
    name: 'ε is always 0.00001',
    says: 'Your ε is 0.00001 whatever is handed over. Which number in your lines should be the name eps?',
    caughtBy: underTheRoot,
    candidate: varied({ divisor: (variance) => sqrt(add(variance, 1e-5)) }),
  },
  {
    name: 'no ε',
    says: 'Your function never uses ε. What does it give where all numbers are equal?',
    caughtBy: underTheRoot,
    candidate: varied({ divisor: (variance) => sqrt(variance) }),
  },
  {
    name: 'two axes at most',
    says: 'Your function takes one or two axes together. shape may hold three lengths, or more: make the list of axes from it.',
    caughtBy: anyNumber,
    candidate: varied({ meanOver: (_, shape) => lastAxes(shape).slice(0, 2) }),
  },
  {
    name: 'axes in front are asked for',
    says: 'You refuse a shape that is the whole of x. It is allowed: then all numbers of x share one mean.',
    caughtBy: anyNumber,
    candidate: varied({
      complains: (x, shape) => {
        requireEnd(x, shape);
        if (shape.length >= x.shape.length) throw new RangeError('x has too few axes');
      },
    }),
  },
  {
    name: 'nothing is refused',
    says: 'Your function never asks whether x ends in shape, so nobody learns that the two do not fit. Compare the last lengths of x with shape, and throw an error of your own where they differ.',
    caughtBy: refuses,
    candidate: varied({
      meanOver: axesThere,
      complains: () => undefined,
    }),
  },
  {
    name: 'only the last length is compared',
    says: 'You compare the last length only. [5, 3] does not fit [4, 2, 3], although both end in 3: compare every length in shape.',
    caughtBy: refuses,
    candidate: varied({
      complains: (x, shape) => requireEnd(x, [lastLength(shape)]),
      meanOver: axesThere,
    }),
  },
  {
    name: 'only the product is compared',
    says: 'You compare how many numbers there are. [3, 2] has as many as [2, 3], and is another shape: compare length by length.',
    caughtBy: refuses,
    candidate: varied({
      complains: unless((x, shape) => sizeOf(endOf(x, shape)) === sizeOf(shape)),
    }),
  },
  {
    name: 'only the number of axes is compared',
    says: 'Whatever has no more axes than x is taken, however long they are, and [2] does not fit rows of 3. Compare the lengths, one by one.',
    caughtBy: refuses,
    candidate: varied({
      complains: unless((x, shape) => shape.length <= x.length),
    }),
  },
  {
    name: 'shape given back unchanged',
    says: 'Where shape and x do not fit you give x back, as if it were normalized. Whoever called your function goes on with wrong numbers: throw an error instead.',
    caughtBy: refuses,
    candidate: (x, shape, eps) =>
      x.shape.slice(-shape.length).join() === shape.join() ? normalizeOver(x, shape, eps) : x,
  },
  {
    name: 'lengths somewhere in x',
    says: 'You ask whether each length stands somewhere in x. x has to end in them, in the same order: compare place by place, from the end.',
    caughtBy: refuses,
    candidate: varied({ complains: unless((x, shape) => shape.every((length) => x.includes(length))) }),
  },
  {
    name: 'lengths compared as one text',
    says: 'You ask whether one text ends in another. As text, 12 ends in 2; as lengths they differ. Compare length by length.',
    caughtBy: refuses,
    candidate: varied({ complains: unless((x, shape) => x.join('').endsWith(shape.join(''))) }),
  },
  {
    name: 'more lengths than x has axes',
    says: 'A shape with more lengths than x has axes gets through: you compare as many as x has, and never look at the rest. Compare how many there are as well.',
    caughtBy: refuses,
    candidate: varied({
      complains: unless((x, shape) => endOf(x, shape).every((length, i) => length === shape[i])),
      meanOver: axesThere,
    }),
  },
  {
    name: 'a sentence given back',
    says: 'You give the sentence back, and whoever called your function goes on with it as if it were the result. What stops them is throw, not return.',
    caughtBy: refuses,
    candidate: (x, shape, eps) =>
      endOf(x.shape, shape).join() === shape.join()
        ? normalizeOver(x, shape, eps)
        : (`x does not end in [${shape.join()}]` as unknown as Tensor),
  },
  {
    name: 'one shape named',
    says: 'You refuse, and your error names one of the two shapes. Whoever reads it needs both: what x ends in and what was asked for.',
    caughtBy: refuses,
    candidate: varied({
      complains: (x, shape) => {
        if (endOf(x.shape, shape).join() !== shape.join()) throw new RangeError(`expected [${shape.join()}]`);
      },
    }),
  },
  {
    name: 'an error without words',
    says: 'You refuse, and do not say why. Name both shapes in the error: what x ends in and what was asked for.',
    caughtBy: refuses,
    candidate: varied({
      complains: (x, shape) => {
        if (x.shape.slice(-shape.length).join() !== shape.join()) throw new Error('wrong shape');
      },
    }),
  },
  {
    name: 'input changed',
    says: 'Your function took the lengths out of the list it was given. Whoever called it still needs that list.',
    caughtBy: 'leaves its inputs as they were',
    candidate: takesFromTheList,
  },
];
