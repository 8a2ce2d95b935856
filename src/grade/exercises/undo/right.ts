import { add } from '../../../autograd/ops/add.js';
import { concat } from '../../../autograd/ops/concat.js';
import { div } from '../../../autograd/ops/div.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { broadcastTo, sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { RightVersion } from '../../exercise.js';

/** The function the exercise asks for. */
export type UndoFunction = (x: Tensor, eps: number) => { gamma: Tensor; beta: Tensor };

/** σ². */
export const variance = (x: Tensor): Tensor => mean(pow(sub(x, mean(x)), 2));
/** √(σ² + ε). */
export const deviation = (x: Tensor, eps: number): Tensor => sqrt(add(variance(x), eps));
/** A single number, once for each feature of x. */
export const copies = (value: Tensor, x: Tensor): Tensor => broadcastTo(value, x.shape);

/** What was divided by, and what was subtracted, once for each feature. */
export const undo: UndoFunction = (x, eps) => ({
  gamma: copies(deviation(x, eps), x),
  beta: copies(mean(x), x),
});

const fromWhatTheLayerDid: UndoFunction = (x, eps) => {
  const norm = layerNorm({ x }, { eps });
  const scale = div(sub(x, mean(x)), norm);
  return norm.data.some((value) => value === 0)
    ? undo(x, eps)
    : { gamma: scale, beta: sub(x, mul(norm, scale)) };
};

const sideBySide: UndoFunction = (x, eps) => {
  const C = x.shape[0];
  const mu = div(sum(x), C);
  const square = div(sum(mul(sub(x, mu), sub(x, mu))), C);
  const asColumn = (value: Tensor): Tensor =>
    concat(
      Array.from({ length: C }, () => reshape(value, [1])),
      { axis: 0 },
    );
  return { gamma: asColumn(pow(add(square, eps), 1 / 2)), beta: asColumn(mu) };
};

/** A matrix of 1/C makes the mean and its copies at once. */
const byMatrix: UndoFunction = (x, eps) => {
  const C = x.shape[0];
  const average = tensor(Array.from({ length: C }, () => new Array<number>(C).fill(1 / C)));
  const means = (v: Tensor): Tensor => reshape(matmul(average, reshape(v, [C, 1])), [C]);
  const beta = means(x);
  return { gamma: sqrt(add(means(mul(sub(x, beta), sub(x, beta))), eps)), beta };
};

/** Right answers, each written in its own way. */
export const rightUndos: readonly RightVersion<UndoFunction>[] = [
  { name: 'deviation and mean', candidate: undo },
  {
    name: 'copies by arithmetic',
    candidate: (x, eps) => ({ gamma: add(mul(x, 0), deviation(x, eps)), beta: add(mul(x, 0), mean(x)) }),
  },
  { name: 'solved from what the layer did', candidate: fromWhatTheLayerDid },
  { name: 'sums, side by side', candidate: sideBySide },
  { name: 'by a matrix', candidate: byMatrix },
];
