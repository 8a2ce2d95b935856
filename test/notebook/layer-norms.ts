import type { Tensor } from '../../src/index.js';
import { add, div, layerNorm, mean, mul, sqrt, sub } from '../../src/index.js';

/** What E1.1 asks for. */
export type LayerNormFunction = (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor;

const row = { axis: -1, keepdims: true };

export const right: LayerNormFunction = (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps });

/** Divides the variance by n − 1. */
export const bessel: LayerNormFunction = (x, gamma, beta, eps) => {
  const centred = sub(x, mean(x, row));
  const C = x.shape[x.shape.length - 1];
  const variance = mul(mean(mul(centred, centred), row), C / (C - 1));
  return add(mul(gamma, div(centred, sqrt(add(variance, eps)))), beta);
};
