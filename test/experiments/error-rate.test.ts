import type { Tensor } from '../../src/autograd/tensor.js';
import { tensor } from '../../src/autograd/tensor.js';
import { Module } from '../../src/autograd/module.js';
import { errorRate } from '../../src/experiments/error-rate.js';

class AsItIs extends Module {
  forward(x: Tensor): Tensor {
    return x;
  }
}

test('an example is wrong whose largest logit is not that of its class, counted over all batches', () => {
  const first = {
    x: tensor([
      [3, 1, 2],
      [0, 1, 5],
      [0, 9, 1],
    ]),
    targets: tensor([0, 1, 1]),
  };
  const second = { x: tensor([[0, 1, 2]]), targets: tensor([2]) };
  expect(errorRate(new AsItIs(), [first])).toBeCloseTo(100 / 3, 12);
  expect(errorRate(new AsItIs(), [first, second])).toBe(25);
});
