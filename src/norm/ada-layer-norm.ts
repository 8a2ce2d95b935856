/**
 * Layer normalization whose scale and shift are made from a condition, one for each sample; and the residual connection of
 * diffusion transformers that begins as the identity.
 *
 *     (1)  y  = LN(x) ⊙ (1 + scale) + shift   LN without γ and β; scale and shift of each sample
 *     (2)  h  = x + gate ⊙ f(y)               adaLN-Zero: scale, shift and gate are W c + b, and W = 0, b = 0 at the start
 *
 * Source: Peebles and Xie (2023), "Scalable diffusion models with transformers", arXiv:2212.09748, section 3.2.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { matmul } from '../autograd/ops/matmul.js';
import { mul } from '../autograd/ops/mul.js';
import { reshape } from '../autograd/ops/reshape.js';
import { slice } from '../autograd/ops/slice.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { ShapeError } from '../tensor/errors.js';
import type { Shape } from '../tensor/shape.js';
import { constant } from './affine.js';
import { composed } from './composition.js';
import { layerNorm } from './layer-norm.js';
import {
  requireEps,
  requireNormalizedShape,
  requireRows,
  requireShape,
  requireTrailing,
} from './requirements.js';

/** Numbers of shape [N, C] as they stand beside x of shape [N, ..., C]. */
const beside = (one: Tensor, x: Shape): Tensor =>
  reshape(one, [x[0], ...x.slice(1, -1).map(() => 1), x[x.length - 1]]);

/**
 * Normalizes each row, then scales and shifts it by numbers of its sample.
 *
 * @param inputs `x` of shape [N, ..., C]; `scale` and `shift` of shape [N, C]. Where scale is 0 nothing is scaled.
 * @param options `eps` = 1e-5.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no axis of samples, or scale or shift has another shape.
 * @throws {RangeError} if ε is negative or not a number, or C is 0.
 * @example
 * const [scale, shift] = [tensor([[1, 0]]), tensor([[0, 5]])];
 * adaLayerNorm({ x: tensor([[[1, 3]]]), scale, shift }, { eps: 0 }); // [[[-2, 6]]]
 */
export function adaLayerNorm(
  inputs: { readonly x: Tensor; readonly scale: Tensor; readonly shift: Tensor },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  const { x } = inputs;
  requireEps('adaLayerNorm', eps);
  requireRows('adaLayerNorm', x);
  if (x.shape.length < 2) throw new ShapeError('adaLayerNorm', 'x', '[N, ..., C]', x.shape);
  const shape = [x.shape[0], x.shape[x.shape.length - 1]];
  requireShape('adaLayerNorm', 'scale', inputs.scale, shape);
  requireShape('adaLayerNorm', 'shift', inputs.shift, shape);
  return composed('adaLayerNorm', inputs, (given) => {
    const factor = add(1, beside(given.scale, x.shape));
    return add(mul(layerNorm({ x: given.x }, { eps }), factor), beside(given.shift, x.shape)); // (1)
  });
}

/** How a norm with a condition is made. */
export interface ConditionedOptions {
  /** How many numbers the condition has. */
  readonly condition: number;
  /** ε; 1e-5 unless said otherwise. */
  readonly eps?: number;
  /** Of W and b. */
  readonly dtype?: DType;
}

/** What both modules have in common: a linear layer that makes parts of a condition. Errors bear the name of the class. */
abstract class Conditioned extends Module {
  readonly C: number;
  readonly eps: number;
  /** W, of shape [condition, parts · C]: scale and shift behind each other, and the gate where there is one. */
  readonly weight: Tensor;
  readonly bias: Tensor;

  protected constructor(
    C: number,
    parts: number,
    { condition, eps = 1e-5, dtype = 'float64' }: ConditionedOptions,
  ) {
    super();
    requireEps(new.target.name, eps);
    requireNormalizedShape(new.target.name, [condition, C]);
    [this.C, this.eps] = [C, eps];
    this.weight = constant([condition, parts * C], 0, dtype);
    this.bias = constant([parts * C], 0, dtype);
  }

  /** What the linear layer makes of a condition: parts of shape [N, C]. */
  protected partsOf(x: Tensor, condition: Tensor): Tensor[] {
    const { C, weight, bias } = this;
    requireTrailing(this.constructor.name, x, [C]);
    requireShape(this.constructor.name, 'condition', condition, [x.shape[0], weight.shape[0]]);
    const all = add(matmul(condition, weight), bias);
    return Array.from({ length: bias.shape[0] / C }, (_, i) =>
      slice(all, { axis: 1, start: i * C, end: (i + 1) * C }),
    );
  }
}

/**
 * `adaLayerNorm` with a linear layer of its own that makes scale and shift from a condition: W c + b, where W = 0 and b = 0 at
 * the start, so that nothing is scaled or shifted then.
 *
 * @example
 * const norm = new AdaLayerNorm(2, { condition: 3, eps: 0 });
 * norm.forward(tensor([[[1, 3]]]), tensor([[7, 8, 9]])); // [[[-1, 1]]]
 */
export class AdaLayerNorm extends Conditioned {
  /**
   * @param C The length of a row.
   * @param options `condition`, how many numbers it has; `eps` = 1e-5; `dtype` of W and b.
   * @throws {RangeError} if C or the condition is not a whole number from 1, or ε is negative or not a number.
   */
  constructor(C: number, options: ConditionedOptions) {
    super(C, 2, options);
  }

  /**
   * @param x Shape [N, ..., C].
   * @param condition Shape [N, condition].
   */
  forward(x: Tensor, condition: Tensor): Tensor {
    const [scale, shift] = this.partsOf(x, condition);
    return adaLayerNorm({ x, scale, shift }, { eps: this.eps });
  }
}

/**
 * The residual connection of equation (2): its branch is normalized, modulated and gated by a condition.
 *
 * @example
 * const connection = new AdaLayerNormZero(2, { condition: 3 });
 * const x = tensor([[[1, 3]]]);
 * connection.forward(x, tensor([[7, 8, 9]]), (y) => mul(y, 100)); // the identity at the start: [[[1, 3]]]
 */
export class AdaLayerNormZero extends Conditioned {
  /**
   * @param C The length of a row.
   * @param options `condition`, how many numbers it has; `eps` = 1e-5; `dtype` of W and b.
   * @throws {RangeError} if C or the condition is not a whole number from 1, or ε is negative or not a number.
   */
  constructor(C: number, options: ConditionedOptions) {
    super(C, 3, options);
  }

  /**
   * @param x Shape [N, ..., C].
   * @param condition Shape [N, condition].
   * @param branch The sub-layer, from the shape of x to the shape of x.
   */
  forward(x: Tensor, condition: Tensor, branch: (y: Tensor) => Tensor): Tensor {
    const [scale, shift, gate] = this.partsOf(x, condition);
    const y = adaLayerNorm({ x, scale, shift }, { eps: this.eps });
    return add(x, mul(beside(gate, x.shape), branch(y))); //                               (2)
  }
}
