import {
  add,
  astype,
  div,
  mean,
  mul,
  pow,
  slice,
  sqrt,
  sub,
  sum,
  Tensor,
  where,
} from '../../../autograd/index.js';
import { ndarray } from '../../../tensor/ndarray.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';
import { features, layerNorms } from '../layer-norms.js';

/** A norm of float32 rows of shape [N, C]. */
export type Layer = (x: Tensor) => Tensor;

const eps = 1e-5;
const byVariance =
  (variance: (x: Tensor) => Tensor): Layer =>
  (x) =>
    div(sub(x, mean(x, features)), sqrt(add(variance(x), eps)));
/** mean(x²) − mean(x)²: equal to the variance on paper. */
const difference = (x: Tensor): Tensor => {
  const mu = mean(x, features);
  return sub(mean(mul(x, x), features), mul(mu, mu));
};

const atLeast = (least: number, variance: Tensor): Tensor =>
  where(
    { data: variance.data.map((value) => (value > least ? 1 : 0)), shape: variance.shape, dtype: 'float32' },
    variance,
    add(mul(variance, 0), least),
  );
/** As far as its range goes: what is above 65504 is infinite. */
const inFloat16 = (x: Tensor): Tensor => {
  const tooLarge = { ...x, data: x.data.map((value) => (value > 65504 ? 1 : 0)) };
  return where(tooLarge, add(mul(x, 0), Infinity), x);
};
/** Of each row the size of its largest number. */
const largest = (x: Tensor): Tensor => {
  const [N, C] = x.shape;
  const sizes = Array.from({ length: N }, (_, n) =>
    Math.max(...x.data.slice(n * C, (n + 1) * C).map(Math.abs)),
  );
  return new Tensor(ndarray(sizes, [N, 1], x.dtype));
};

/** B9: the variance as a difference of two large numbers. */
export const differenceOfSquares: Layer = byVariance(difference);

/** Welford’s sums: mean and squares are brought up to date with each number. */
const welford: Layer = (x) => {
  const C = x.shape[1];
  const y = new Float32Array(x.data.length);
  for (let start = 0; start < y.length; start += C) {
    let [mu, squares] = [0, 0];
    for (let c = 0; c < C; c++) {
      const before = x.data[start + c] - mu;
      mu += before / (c + 1);
      squares += before * (x.data[start + c] - mu);
    }
    for (let c = 0; c < C; c++) y[start + c] = (x.data[start + c] - mu) / Math.sqrt(squares / C + eps);
  }
  return new Tensor(ndarray(y, x.shape, 'float32'));
};

/** The right ones, as far as float32 goes. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'the LayerNorm of the library': layerNorms['the LayerNorm of the library'],
    'a LayerNorm of two passes': layerNorms['a LayerNorm written line for line'],
    'a LayerNorm by Welford’s sums (kept up to date number by number)': welford,
    'a LayerNorm that first subtracts its first number': (x) =>
      differenceOfSquares(sub(x, slice(x, { axis: 1, start: 0, end: 1 }))),
    'a difference of squares in float64': (x) => astype(differenceOfSquares(astype(x, 'float64')), 'float32'),
  },
  'This layer is right: it keeps what digits a float32 row has. Those are seven in all, so near 10⁴ about three are left for the differences: how close do you ask it to be, and is it the answer to the same rows that you compare with?',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a layer with variance mean(x²) − mean(x)²',
    layer: differenceOfSquares,
    says: 'This layer subtracts two numbers near the square of the offset, and your experiment believes it. How large must the offset be before seven digits are not enough for its square?',
  },
];

/** The same bug with its symptoms treated. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a layer whose variance is kept from going below 0',
    layer: byVariance((x) => atLeast(0, difference(x))),
    says: 'In this layer a negative variance becomes 0. No NaN is left, and no right digit either: compare the numbers, far from zero.',
  },
  {
    name: 'a layer that takes the size of its variance',
    layer: byVariance((x) => sqrt(pow(difference(x), 2))),
    says: 'In this layer a negative variance loses its sign. There is no NaN, and the variance is off by whole numbers: compare, far from zero.',
  },
  {
    name: 'a layer with two sums, divided at the end',
    layer: byVariance((x) => {
      const [C, total] = [x.shape[1], sum(x, features)];
      return div(sub(mul(C, sum(mul(x, x), features)), mul(total, total)), C * C);
    }),
    says: 'This layer subtracts (Σx)² from CΣx²: the same cancellation, of numbers larger still.',
  },
  {
    name: 'a layer that subtracts a typical number first',
    layer: (x) => differenceOfSquares(sub(x, 5000)),
    says: 'This layer subtracts 5000, which helps rows near 5000 and no others. Ask with rows on both sides of zero.',
  },
  {
    name: 'a layer that subtracts the size of its largest number first',
    layer: (x) => differenceOfSquares(sub(x, largest(x))),
    says: 'This layer subtracts the size of its largest number. Rows far above zero come near to it, rows below go twice as far away. Ask on both sides.',
  },
  {
    name: 'a layer that squares in float16',
    layer: byVariance((x) => sub(inFloat16(mean(mul(x, x), features)), inFloat16(pow(mean(x, features), 2)))),
    says: 'This layer squares in float16, where every number above 65504 is infinite. Far from zero all it gives is NaN, and a comparison with NaN is never true: ask whether the error is small.',
  },
  {
    name: 'a layer whose variance is never below a half',
    layer: byVariance((x) => atLeast(0.5, difference(x))),
    says: 'In this layer a variance below a half becomes a half. No number is outrageous, and none is right: compare to within a twentieth.',
  },
];
