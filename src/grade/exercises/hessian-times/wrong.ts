/** Data of the exercise: what is given for Hv and is something else. */
import { gradient } from '../../../autograd/gradient.js';
import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { detach } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import type { HessianTimes, Loss } from './inputs.js';
import { reference } from './right.js';

const [reads, squares, symmetric, meeting, exact, alone, again] = [
  'reads what it is given',
  'is right for a sum of squares',
  'is symmetric, ⟨u, Hv⟩ = ⟨v, Hu⟩',
  'is right where entries meet each other',
  'is exact, not nudged',
  'leaves its inputs as they were',
  'gives the same when it is asked again',
];

const slope = (loss: Loss, x: Tensor, createGraph = true): Tensor =>
  gradient(loss(x), [x], { createGraph })[0];

const ofTheNumber: readonly WrongVersion<HessianTimes>[] = [
  {
    name: 'a gradient that remembers nothing',
    says: 'All of your Hv is 0: dx does not know that it came from x. Is createGraph there, and no detach behind it?',
    caughtBy: squares,
    candidate: (loss, x, v) => gradient(sum(mul(slope(loss, x, false), v)), [x])[0],
  },
  {
    name: 'dx itself',
    says: 'Your answer is dx. Asked is how dx changes along v: differentiate ⟨dx, v⟩ once more, by x and not by v.',
    caughtBy: squares,
    candidate: (loss, x) => slope(loss, x),
  },
  {
    name: 'v left out',
    says: 'You differentiate the sum of dx, so v is not in your answer: that is H times ones. Multiply dx by v before you add up.',
    caughtBy: squares,
    candidate: (loss, x) => gradient(sum(slope(loss, x)), [x])[0],
  },
  {
    name: 'v multiplied afterwards',
    says: 'You take H times ones and multiply by v afterwards. That is right while each entry bends by itself; v has to be in the number that you differentiate.',
    caughtBy: meeting,
    candidate: (loss, x, v) => mul(gradient(sum(slope(loss, x)), [x])[0], v),
  },
  {
    name: 'x in place of v',
    says: 'You differentiate ⟨dx, x⟩. The direction is v, and it stays fixed while x moves.',
    caughtBy: squares,
    candidate: (loss, x) => gradient(sum(mul(slope(loss, x), x)), [x])[0],
  },
  {
    name: 'x and v exchanged',
    says: 'You take dx at v and move along x. The place is x, the direction v.',
    caughtBy: squares,
    candidate: (loss, x, v) => reference(loss, v, x),
  },
  {
    name: 'the squared length of dx',
    says: 'You differentiate ⟨dx, dx⟩. That belongs to a penalty on gradients; for Hv the second factor is v.',
    caughtBy: squares,
    candidate: (loss, x) => {
      const dx = slope(loss, x);
      return gradient(sum(mul(dx, dx)), [x])[0];
    },
  },
  {
    name: 'the square of ⟨dx, v⟩',
    says: 'You differentiate the square of ⟨dx, v⟩. The number itself is enough, and its gradient is Hv.',
    caughtBy: squares,
    candidate: (loss, x, v) => gradient(pow(sum(mul(slope(loss, x), v)), 2), [x])[0],
  },
  {
    name: 'a mean in place of ⟨dx, v⟩',
    says: 'You take the mean of dx ⊙ v, so your Hv is divided by the number of entries. ⟨dx, v⟩ is a sum.',
    caughtBy: squares,
    candidate: (loss, x, v) => gradient(mean(mul(slope(loss, x), v)), [x])[0],
  },
  {
    name: 'many numbers at once',
    says: 'You ask for the gradient of dx ⊙ v, which is many numbers. Add them up first: a gradient is that of one number.',
    caughtBy: reads,
    candidate: (loss, x, v) => gradient(mul(slope(loss, x), v), [x])[0],
  },
];

const ofTheAnswer: readonly WrongVersion<HessianTimes>[] = [
  {
    name: 'a gradient times itself',
    says: 'Your answer is dx times ⟨dx, v⟩: a product of two first derivatives, where a second derivative is asked for.',
    caughtBy: squares,
    candidate: (loss, x, v) => {
      const dx = slope(loss, x);
      return mul(dx, sum(mul(dx, v)));
    },
  },
  {
    name: 'v made of length 1',
    says: 'You divide v by its length. Hv is linear in v: twice as long a v makes twice as large an answer.',
    caughtBy: squares,
    candidate: (loss, x, v) => reference(loss, x, div(v, sqrt(sum(mul(v, v))))),
  },
  {
    name: 'half, as in Taylor’s formula',
    says: 'Your Hv is half of what it should be. The ½ of Taylor’s formula belongs to the loss; the gradient changes by Hv whole.',
    caughtBy: squares,
    candidate: (loss, x, v) => mul(0.5, reference(loss, x, v)),
  },
  {
    name: 'the bend along v, one number',
    says: 'Your answer is ⟨v, Hv⟩, one number: how the loss bends along v. Asked is Hv, of the shape of x.',
    caughtBy: squares,
    candidate: (loss, x, v) => sum(mul(v, reference(loss, x, v))),
  },
  {
    name: 'the slope along v, one number',
    says: 'Your answer is ⟨dx, v⟩, the slope of the loss along v. It is the right number to differentiate: one gradient is left.',
    caughtBy: squares,
    candidate: (loss, x, v) => sum(mul(slope(loss, x), v)),
  },
  {
    name: 'the gradient where v leads',
    says: 'Your answer is dx at x + v. How dx changes on the way is asked for, not where it ends.',
    caughtBy: squares,
    candidate: (loss, x, v) => slope(loss, add(x, v)),
  },
  {
    name: 'a list of one tensor',
    says: 'gradient gives a list, one tensor for each thing you differentiate by. Give back the first of it.',
    caughtBy: reads,
    candidate: ((loss: Loss, x: Tensor, v: Tensor) =>
      gradient(sum(mul(slope(loss, x), v)), [x])) as unknown as HessianTimes,
  },
  {
    name: 'two gradients added up in x.grad',
    says: 'Your answer is dx + Hv: backward adds to x.grad, and the first gradient was still in it. gradient(…) touches nobody’s grad.',
    caughtBy: squares,
    candidate: (loss, x, v) => add(slope(loss, x), reference(loss, x, v)),
  },
];

/** The difference of two gradients a whole v apart. */
export const wholeStep: HessianTimes = (loss, x, v) =>
  sub(slope(loss, add(x, v), false), slope(loss, x, false));

const ofTheWay: readonly WrongVersion<HessianTimes>[] = [
  {
    name: 'not symmetric',
    says: 'It takes the difference of two gradients a whole v apart, which is Hv only while the bend is the same everywhere.',
    caughtBy: symmetric,
    candidate: wholeStep,
  },
  {
    name: 'nudged coarsely',
    says: 'It takes the difference of two gradients a thousandth of v apart, on one side: near, and not Hv.',
    caughtBy: symmetric,
    candidate: (loss, x, v) => {
      const ahead = slope(loss, detach(add(x, mul(1e-3, v))), false);
      return div(sub(ahead, slope(loss, x, false)), 1e-3);
    },
  },
  {
    name: 'nudged',
    says: 'It takes the difference of two gradients a little apart, and so has half the digits.',
    caughtBy: exact,
    candidate: (loss, x, v) => {
      const [ahead, behind] = [1e-5, -1e-5].map((h) => slope(loss, detach(add(x, mul(h, v))), false));
      return div(sub(ahead, behind), 2e-5);
    },
  },
  {
    name: 'argument ignored',
    says: 'It differentiates a loss that stands outside of it, and not the one it is handed.',
    caughtBy: reads,
    candidate: (_, x, v) => reference((given) => sum(pow(given, 4)), x, v),
  },
  {
    name: 'input changed',
    says: 'It moves x along v, in place, and leaves it there.',
    caughtBy: alone,
    candidate: (loss, x, v) => {
      const Hv = reference(loss, x, v);
      x.data.forEach((value, i) => (x.data[i] = value + 1e-5 * v.data[i]));
      return Hv;
    },
  },
];

const ofTheRecord: readonly WrongVersion<HessianTimes>[] = [
  {
    name: 'differs with the order',
    says: 'It takes half the difference of the gradients at x + v and x − v, which is Hv only while the bend changes evenly.',
    caughtBy: symmetric,
    candidate: (loss, x, v) => div(sub(slope(loss, add(x, v), false), slope(loss, sub(x, v), false)), 2),
  },
  {
    name: 'x.grad is added to',
    says: 'It adds Hv to what x.grad holds: right the first time, and twice as large the second.',
    caughtBy: again,
    candidate: (loss, x, v) => {
      sum(mul(slope(loss, x), v)).backward();
      return x.grad ?? mul(x, 0);
    },
  },
];

/** From what is differentiated to how. */
export const wrongHessians: readonly WrongVersion<HessianTimes>[] = [
  ...ofTheNumber,
  ...ofTheAnswer,
  ...ofTheWay,
  ...ofTheRecord,
];
