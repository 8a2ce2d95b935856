/**
 * Clipping: gradients that are too long together are shortened together.
 *
 *     (1)  n = √ Σ ‖g‖²                       over all parameters
 *     (2)  g ← g · min(1, max / (n + ε))
 *
 * All are scaled by one factor, so the direction stays. Source: Pascanu, Mikolov and Bengio (2013), "On the difficulty
 * of training recurrent neural networks", arXiv:1211.5063, algorithm 1; ε as in PyTorch's clip_grad_norm_.
 */
import { Tensor } from '../autograd/tensor.js';
import { mapped } from '../tensor/ndarray.js';
import { requireNotNegative } from './requirements.js';

/**
 * The joint norm (1) of the gradients of these parameters; those without a gradient count as 0.
 *
 * @example
 * const [a, b] = [tensor([3, 1]), tensor(2)];
 * sum(mul(a, tensor([0, 2]))).backward();
 * mul(b, 1.5).backward();
 * gradNorm(new Map([['a', a], ['b', b]])); // √(0² + 2² + 1.5²) = 2.5
 */
export function gradNorm(parameters: ReadonlyMap<string, Tensor>): number {
  let squares = 0;
  for (const { grad } of parameters.values())
    if (grad) for (let i = 0; i < grad.data.length; i++) squares += grad.data[i] * grad.data[i];
  return Math.sqrt(squares); //                                                            (1)
}

/**
 * Shortens the gradients of these parameters so that their joint norm is at most `maxNorm`.
 *
 * A parameter's `grad` is replaced, never written into: two tensors may share one gradient.
 * If the norm is infinite or NaN, so are the clipped gradients, as in PyTorch.
 *
 * @returns The joint norm before clipping.
 * @throws {RangeError} if `maxNorm` or ε is negative or not a number.
 * @example
 * const weight = tensor([3, 4]);
 * mul(0.5, sum(mul(weight, weight))).backward();
 * const norm = clipGradNorm(new Map([['weight', weight]]), 1); // 5
 * weight.grad; // [0.6, 0.8]
 */
export function clipGradNorm(
  parameters: ReadonlyMap<string, Tensor>,
  maxNorm: number,
  { eps = 1e-6 }: { readonly eps?: number } = {},
): number {
  requireNotNegative('clipGradNorm', { maxNorm, eps });
  const norm = gradNorm(parameters);
  const factor = Math.min(1, maxNorm / (norm + eps));
  if (factor !== 1)
    for (const parameter of parameters.values())
      if (parameter.grad) parameter.grad = new Tensor(mapped(parameter.grad, (g) => g * factor)); // (2)
  return norm;
}
