import { gradient } from '../../../autograd/gradient.js';
import { add } from '../../../autograd/ops/add.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { Tensor } from '../../../autograd/tensor.js';
import type { RightVersion } from '../../exercise.js';
import type { HessianTimes } from './inputs.js';

/** The gradient of ⟨dx, v⟩. */
export const reference: HessianTimes = (loss, x, v) => {
  const [dx] = gradient(loss(x), [x], { createGraph: true });
  return gradient(sum(mul(dx, v)), [x])[0];
};

/** The slope of the loss along a ray from x, differentiated by where on the ray one stands. */
const alongARay: HessianTimes = (loss, x, v) => {
  const t = new Tensor({ data: new Float64Array(1), shape: [], dtype: 'float64' });
  const moved = add(x, mul(t, v));
  const [slope] = gradient(loss(moved), [t], { createGraph: true });
  return gradient(slope, [moved])[0];
};

const withBackward: HessianTimes = (loss, x, v) => {
  loss(x).backward(undefined, { createGraph: true });
  const dx = x.grad;
  x.grad = undefined;
  if (dx) sum(mul(dx, v)).backward();
  return x.grad ?? mul(x, 0);
};

const recordedTwice: HessianTimes = (loss, x, v) => {
  const [dx] = gradient(loss(x), [x], { createGraph: true });
  const [product] = gradient(sum(mul(dx, v)), [x], { createGraph: true });
  return product;
};

const polarized: HessianTimes = (loss, x, v) => {
  const [dx] = gradient(loss(x), [x], { createGraph: true });
  const squared = sub(sum(mul(add(dx, v), add(dx, v))), add(sum(mul(dx, dx)), sum(mul(v, v))));
  return mul(0.5, gradient(squared, [x])[0]);
};

/** Right answers, each written in its own way. */
export const rightHessians: readonly RightVersion<HessianTimes>[] = [
  { name: 'the gradient of ⟨dx, v⟩', candidate: reference },
  {
    name: 'v as the cotangent of dx',
    candidate: (loss, x, v) => gradient(gradient(loss(x), [x], { createGraph: true })[0], [x], { dy: v })[0],
  },
  {
    name: 'with backward and grad',
    candidate: withBackward,
  },
  {
    name: 'with createGraph twice',
    candidate: recordedTwice,
  },
  {
    name: 'the sum of two halves',
    candidate: polarized,
  },
  { name: 'by the slope along a ray', candidate: alongARay },
];
