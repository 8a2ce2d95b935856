import { Module } from '../autograd/module.js';
import type { Layer } from '../autograd/module.js';
import type { Tensor } from '../autograd/tensor.js';

/**
 * Layers one after another: what one gives, the next takes.
 *
 * @example
 * const random = stream('weights', 1);
 * const net = new Sequential([new Linear(3, 8, { random }), new ReLU(), new Linear(8, 2, { random })]);
 * net.forward(tensor([[1, 2, 3]])).shape; // [1, 2]
 * [...net.namedParameters().keys()].slice(0, 2); // ["layers.0.weight", "layers.0.bias"]
 */
export class Sequential extends Module {
  readonly layers: readonly Layer[];

  constructor(layers: readonly Layer[]) {
    super();
    this.layers = [...layers];
  }

  forward(x: Tensor): Tensor {
    return this.layers.reduce((y, layer) => layer.forward(y), x);
  }
}
