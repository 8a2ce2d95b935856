/**
 * LayerNorm with another way back: equations (1) to (5) as they are, and equation (8) as somebody wrote it.
 *
 * What a gradient check is worth is seen on ways back that are wrong. The gradients of γ and β, (6) and (7), stay right.
 */
import { definePrimitive } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import { sub } from '../autograd/ops/sub.js';
import { sum } from '../autograd/ops/sum.js';
import { Tensor } from '../autograd/tensor.js';
import { layerNorm } from '../norm/layer-norm.js';

/** What equation (8) is made of: dy, g = γ ⊙ dy and x̂ of shape [..., C], and r = rstd of shape [..., 1]. */
export interface WayBackInputs {
  readonly dy: Tensor;
  readonly g: Tensor;
  readonly xhat: Tensor;
  readonly rstd: Tensor;
}

/** Somebody's equation (8): dx, of the shape of x. */
export type WayBack = (inputs: WayBackInputs) => Tensor;

/** LayerNorm of x of shape [..., C] with γ and β of shape [C]. */
export type Layer = (x: Tensor, gamma: Tensor, beta: Tensor) => Tensor;

/**
 * LayerNorm whose gradient for x is what `wayBack` says.
 *
 * @example
 * const silent = layerNormWith(({ g }) => mul(g, 0)); // a way back that returns zeros
 */
export function layerNormWith(wayBack: WayBack, eps: number = 1e-5): Layer {
  const op: Op<'x' | 'gamma' | 'beta', undefined> = definePrimitive('layerNormWith', {
    forward: ({ x, gamma, beta }) =>
      layerNorm({ x: new Tensor(x), gamma: new Tensor(gamma), beta: new Tensor(beta) }, { eps }),
    backward: (dy, { x, gamma }) => {
      const features = { axis: -1, keepdims: true };
      const rows = { axis: x.shape.slice(0, -1).map((_, i) => i) };
      const centred = sub(x, mean(x, features));
      const rstd = pow(add(mean(mul(centred, centred), features), eps), -1 / 2);
      const xhat = mul(centred, rstd);
      return {
        x: wayBack({ dy, g: mul(gamma, dy), xhat, rstd }),
        gamma: sum(mul(dy, xhat), rows),
        beta: sum(dy, rows),
      };
    },
  });
  return (x, gamma, beta) => op({ x, gamma, beta }, undefined);
}
