/** Tests of a LayerNorm, good ones and blind ones. */
import { Tensor, tensor } from '../../../autograd/index.js';
import { gradientCheck } from '../../../autograd/gradient-check.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { ndarray } from '../../../tensor/ndarray.js';
import { mean, meanSquare, variance } from '../../arrays/statistics.js';
import type { LayerNormFunction } from '../../exercises/layer-norm/inputs.js';
import { apart, normals } from '../damage.js';

/** A test of a LayerNorm: true where it finds nothing wrong. */
export type Test = (layer: LayerNormFunction) => boolean;

/** What a test calls a layer with, besides x. */
export interface Parameters {
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
}

/** The library's. */
export const reference: LayerNormFunction = (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps });

const list = (values: readonly number[]): Tensor => new Tensor(ndarray(values, [values.length]));
const rowsOf = ({ data, shape: [N, C] }: Tensor): number[][] =>
  Array.from({ length: N }, (_, n) => [...data.subarray(n * C, (n + 1) * C)]);
const x = normals('test x', [4, 3], { mean: 1, deviation: 2 });

/** Compares with the library, number by number. */
export const comparing =
  (
    { gamma, beta }: Parameters,
    { given = x, tolerance = 1e-6 }: { given?: Tensor; tolerance?: number } = {},
  ): Test =>
  (layer) => {
    const inputs = [given, list(gamma), list(beta), 1e-5] as const;
    const y = layer(...inputs);
    return y.data.length === given.data.length && apart(y.data, reference(...inputs).data) <= tolerance;
  };

/** Means and deviations of the rows, as they are printed and read by eye: those of β and γ, where each is one number. */
export const byEye =
  ({ gamma, beta }: Parameters, within = 0.05): Test =>
  (layer) =>
    rowsOf(layer(x, list(gamma), list(beta), 1e-5)).every(
      (row) =>
        Math.abs(mean(row) - mean(beta)) <= within &&
        Math.abs(Math.sqrt(variance(row)) - mean(gamma)) <= within,
    );

/** Undoes β and γ, and looks at what is left: mean 0, mean square 1. */
export const undoing =
  ({ gamma, beta }: Parameters): Test =>
  (layer) =>
    rowsOf(layer(x, list(gamma), list(beta), 1e-9)).every((row) => {
      const xhat = row.map((value, i) => (value - beta[i]) / gamma[i]);
      return Math.abs(mean(xhat)) < 1e-6 && Math.abs(meanSquare(xhat) - 1) < 1e-6;
    });

/** Numbers that were worked out by hand, for one row. */
export const byHand: Test = (layer) => {
  const y = layer(tensor([[1, 3]]), tensor([2, 5]), tensor([7, -4]), 0); // x̂ is −1 and 1
  return [5, 1].every((value, i) => Math.abs(y.data[i] - value) < 1e-9);
};

/** Slopes beside differences: whether the way back to x belongs to the way there. */
export const slopes: Test = (layer) =>
  gradientCheck((given) => layer(given, list([2, -1, 0.5]), list([1, 4, -3]), 1e-5), [x]).ok;

/** What the layer gives if one feature after the other is switched on alone. */
export const featureByFeature: Test = (layer) =>
  [0, 1, 2].every((i) => {
    const alone = [0, 1, 2].map((j) => (i === j ? 1 : 0));
    const zeros = [0, 0, 0];
    return comparing({ gamma: alone, beta: zeros })(layer) && comparing({ gamma: zeros, beta: alone })(layer);
  });
