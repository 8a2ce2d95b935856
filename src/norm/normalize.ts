/**
 * One function behind the picture: a normalization is a choice of axes, whether to centre, and what to divide by.
 *
 * The axes cut x into sets: numbers of one set differ only in their places along these axes. Within each set of n numbers:
 *
 *     (1)  c  = x − mean(x)                   or x itself, where nothing is centred
 *     (2)  s  = √(mean(c²) + ε)               'rms'; of centred numbers it is the deviation
 *          s  = max(‖c‖, ε)                   'l2'
 *          s  = max(mean(|c|), ε)             'l1'
 *          s  = max(max(|c|), ε)              'linf'
 *          s  = 1                             'none'
 *     (3)  y  = c / s
 *
 * Backward, given dy:
 *
 *     (4)  dc = dy / s − Σ(dy ⊙ y) / s · ∂s/∂c
 *     (5)  ∂s/∂c = c / (n s),  c / s,  sign(c) / n,  or sign(c) where |c| is largest, and 0 elsewhere
 *                                             0 where ε is larger
 *     (6)  dx = dc − mean(dc)                 or dc itself
 *
 * Batch, layer, instance, group, positional and pixel normalization, RMSNorm, what only centres, and rows of length 1 are
 * special cases of it, up to γ and β.
 */
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { div } from '../autograd/ops/div.js';
import { max } from '../autograd/ops/max.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { neg } from '../autograd/ops/neg.js';
import type { Operand } from '../autograd/ops/operands.js';
import { relu } from '../autograd/ops/relu.js';
import { reshape } from '../autograd/ops/reshape.js';
import { sqrt } from '../autograd/ops/sqrt.js';
import { transpose } from '../autograd/ops/transpose.js';
import { where } from '../autograd/ops/where.js';
import type { Tensor } from '../autograd/tensor.js';
import { requireArray } from '../tensor/errors.js';
import { mapped, zerosLike } from '../tensor/ndarray.js';
import { centre, dot, meanSquare, rowsOf } from '../tensor/rows.js';
import type { Row } from '../tensor/rows.js';
import { axisOf, formatShape, sizeOf } from '../tensor/shape.js';
import type { Shape } from '../tensor/shape.js';
import { withoutMean } from './composition.js';
import { lengthOf, lengthsAtLeast } from './length.js';
import { requireEps } from './requirements.js';

/** What the numbers of a set are divided by. */
export type Scale = 'rms' | 'l2' | 'l1' | 'linf' | 'none';

/** Which normalization. */
export interface NormalizeOptions {
  /** The axes along which the numbers of one set differ. */
  readonly axes: readonly number[];
  /** Whether the mean of the set is taken off first. */
  readonly center: boolean;
  readonly scale: Scale;
  /** ε: under the root for 'rms', the least divisor for the others. 1e-5 unless said otherwise. */
  readonly eps?: number;
}

type RowOptions = Omit<Required<NormalizeOptions>, 'axes'>;

/** The divisor of a set, how it changes with each number of the set, and the same made of operations. */
interface Divisor {
  readonly of: (c: Row, eps: number) => number;
  readonly slope: (c: Row, s: number, i: number) => number;
  readonly composed: (c: Tensor, eps: number) => Operand;
}

const row = { axis: -1, keepdims: true };
const absolute = (c: Tensor): Tensor => add(relu(c), relu(neg(c)));
/** Where ε is larger it is the divisor, which no number of the set changes. */
const atLeast = (s: Tensor, eps: number): Tensor =>
  where(
    mapped(s, (value) => (value < eps ? 0 : 1)),
    s,
    eps,
  );
const folded = (c: Row, fold: (sofar: number, size: number) => number): number =>
  c.reduce((sofar: number, value) => fold(sofar, Math.abs(value)), 0);

const divisors: Readonly<Record<Scale, Divisor>> = {
  rms: {
    of: (c, eps) => Math.sqrt(meanSquare(c) + eps),
    slope: (c, s, i) => c[i] / (c.length * s),
    composed: (c, eps) => sqrt(add(mean(mul(c, c), row), eps)),
  },
  l2: {
    of: (c, eps) => Math.max(lengthOf(c), eps),
    slope: (c, s, i) => c[i] / s,
    composed: lengthsAtLeast,
  },
  l1: {
    of: (c, eps) => Math.max(folded(c, (total, size) => total + size) / c.length, eps),
    slope: (c, _s, i) => Math.sign(c[i]) / c.length,
    composed: (c, eps) => atLeast(mean(absolute(c), row), eps),
  },
  linf: {
    of: (c, eps) => Math.max(folded(c, Math.max), eps),
    slope: (c, s, i) => (i === c.findIndex((value) => Math.abs(value) === s) ? Math.sign(c[i]) : 0),
    composed: (c, eps) => atLeast(max(absolute(c), row), eps),
  },
  none: { of: () => 1, slope: () => 0, composed: () => 1 },
};

const normalizeRows: Op<'x', RowOptions> = defineOp('normalize', {
  forward({ x }, { center, scale, eps }) {
    const y = zerosLike(x);
    const [X, Y] = [rowsOf(x), rowsOf(y)];
    const divisor = new Float64Array(X.count);
    for (let n = 0; n < X.count; n++) {
      const c = taken(X.row(n), center); //                                                (1)
      divisor[n] = divisors[scale].of(c, eps); //                                          (2)
      const factor = 1 / divisor[n];
      const yn = Y.row(n);
      for (let i = 0; i < X.C; i++) yn[i] = c[i] * factor; //                              (3)
    }
    return { y, saved: divisor };
  },

  backward(dy, { x }, divisor, { center, scale, eps }) {
    const dx = zerosLike(x);
    const [X, DY, DX] = [x, dy, dx].map((array) => rowsOf(array));
    const { slope } = divisors[scale];
    for (let n = 0; n < X.count; n++) {
      const [c, dyn, s] = [taken(X.row(n), center), DY.row(n), divisor[n]];
      const dc = new Float64Array(X.C);
      const isFixed = scale !== 'rms' && divisors[scale].of(c, 0) < eps;
      const share = isFixed ? 0 : dot(dyn, c) / (s * s);
      for (let i = 0; i < X.C; i++) dc[i] = dyn[i] / s - share * slope(c, s, i); //        (4) (5)
      DX.row(n).set(center ? centre(dc, dc) : dc); //                                      (6)
    }
    return { x: dx };
  },

  compose({ x }, { center, scale, eps }) {
    const c = center ? withoutMean(x, row) : x; //                                        (1)
    return div(c, divisors[scale].composed(c, eps)); //                                    (2) (3)
  },
});

/** The numbers of a set, centred or not, as an array of their own. */
function taken(numbers: Row, center: boolean): Float64Array {
  const c = Float64Array.from(numbers);
  return center ? centre(c, c) : c;
}

/**
 * Normalizes the sets into which the axes cut x: centred or not, then divided by one of five measures of their size.
 *
 * @param x Any shape.
 * @param options `axes` from 0, or from −1 backwards; `center`; `scale`; `eps` = 1e-5. Centred and scaled by 'rms' is a
 * standardization.
 * @returns y, of the shape of x.
 * @throws {RangeError} if an axis is not there or stands twice, the sets are empty, there is no such scale, or ε is
 * negative or not a number.
 * @example
 * const x = tensor([[1, 3], [5, 9]]);
 * normalize(x, { axes: [1], center: true, scale: 'rms', eps: 0 }); // each row: [[-1, 1], [-1, 1]]
 * normalize(x, { axes: [0, 1], center: false, scale: 'linf' }); // [[0.1111, 0.3333], [0.5556, 1]]
 */
export function normalize(x: Tensor, { axes, center, scale, eps = 1e-5 }: NormalizeOptions): Tensor {
  requireArray('normalize', 'x', x);
  requireEps('normalize', eps);
  if (!Object.hasOwn(divisors, scale))
    throw new RangeError(
      `normalize: expected scale to be one of ${Object.keys(divisors).join(', ')}, got ${String(scale)}`,
    );
  const within = setAxes(x.shape, axes);
  const order = [...x.shape.keys()].filter((axis) => !within.includes(axis)).concat(within);
  const back = order.map((_axis, place) => order.indexOf(place));
  const n = sizeOf(within.map((axis) => x.shape[axis]));
  const apart = transpose(x, order);
  const rows = reshape(apart, [x.data.length / n, n]);
  return transpose(reshape(normalizeRows({ x: rows }, { center, scale, eps }), apart.shape), back);
}

function setAxes(shape: Shape, axes: readonly number[]): number[] {
  const isList: boolean = Array.isArray(axes);
  if (!isList)
    throw new TypeError(`normalize: expected axes to be a list, got ${String(axes)}. One axis is [1], not 1`);
  const found = axes.map((axis) => axisOf('normalize', axis, shape));
  if (new Set(found).size !== axes.length || axes.length === 0)
    throw new RangeError(`normalize: expected one or more different axes, got ${formatShape(axes)}`);
  if (found.some((axis) => shape[axis] === 0))
    throw new RangeError(
      `normalize: expected at least one number in each set, got x of shape ${formatShape(shape)} and axes ${formatShape(axes)}`,
    );
  return found.sort((a, b) => a - b);
}
