/** What the wrong LayerNorms have in common with the right one. */
import { add } from '../../../../autograd/ops/add.js';
import { div } from '../../../../autograd/ops/div.js';
import { mean } from '../../../../autograd/ops/mean.js';
import { mul } from '../../../../autograd/ops/mul.js';
import { sqrt } from '../../../../autograd/ops/sqrt.js';
import { sub } from '../../../../autograd/ops/sub.js';
import type { Tensor } from '../../../../autograd/tensor.js';
import type { LayerNormFunction } from '../inputs.js';

export const row: { axis: number; keepdims: boolean } = { axis: -1, keepdims: true };
export const mu = (x: Tensor): Tensor => mean(x, row);
export const centre = (x: Tensor): Tensor => sub(x, mu(x));
export const variance = (x: Tensor): Tensor => mean(mul(centre(x), centre(x)), row);
export const affine = (xhat: Tensor, gamma: Tensor, beta: Tensor): Tensor => add(mul(gamma, xhat), beta);
export const standard = (x: Tensor, eps: number): Tensor => div(centre(x), sqrt(add(variance(x), eps)));

/** LayerNorm with statistics over other axes. */
export function over(axis: (x: Tensor) => number | readonly number[], keepdims = true): LayerNormFunction {
  return (x, gamma, beta, eps) => {
    const group = { axis: axis(x), keepdims };
    const centred = sub(x, mean(x, group));
    return affine(div(centred, sqrt(add(mean(mul(centred, centred), group), eps))), gamma, beta);
  };
}
