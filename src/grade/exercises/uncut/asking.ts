/** What experiments ask with. */
import { gradient } from '../../../autograd/gradient.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { Layer } from '../../../experiments/ways-back.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { Experiment } from '../../judging.js';

/** What the exercise asks for. */
export type CutExperiment = Experiment<Layer>;

export const x = tensor([
  [6, 0, 4, 2, 3],
  [0, 8, -4, 2, -1],
]);
export const [gamma, beta] = [tensor([2, 1, 0.5, -1, 1.5]), tensor([0, 1, -1, 0.5, 2])];
export const dy = tensor([
  [2, 1, -2, 2, 2],
  [-0.5, -1, 4, -2, 2],
]);
export const libraryLayer: Layer = (given, scale, shift) =>
  layerNorm({ x: given, gamma: scale, beta: shift });
export const features = { axis: -1, keepdims: true } as const;
const xhat = layerNorm({ x });

export const dxOf = (layer: Layer): Tensor => gradient(layer(x, gamma, beta), [x], { dy })[0];
export const sumOf = (dx: Tensor): Tensor => sum(dx, features);
export const alongXhat = (dx: Tensor): Tensor => mean(mul(dx, xhat), features);
export const isSmall = (t: Tensor, most = 1e-3): boolean => t.data.every((value) => Math.abs(value) <= most);
export const near = (a: Tensor, b: Tensor, most: number): boolean =>
  a.data.every((value, i) => Math.abs(value - b.data[i]) <= most);

/** Both identities, as far as ε lets them hold. */
export const bothIdentities: CutExperiment = (layer) => {
  const dx = dxOf(layer);
  return isSmall(sumOf(dx)) && isSmall(alongXhat(dx));
};
