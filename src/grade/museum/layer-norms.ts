/** LayerNorms over the last axis that are right, each written in its own way. */
import { add, div, matmul, mean, mul, pow, sqrt, sub, sum, Tensor } from '../../autograd/index.js';
import { layerNorm } from '../../norm/layer-norm.js';
import { ndarray } from '../../tensor/ndarray.js';

/** A norm of rows that may be told its ε. */
export type RowNorm = (x: Tensor, eps?: number) => Tensor;

/** The last axis, kept as an axis of length 1. */
export const features = { axis: -1, keepdims: true } as const;

/** Each row less its mean. */
export const centred = (x: Tensor): Tensor => sub(x, mean(x, features));

/** The library's own. */
export const ofTheLibrary: RowNorm = (x, eps = 1e-5) => layerNorm({ x }, { eps });

const byEquations: RowNorm = (x, eps = 1e-5) => {
  const c = centred(x);
  return mul(c, pow(add(mean(mul(c, c), features), eps), -1 / 2));
};

/** Division by a length: √C · c / √(Σc² + Cε). */
const byLength: RowNorm = (x, eps = 1e-5) => {
  const [c, C] = [centred(x), x.shape[x.shape.length - 1]];
  return div(mul(c, Math.sqrt(C)), sqrt(add(sum(mul(c, c), features), C * eps)));
};

/** Centring is multiplication by I − 11ᵀ/C. */
const byMatrix: RowNorm = (x, eps = 1e-5) => {
  const C = x.shape[x.shape.length - 1];
  const entries = Array.from({ length: C * C }, (_, i) => (i % (C + 1) === 0 ? 1 : 0) - 1 / C);
  const c = matmul(x, new Tensor(ndarray(entries, [C, C], x.dtype)));
  return div(c, sqrt(add(mean(mul(c, c), features), eps)));
};

/** Row by row, number by number; no gradient flows back through it. */
const byLoops: RowNorm = (x, eps = 1e-5) => {
  const C = x.shape[x.shape.length - 1];
  const y = Float64Array.from(x.data);
  for (let start = 0; start < y.length; start += C) {
    const row = y.subarray(start, start + C);
    const mu = row.reduce((total, value) => total + value, 0) / C;
    const variance = row.reduce((total, value) => total + (value - mu) * (value - mu), 0) / C;
    row.forEach((value, i) => (row[i] = (value - mu) / Math.sqrt(variance + eps)));
  }
  return new Tensor(ndarray(y, x.shape, x.dtype));
};

/** By name. */
export const layerNorms: Readonly<Record<string, RowNorm>> = {
  'the LayerNorm of the library': ofTheLibrary,
  'a LayerNorm written line for line': byEquations,
  'a LayerNorm that divides by a length': byLength,
  'a LayerNorm that centres with a matrix': byMatrix,
  'a LayerNorm in loops': byLoops,
};
