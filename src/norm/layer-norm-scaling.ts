/**
 * Layer normalization scaled down with depth: deep layers of a Pre-LN Transformer hand over less.
 *
 *     (1)  y  = LN(x) / √l                    l = 1, 2, … counts the layers
 *
 * Source: Sun et al. (2025), "The curse of depth in large language models", arXiv:2502.05795, section 3.
 */
import { Module } from '../autograd/module.js';
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { composed } from './composition.js';
import { layerNorm } from './layer-norm.js';
import { requireEps, requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

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
  requireLayer('layerNormScaling', layer);
  const { x } = inputs;
  const shape = requireRows('layerNormScaling', x);
  const gamma = usedGamma('layerNormScaling', inputs, shape);
  const beta = usedBeta('layerNormScaling', inputs, shape);
  return composed('layerNormScaling', { x, gamma, beta }, (given) =>
    mul(layerNorm(given, { eps }), 1 / Math.sqrt(layer)),
  );
}

function requireLayer(op: string, layer: number): void {
  if (!(Number.isInteger(layer) && layer >= 1))
    throw new RangeError(`${op}: expected layer to be a whole number from 1, got ${layer}`);
}

/**
 * `layerNormScaling` with parameters of its own: γ = 1 and β = 0 at the start.
 *
 * @example
 * const norm = new LayerNormScaling(2, { layer: 4, eps: 0 });
 * norm.forward(tensor([[1, 3]])); // [[-0.5, 0.5]]
 */
export class LayerNormScaling extends Module {
  readonly C: number;
  readonly layer: number;
  readonly eps: number;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `layer`, counted from 1; `eps` = 1e-5; `affine` = true, false leaves γ and β out; `dtype` of γ and β.
   * @throws {RangeError} if C or the layer is not a whole number from 1, or ε is negative or not a number.
   */
  constructor(
    C: number,
    {
      layer,
      eps = 1e-5,
      affine = true,
      dtype = 'float64',
    }: { layer: number; eps?: number; affine?: boolean; dtype?: DType },
  ) {
    super();
    requireEps('LayerNormScaling', eps);
    requireNormalizedShape('LayerNormScaling', [C]);
    requireLayer('LayerNormScaling', layer);
    [this.C, this.layer, this.eps] = [C, layer, eps];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { C, layer, eps, gamma, beta } = this;
    requireTrailing('LayerNormScaling', x, [C]);
    return layerNormScaling({ x, gamma, beta }, { layer, eps });
  }
}
