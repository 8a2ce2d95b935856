/** How far a LayerNorm of one's own is from PyTorch's numbers: the one comparison that a wrong layer cannot pass. */
import { gradient } from '../autograd/gradient.js';
import { tensor } from '../autograd/tensor.js';
import type { Tensor } from '../autograd/tensor.js';
import type { Nested } from '../tensor/ndarray.js';
import { pytorchLayerNorm } from './pytorch-layer-norm.js';
import type { ReferenceCase } from './pytorch-layer-norm.js';

/** The largest difference in y and in each gradient, in units of the largest number of that array (at least 1). */
export interface DifferenceRecord {
  readonly name: string;
  readonly y: number;
  readonly dx: number;
  readonly dgamma: number;
  readonly dbeta: number;
  readonly ok: boolean;
}

/**
 * Compares a layer with every case of `pytorchLayerNorm`.
 *
 * @param layer It must be made of operations of the library, so that gradients can flow back through it.
 * @example
 * differencesFromPyTorch((x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps })).every(({ ok }) => ok); // true
 */
export function differencesFromPyTorch(
  layer: (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor,
  cases: readonly ReferenceCase[] = pytorchLayerNorm,
): DifferenceRecord[] {
  return cases.map((want) => {
    const inputs = [want.x, want.gamma, want.beta].map((values) => tensor(values));
    const y = layer(inputs[0], inputs[1], inputs[2], want.eps);
    const [dx, dgamma, dbeta] = gradient(y, inputs, { dy: want.dy });
    const found = {
      y: largestDifference(y, want.y),
      dx: largestDifference(dx, want.dx),
      dgamma: largestDifference(dgamma, want.dgamma),
      dbeta: largestDifference(dbeta, want.dbeta),
    };
    return { name: want.name, ...found, ok: Object.values(found).every((one) => one <= want.tolerance) };
  });
}

function largestDifference(got: Tensor, want: Nested): number {
  const { data } = tensor(want);
  const size = data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  return data.reduce((most, value, i) => Math.max(most, Math.abs(got.data[i] - value) / size), 0);
}
