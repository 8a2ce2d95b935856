/** Data: plausible mistakes in one function for many norms, and what to say to each. */
import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { WrongVersion } from '../../exercise.js';
import { anyNorm } from './right.js';
import type { AnyNorm, NormChoice } from './right.js';

/** Names of the checks. */
export const names = {
  reads: 'reads what it is given',
  layer: 'is layerNorm: one axis, the last',
  rms: 'is rmsNorm, and meanOnlyNorm: each half alone',
  batch: 'is batchNorm and positionalNorm: axes that are not the last',
  group: 'is instanceNorm, and groupNorm of five axes',
  eps: 'uses ε under the root',
  alone: 'leaves its inputs as they were',
} as const;

/** A choice changed before it is carried out as it should be. */
const withChoice =
  (changed: (choice: NormChoice, x: Tensor) => Partial<NormChoice>): AnyNorm =>
  (x, choice) =>
    anyNorm(x, { ...choice, ...changed(choice, x) });

/** As it should be, but with squares of something else, their mean over other axes, or another divisor. */
const varied =
  ({
    squaresOf = (c) => c,
    squaresOver = ({ axes }) => axes,
    divisor = (square, eps) => sqrt(add(square, eps)),
  }: {
    readonly squaresOf?: (c: Tensor, x: Tensor) => Tensor;
    readonly squaresOver?: (choice: NormChoice) => readonly number[];
    readonly divisor?: (square: Tensor, eps: number, n: number) => Tensor;
  }): AnyNorm =>
  (x, choice) => {
    const c = anyNorm(x, { ...choice, scale: 'none' });
    if (choice.scale === 'none') return c;
    const s = squaresOf(c, x);
    const n = choice.axes.reduce((product, axis) => product * (x.shape.at(axis) ?? 1), 1);
    return div(c, divisor(mean(mul(s, s), { axis: squaresOver(choice), keepdims: true }), choice.eps, n));
  };

const rankOf = ({ shape }: Tensor): number => shape.length;
const others = (axes: readonly number[], x: Tensor): number[] => {
  const within = axes.map((axis) => (axis + rankOf(x)) % rankOf(x));
  return [...x.shape.keys()].filter((axis) => !within.includes(axis));
};
/** A variable of the notebook. */
const images = new Tensor(stream('images', 1).normals([3, 4]));

const notKept: AnyNorm = (x, { axes, center, scale, eps }) => {
  const c = center ? sub(x, mean(x, { axis: axes })) : x;
  return scale === 'none' ? c : div(c, sqrt(add(mean(mul(c, c), { axis: axes }), eps)));
};

const divisorsOfTheWhole: AnyNorm = (x, { axes, center, scale, eps }) => {
  const together = { axis: axes, keepdims: true };
  const n = x.shape[x.shape.length - 1];
  const average = (of: Tensor): Tensor => div(sum(of, together), n);
  const c = center ? sub(x, average(x)) : x;
  return scale === 'none' ? c : div(c, sqrt(add(average(mul(c, c)), eps)));
};

const takesFromTheList: AnyNorm = (x, choice) => {
  const axes = [...choice.axes];
  (choice.axes as number[]).length = 0;
  return anyNorm(x, { ...choice, axes });
};

/** Plausible mistakes, from the most fundamental to the subtlest. */
export const wrongAnyNorms: readonly WrongVersion<AnyNorm>[] = [
  {
    name: 'argument ignored',
    says: 'Your function reads a variable of the notebook and not its argument.',
    caughtBy: names.reads,
    candidate: (_, { center, scale, eps }) => anyNorm(images, { axes: [1], center, scale, eps }),
  },
  {
    name: 'axes not kept',
    says: 'Without keepdims the axes disappear, and the means are set against other axes than their own. Keep them, with length 1.',
    caughtBy: names.reads,
    candidate: notKept,
  },
  {
    name: 'the other axes',
    says: 'You took the mean over the axes that are not in the list. axes names those along which the numbers of one statistic differ: the mean runs over them, and they are the ones that go.',
    caughtBy: names.layer,
    candidate: withChoice(({ axes }, x) => ({ axes: others(axes, x) })),
  },
  {
    name: 'all axes',
    says: 'You took one mean and one deviation of all the numbers. Only the axes in the list go together; the others keep a statistic for each of their places.',
    caughtBy: names.layer,
    candidate: withChoice((_, x) => ({ axes: [...x.shape.keys()] })),
  },
  {
    name: 'always the first axis',
    says: 'You normalize over the first axis, whatever the list says.',
    caughtBy: names.layer,
    candidate: withChoice(() => ({ axes: [0] })),
  },
  {
    name: 'variance over n − 1',
    says: 'Your variance divides by n − 1. A normalization measures the numbers it has: it divides by n.',
    caughtBy: names.layer,
    candidate: varied({ divisor: (square, eps, n) => sqrt(add(mul(square, n / (n - 1)), eps)) }),
  },
  {
    name: 'divides by the mean square',
    says: 'You divide by the mean square. Its root is what brings the numbers to size 1.',
    caughtBy: names.layer,
    candidate: varied({ divisor: (square, eps) => add(square, eps) }),
  },
  {
    name: 'squares of x',
    says: 'You centre, and then divide by the root mean square of x itself. What is squared is c, what the step before has left.',
    caughtBy: names.layer,
    candidate: varied({ squaresOf: (_, x) => x }),
  },
  {
    name: 'never centred',
    says: 'You never subtract the mean. With center: true that is the first step.',
    caughtBy: names.layer,
    candidate: withChoice(() => ({ center: false })),
  },
  {
    name: 'never divided',
    says: "You centre and stop. With scale: 'rms' the numbers are divided as well.",
    caughtBy: names.layer,
    candidate: withChoice(() => ({ scale: 'none' })),
  },
  {
    name: 'always centred',
    says: 'You subtract the mean whatever center says. With center: false nothing is subtracted: RMSNorm and PixelNorm are made like that.',
    caughtBy: names.rms,
    candidate: withChoice(() => ({ center: true })),
  },
  {
    name: 'divided by the deviation in any case',
    says: 'Where nothing is centred you still divide by the deviation, the size of x − mean(x). Without centring it is the root mean square of x itself.',
    caughtBy: names.rms,
    candidate: varied({ squaresOf: (_, x) => sub(x, mean(x, { axis: -1, keepdims: true })) }),
  },
  {
    name: 'always divided',
    says: "You divide whatever scale says. With scale: 'none' the centred numbers are the answer.",
    caughtBy: names.rms,
    candidate: withChoice(() => ({ scale: 'rms' })),
  },
  {
    name: 'the two choices exchanged',
    says: 'You centre where nothing is to be divided and divide where nothing is to be centred, but not both at once. center and scale are asked one after the other, and neither knows of the other.',
    caughtBy: names.layer,
    candidate: withChoice(({ center, scale }) => (center && scale === 'rms' ? { center: false } : {})),
  },
  {
    name: 'always the last axis',
    says: 'You normalize over the last axis, whatever the list says. In BatchNorm the samples go together: axis 0.',
    caughtBy: names.batch,
    candidate: withChoice(() => ({ axes: [-1] })),
  },
  {
    name: 'as many last axes as there are in the list',
    says: 'You count how many axes there are in the list and take so many from the end. It holds the numbers of the axes themselves: [0] is the first.',
    caughtBy: names.batch,
    candidate: withChoice(({ axes }) => ({ axes: axes.map((_, i) => -1 - i) })),
  },
  {
    name: 'only the first axis of the list',
    says: 'You take the first axis of the list and leave out the others. All of them go together, in one mean.',
    caughtBy: names.batch,
    candidate: withChoice(({ axes }) => ({ axes: axes.slice(0, 1) })),
  },
  {
    name: 'one axis after the other',
    says: 'You normalize over one axis and then over the next. Together is something else: one mean and one deviation of all of them.',
    caughtBy: names.batch,
    candidate: (x, choice) => choice.axes.reduce((y, axis) => anyNorm(y, { ...choice, axes: [axis] }), x),
  },
  {
    name: 'mean and deviation of different axes',
    says: 'Your mean is that of all axes of the list, your deviation that of the last of them alone. Both are statistics of the same numbers.',
    caughtBy: names.batch,
    candidate: varied({ squaresOver: ({ axes }) => axes.slice(-1) }),
  },
  {
    name: 'count of the last axis',
    says: 'You add up over all axes of the list and divide by the length of the last axis of x. The count is the product of the lengths of the axes in the list.',
    caughtBy: names.batch,
    candidate: divisorsOfTheWhole,
  },
  {
    name: 'two axes at most',
    says: 'Your function takes one axis together, or two. In GroupNorm there are three: take the list as it comes.',
    caughtBy: names.group,
    candidate: withChoice(({ axes }) => ({ axes: axes.slice(0, 2) })),
  },
  {
    name: 'ε outside the root',
    says: 'You add ε to the root. It belongs under it: √(mean(c²) + ε).',
    caughtBy: names.eps,
    candidate: varied({ divisor: (square, eps) => add(sqrt(square), eps) }),
  },
  {
    name: 'ε is always 0.00001',
    says: 'Your ε is 0.00001 whatever is handed over. Which number in your lines should be the name eps?',
    caughtBy: names.eps,
    candidate: withChoice(() => ({ eps: 1e-5 })),
  },
  {
    name: 'no ε',
    says: 'Your function never uses ε. What does it give where all numbers of a statistic are equal?',
    caughtBy: names.eps,
    candidate: varied({ divisor: (square) => sqrt(square) }),
  },
  {
    name: 'input changed',
    says: 'Your function emptied the list of axes it was given. Whoever called it still needs that list.',
    caughtBy: names.alone,
    candidate: takesFromTheList,
  },
];
