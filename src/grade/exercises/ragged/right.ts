import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { transpose } from '../../../autograd/ops/transpose.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { maskedBatchNorm } from '../../../norm/batch-norm/index.js';
import type { RightVersion } from '../../exercise.js';

/** x of shape [sentences, words, features]; the mask, [sentences, words, 1], is 1 at words and 0 at padding. */
export type RaggedNorm = (x: Tensor, mask: Tensor, eps: number) => Tensor;

const over = { axis: [0, 1], keepdims: true };

/** The worked solution. */
export const raggedNorm: RaggedNorm = (x, mask, eps) => {
  const n = sum(mask);
  const mu = div(sum(mul(x, mask), over), n);
  const c = mul(sub(x, mu), mask);
  return div(c, sqrt(add(div(sum(mul(c, c), over), n), eps)));
};

/** The share of words among all places makes up for what a plain mean divides by. */
const byShare: RaggedNorm = (x, mask, eps) => {
  const share = mean(mask);
  const average = (of: Tensor): Tensor => div(mean(mul(of, mask), over), share);
  const c = sub(x, average(x));
  return mul(mask, mul(c, pow(add(average(mul(c, c)), eps), -1 / 2)));
};

/** A row of weights that add up to 1, times what they weigh. */
const byProduct: RaggedNorm = (x, mask, eps) => {
  const [N, T, C] = x.shape;
  const flat = reshape(x, [N * T, C]);
  const which = reshape(mask, [N * T, 1]);
  const weights = transpose(div(which, sum(which)), [1, 0]);
  const c = sub(flat, matmul(weights, flat));
  const variance = matmul(weights, mul(c, c));
  return reshape(mul(div(c, sqrt(add(variance, eps))), which), x.shape);
};

/** The library wants channels in the middle. */
const byLibrary: RaggedNorm = (x, mask, eps) => {
  const [turned, turnedMask] = [x, mask].map((one) => transpose(one, [0, 2, 1]));
  return transpose(maskedBatchNorm({ x: turned, mask: turnedMask }, { eps }), [0, 2, 1]);
};

/** Right answers, each written in its own way. */
export const rightRaggeds: readonly RightVersion<RaggedNorm>[] = [
  { name: 'sums, divided by the words', candidate: raggedNorm },
  { name: 'means, divided by the share of words', candidate: byShare },
  { name: 'weights that add up to 1', candidate: byProduct },
  { name: 'the library', candidate: byLibrary },
];
