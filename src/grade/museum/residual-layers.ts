/** What residual blocks of the museum are asked with. */
import { add } from '../../autograd/ops/add.js';
import { matmul } from '../../autograd/ops/matmul.js';
import { tanh } from '../../autograd/ops/tanh.js';
import type { Tensor } from '../../autograd/index.js';
import { layerNorm } from '../../norm/layer-norm.js';
import { normals } from './damage.js';

/** A sub-layer or a norm. */
export type Through = (x: Tensor) => Tensor;

/** LayerNorm without parameters. */
export const norm: Through = (x) => layerNorm({ x });

/** A sub-layer that mixes six features, the n-th of its kind. */
export function mixing(n: number, loud: number = 1): Through {
  const weight = normals('mixing', [6, 6], { seed: n, deviation: loud / Math.sqrt(6) });
  return (x) => tanh(matmul(x, weight));
}

/** A sub-layer that says the same whatever it hears, and one that repeats what it hears. */
export const constantly =
  (value: number): Through =>
  (x) =>
    add(matmul(x, normals('nothing', [x.shape[1], x.shape[1]], { deviation: 0 })), value);
