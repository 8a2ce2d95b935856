/**
 * SkipInit: a gate at the end of a residual branch, so that a deep network without norms starts as no more than its skip
 * connections.
 *
 *     (1)  y  = x + a · f(x)                  a is one learned number, 0 at the start
 *
 * At the start da = Σ dy ⊙ f(x), while f itself learns nothing before a has moved.
 *
 * In a Transformer the placement 'rezero' has the same gate.
 *
 * Source: De and Smith (2020), "Batch normalization biases residual blocks towards the identity function in deep
 * networks", arXiv:2002.10444.
 */
import { Module } from '../autograd/module.js';
import { mul } from '../autograd/ops/mul.js';
import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { filled } from '../tensor/ndarray.js';

/** How the gate starts. */
export interface SkipInitOptions {
  /** Where a starts; 0 unless said otherwise. */
  readonly start?: number;
  readonly dtype?: DType;
}

/**
 * a · x with a learned number a: the last layer of a residual branch.
 *
 * @example
 * const random = stream('weights', 1);
 * const branch = new Sequential([new Linear(2, 4, { random }), new ReLU(), new Linear(4, 2, { random }), new SkipInit()]);
 * const x = tensor([[1, 2]]);
 * add(x, branch.forward(x)); // [[1, 2]]
 */
export class SkipInit extends Module {
  /** a, of shape [1]. */
  readonly gate: Tensor;

  constructor({ start = 0, dtype = 'float64' }: SkipInitOptions = {}) {
    super();
    this.gate = new Tensor(filled([1], start, dtype));
  }

  forward(x: Tensor): Tensor {
    return mul(x, this.gate);
  }
}
