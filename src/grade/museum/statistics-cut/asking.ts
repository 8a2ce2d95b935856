/** What experiments ask with. */
import { gradient, numericGradient, sum, Tensor, transpose } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { apart, normals } from '../damage.js';
import type { Layer } from './layers.js';

export const x = normals('cut', [8, 3], { mean: 1, deviation: 2 });
export const cotangent = normals('cut dy', [8, 3]);
export const [many, manyCotangents] = [0, 1].map((seed) => normals('cut many', [32, 3], { seed }));
export const ones = new Tensor({ ...x, data: x.data.map(() => 1) });
export const ofTheLibrary: Layer = (t) => transpose(layerNorm({ x: transpose(t) }));
export const slope = (layer: Layer, dy = cotangent, at = x): Tensor => {
  const leaf = new Tensor(at);
  return gradient(layer(leaf), [leaf], { dy })[0];
};
export const numeric = (layer: Layer, dy = cotangent, at = x): Tensor =>
  numericGradient(layer, [at], { dy })[0];
export const inner = (a: Tensor, b: Tensor): number =>
  a.data.reduce((total, v, i) => total + v * b.data[i], 0);
/** Gradients of a loss that may be 0: compared beside 1. */
export const alike = (a: Tensor, b: Tensor): boolean => apart([...a.data, 1], [...b.data, 1]) < 1e-4;
/** The sum of each column. */
export const overRows = (t: Tensor): readonly number[] => [...sum(t, { axis: 0 }).data];
