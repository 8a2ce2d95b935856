/** Wrong LayerNorms that the checks were not written for. */
import {
  add,
  astype,
  concat,
  detach,
  div,
  exp,
  layerNorm,
  matmul,
  max,
  mean,
  mul,
  neg,
  noGrad,
  pow,
  reshape,
  slice,
  sqrt,
  sub,
  sum,
  Tensor,
  tensor,
  where,
} from '../../src/index.js';

export type LayerNormFunction = (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor;

const row = { axis: -1, keepdims: true };
const centre = (x: Tensor): Tensor => sub(x, mean(x, row));
const variance = (x: Tensor): Tensor => mean(mul(centre(x), centre(x)), row);
const xhatOf = (x: Tensor, eps: number): Tensor => div(centre(x), sqrt(add(variance(x), eps)));
const right: LayerNormFunction = (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps });
const lengthOf = (x: Tensor): number => x.shape[x.shape.length - 1];
const absolute = (x: Tensor): Tensor =>
  where(new Tensor({ ...x, data: x.data.map((v) => (v > 0 ? 1 : 0)) }), x, neg(x));

export const heldOut: Readonly<Record<string, LayerNormFunction>> = {
  'ε squared': (x, g, b, eps) => right(x, g, b, eps * eps),
  'ε under its own root: √(σ² + √ε)': (x, g, b, eps) => right(x, g, b, Math.sqrt(eps)),
  'γ and β exchanged': (x, g, b, eps) => right(x, b, g, eps),
  'one mean and deviation for all numbers': (x, g, b, eps) => {
    const centred = sub(x, mean(x));
    return add(mul(g, div(centred, sqrt(add(mean(mul(centred, centred)), eps)))), b);
  },
  'mean absolute deviation': (x, g, b, eps) =>
    add(mul(g, div(centre(x), add(mean(absolute(centre(x)), row), eps))), b),
  'range instead of deviation': (x, g, b, eps) => {
    const range = add(max(x, row), max(neg(x), row));
    return add(mul(g, div(centre(x), add(range, eps))), b);
  },
  'ε added to the mean': (x, g, b, eps) =>
    add(mul(g, div(sub(x, add(mean(x, row), eps)), sqrt(variance(x)))), b),
  'normalized twice': (x, g, b, eps) => right(xhatOf(x, eps), g, b, eps),
  'normalized after γ and β': (x, g, b, eps) => xhatOf(add(mul(g, x), b), eps),
  'ε under the root and after it': (x, g, b, eps) =>
    add(mul(g, div(centre(x), add(sqrt(add(variance(x), eps)), eps))), b),
  'axis 1 instead of the last': (x, g, b, eps) => {
    const group = { axis: 1, keepdims: true };
    const centred = sub(x, mean(x, group));
    return add(mul(g, div(centred, sqrt(add(mean(mul(centred, centred), group), eps)))), b);
  },
  'β subtracted': (x, g, b, eps) => right(x, g, neg(b), eps),
  'mean added': (x, g, b, eps) => add(mul(g, div(add(x, mean(x, row)), sqrt(add(variance(x), eps)))), b),
  'multiplied by the deviation': (x, g, b, eps) =>
    add(mul(g, mul(centre(x), sqrt(add(variance(x), eps)))), b),
  'sum of squares without its count': (x, g, b, eps) => {
    const squares = sum(mul(centre(x), centre(x)), row);
    return add(mul(g, div(centre(x), sqrt(add(squares, eps)))), b);
  },
  'cube root': (x, g, b, eps) => add(mul(g, div(centre(x), pow(add(variance(x), eps), 1 / 3))), b),
  softmax: (x, g, b) => {
    const e = exp(sub(x, detach(max(x, row))));
    return add(mul(g, div(e, sum(e, row))), b);
  },
  'x̂ alone': (x, _, __, eps) => xhatOf(x, eps),
  'x itself': (x, g, b) => add(mul(g, x), b),
  'clamped to one': (x, g, b, eps) => {
    const y = xhatOf(x, eps);
    const inside = new Tensor({ ...y, data: y.data.map((v) => (Math.abs(v) <= 1 ? 1 : 0)) });
    return add(mul(g, where(inside, y, new Tensor({ ...y, data: y.data.map((v) => Math.sign(v)) }))), b);
  },
  'γ used twice': (x, g, b, eps) => right(x, mul(g, g), b, eps),
  'variance over n − 1, by sums': (x, g, b, eps) => {
    const C = lengthOf(x);
    const total = sum(pow(sub(x, div(sum(x, row), C)), 2), row);
    return add(mul(pow(add(div(total, C - 1), eps), -0.5), mul(g, centre(x))), b);
  },
  'centred by a matrix over n − 1': (x, g, b, eps) => {
    const C = lengthOf(x);
    const rows = Array.from({ length: C }, (_, i) =>
      Array.from({ length: C }, (_, j) => (i === j ? 1 : 0) - 1 / (C - 1)),
    );
    const centred = matmul(x, tensor(rows, { dtype: x.dtype }));
    return add(mul(g, div(centred, sqrt(add(mean(mul(centred, centred), row), eps)))), b);
  },
  'only the mean cut off': (x, g, b, eps) =>
    add(mul(g, div(sub(x, detach(mean(x, row))), sqrt(add(variance(x), eps)))), b),
  'only the deviation cut off': (x, g, b, eps) =>
    add(
      mul(
        g,
        div(
          centre(x),
          noGrad(() => sqrt(add(variance(x), eps))),
        ),
      ),
      b,
    ),
  'γ cut off': (x, g, b, eps) => right(x, detach(g), b, eps),
  'built from numbers': (x, g, b, eps) => detach(right(x, g, b, eps)),
  'float32 inside': (x, g, b, eps) =>
    astype(right(astype(x, 'float32'), astype(g, 'float32'), astype(b, 'float32'), eps), x.dtype),
  'a difference of squares by sums': (x, g, b, eps) => {
    const C = lengthOf(x);
    const [s, q] = [sum(x, row), sum(mul(x, x), row)];
    return add(mul(g, div(sub(x, div(s, C)), sqrt(add(div(sub(q, div(mul(s, s), C)), C), eps)))), b);
  },
  'ε as a floor': (x, g, b, eps) => {
    const v = variance(x);
    const small = new Tensor({ ...v, data: v.data.map((value) => (value < eps ? 1 : 0)) });
    return add(mul(g, div(centre(x), sqrt(where(small, add(mul(v, 0), eps), v)))), b);
  },
  'only the first row': (x, g, b, eps) => {
    const y = right(x, g, b, eps);
    const firsts = slice(reshape(y, [y.data.length / lengthOf(y), lengthOf(y)]), {
      axis: 0,
      start: 0,
      end: 1,
    });
    const rest = slice(reshape(x, [x.data.length / lengthOf(x), lengthOf(x)]), { axis: 0, start: 1 });
    return reshape(concat([firsts, rest], { axis: 0 }), x.shape);
  },
};
