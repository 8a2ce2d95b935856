/** LayerNorms that are right, each written in its own way. */
import { add } from '../../../autograd/ops/add.js';
import { concat } from '../../../autograd/ops/concat.js';
import { div } from '../../../autograd/ops/div.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { slice } from '../../../autograd/ops/slice.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { RightVersion } from '../../exercise.js';
import type { LayerNormFunction } from './inputs.js';

const row = { axis: -1, keepdims: true };
const lengthOf = (x: Tensor): number => x.shape[x.shape.length - 1];
const column = (x: Tensor, i: number): Tensor => slice(x, { axis: -1, start: i, end: i + 1 });

const twoPass: LayerNormFunction = (x, gamma, beta, eps) => {
  const centred = sub(x, mean(x, row));
  return add(mul(gamma, div(centred, sqrt(add(mean(mul(centred, centred), row), eps)))), beta);
};

const corrected: LayerNormFunction = (x, gamma, beta, eps) => {
  const centred = sub(x, mean(x, row));
  const left = mean(centred, row);
  const variance = sub(mean(mul(centred, centred), row), mul(left, left));
  return add(mul(gamma, mul(sub(centred, left), pow(add(variance, eps), -1 / 2))), beta);
};

/** One number at a time: mean and sum of squares are brought up to date with each (Welford, 1962). */
const welford: LayerNormFunction = (x, gamma, beta, eps) => {
  const C = lengthOf(x);
  let [mu, squares] = [column(x, 0), mul(column(x, 0), 0)];
  for (let i = 1; i < C; i++) {
    const before = sub(column(x, i), mu);
    mu = add(mu, div(before, i + 1));
    squares = add(squares, mul(before, sub(column(x, i), mu)));
  }
  return add(mul(gamma, div(sub(x, mu), sqrt(add(div(squares, C), eps)))), beta);
};

/** Centring is multiplication by I − 11ᵀ/C. */
const matrix: LayerNormFunction = (x, gamma, beta, eps) => {
  const C = lengthOf(x);
  const indices = Array.from({ length: C }, (_, i) => i);
  const centring = tensor(
    indices.map((i) => indices.map((j) => (i === j ? 1 : 0) - 1 / C)),
    { dtype: x.dtype },
  );
  const rows = reshape(x, [x.data.length / C, C]); // so that one word alone is a row, too
  const centred = reshape(matmul(rows, centring), x.shape);
  const variance = div(sum(mul(centred, centred), row), C);
  return add(mul(div(centred, sqrt(add(variance, eps))), gamma), beta);
};

const bySums: LayerNormFunction = (x, gamma, beta, eps) => {
  const C = lengthOf(x);
  const centred = sub(x, div(sum(x, row), C));
  const rstd = div(1, pow(add(div(sum(pow(centred, 2), row), C), eps), 0.5));
  return add(mul(gamma, mul(centred, rstd)), beta);
};

/** Column by column, as a loop over features would be written. */
const byColumns: LayerNormFunction = (x, gamma, beta, eps) => {
  const indices = Array.from({ length: lengthOf(x) }, (_, i) => i);
  const mu = mean(x, row);
  const variance = mean(pow(sub(x, mu), 2), row);
  const columns = indices.map((i) => {
    const [g, b] = [column(gamma, i), column(beta, i)];
    return add(mul(g, div(sub(column(x, i), mu), sqrt(add(variance, eps)))), b);
  });
  return concat(columns, { axis: -1 });
};

/** Seven right LayerNorms. */
export const rightLayerNorms: readonly RightVersion<LayerNormFunction>[] = [
  { name: 'two passes', candidate: twoPass },
  { name: 'two passes, corrected', candidate: corrected },
  { name: 'Welford', candidate: welford },
  { name: 'centring matrix', candidate: matrix },
  { name: 'sums and powers', candidate: bySums },
  { name: 'column by column', candidate: byColumns },
  { name: 'the library', candidate: (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps }) },
];
