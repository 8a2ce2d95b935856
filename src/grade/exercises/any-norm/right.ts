import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { transpose } from '../../../autograd/ops/transpose.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { normalize } from '../../../norm/normalize.js';
import { sizeOf } from '../../../tensor/shape.js';
import type { RightVersion } from '../../exercise.js';

/** A normalization, as the exercise is asked for one. */
export interface NormChoice {
  /** The axes along which the numbers of one statistic differ. */
  readonly axes: readonly number[];
  readonly center: boolean;
  readonly scale: 'rms' | 'none';
  readonly eps: number;
}

/** The function the exercise asks for. */
export type AnyNorm = (x: Tensor, choice: NormChoice) => Tensor;

/** The worked solution. */
export const anyNorm: AnyNorm = (x, { axes, center, scale, eps }) => {
  const together = { axis: axes, keepdims: true };
  const c = center ? sub(x, mean(x, together)) : x;
  if (scale === 'none') return c;
  return div(c, sqrt(add(mean(mul(c, c), together), eps)));
};

/** Axis by axis: adds up, and divides by how many there are. */
const bySums: AnyNorm = (x, { axes, center, scale, eps }) => {
  const count = axes.reduce((product, axis) => product * (x.shape.at(axis) ?? 1), 1);
  const average = (of: Tensor): Tensor =>
    div(
      axes.reduce((total, axis) => sum(total, { axis, keepdims: true }), of),
      count,
    );
  const c = center ? sub(x, average(x)) : x;
  return scale === 'rms' ? mul(c, pow(add(average(pow(c, 2)), eps), -1 / 2)) : c;
};

/** The axes of a statistic last, all of them as one long row, and everything back to its place. */
const inLongRows: AnyNorm = (x, { axes, center, scale, eps }) => {
  const rank = x.shape.length;
  const within = axes.map((axis) => (axis + rank) % rank);
  const order = [...x.shape.keys()].filter((axis) => !within.includes(axis)).concat(within);
  const apart = transpose(x, order);
  const n = sizeOf(within.map((axis) => x.shape[axis]));
  const rows = reshape(apart, [x.data.length / n, n]);
  const done = anyNorm(rows, { axes: [1], center, scale, eps });
  return transpose(
    reshape(done, apart.shape),
    order.map((_, place) => order.indexOf(place)),
  );
};

/** A mean of squares less a square of means would lose digits; this one centres for the deviation in any case. */
const twoFactors: AnyNorm = (x, { axes, center, scale, eps }) => {
  const over = { axis: axes, keepdims: true };
  const shift = center ? mean(x, over) : mul(mean(x, over), 0);
  const size = scale === 'rms' ? sqrt(add(mean(pow(sub(x, shift), 2), over), eps)) : 1;
  return div(sub(x, shift), size);
};

/** Right answers, each written in its own way. */
export const rightAnyNorms: readonly RightVersion<AnyNorm>[] = [
  { name: 'all axes at once', candidate: anyNorm },
  { name: 'sums, axis by axis', candidate: bySums },
  { name: 'in long rows', candidate: inLongRows },
  { name: 'a shift and a size', candidate: twoFactors },
  { name: 'the library', candidate: (x, choice) => normalize(x, choice) },
];
