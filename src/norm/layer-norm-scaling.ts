/**
 * Layer normalization scaled down with depth: deep layers of a Pre-LN Transformer hand over less.
 *
 *     (1)  y  = LN(x) / √l                    l = 1, 2, … counts the layers
 *
 * Source: Sun et al. (2025), "The curse of depth in large language models", arXiv:2502.05795, section 3.
 */
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import type { AffineInputs } from './affine.js';
import { composed } from './composition.js';
import { layerNorm } from './layer-norm.js';
import { requireRows } from './requirements.js';
import { usedBeta, usedGamma } from './affine.js';

/**
 * `layerNorm` divided by the root of the number of its layer.
 *
 * @param inputs `x` of shape [..., C]; `gamma` and `beta` of shape [C], which may be left out.
 * @param options `layer`, counted from 1; `eps` = 1e-5.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if gamma or beta has another shape.
 * @throws {RangeError} if the layer is not a whole number from 1, ε is negative or not a number, or C is 0.
 * @example
 * layerNormScaling({ x: tensor([[1, 3]]) }, { layer: 4, eps: 0 }); // [[-0.5, 0.5]]
 */
export function layerNormScaling(
  inputs: AffineInputs,
  { layer, eps = 1e-5 }: { readonly layer: number; readonly eps?: number },
): Tensor {
  if (!(Number.isInteger(layer) && layer >= 1))
    throw new RangeError(`layerNormScaling: expected layer to be a whole number from 1, got ${layer}`);
  const { x } = inputs;
  const shape = requireRows('layerNormScaling', x);
  const gamma = usedGamma('layerNormScaling', inputs, shape);
  const beta = usedBeta('layerNormScaling', inputs, shape);
  return composed('layerNormScaling', { x, gamma, beta }, (given) =>
    mul(layerNorm(given, { eps }), 1 / Math.sqrt(layer)),
  );
}
