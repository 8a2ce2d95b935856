import { Module } from '../autograd/module.js';
import { relu } from '../autograd/ops/relu.js';
import { tanh } from '../autograd/ops/tanh.js';
import type { Tensor } from '../autograd/tensor.js';

/**
 * `relu` as a layer, which `watch` hears.
 *
 * @example
 * new ReLU().forward(tensor([-1, 2])); // [0, 2]
 */
export class ReLU extends Module {
  forward(x: Tensor): Tensor {
    return relu(x);
  }
}

/**
 * `tanh` as a layer, which `watch` hears.
 *
 * @example
 * new Tanh().forward(tensor([0, 1])); // [0, 0.7616]
 */
export class Tanh extends Module {
  forward(x: Tensor): Tensor {
    return tanh(x);
  }
}
