/** What experiments ask with. */
import { mean, mul, tensor } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { features } from '../layer-norms.js';
import type { Layer } from './layers.js';

export const rows = normals('bessel', [4, 6]);
export const short = tensor([
  [1, 0, 0, 0],
  [2, 5, -1, 3],
]);
export const long = normals('bessel', [2, 512]);
export const meanSquares = (y: Tensor): readonly number[] => [...mean(mul(y, y), features).data];
export const allNear = (values: readonly number[], to: number, tolerance: number): boolean =>
  values.every((value) => Math.abs(value - to) <= tolerance);
export const agrees = (layer: Layer, x: Tensor, eps: number, tolerance?: number): boolean =>
  near(layer(x, eps), layerNorm({ x }, { eps }), tolerance);
