import { add, LayerNorm, mul, Module, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

class Scale extends Module {
  readonly weight: Tensor = tensor([2]);
  readonly title: string = 'not a parameter';
  forward(x: Tensor): Tensor {
    return mul(x, this.weight);
  }
}

class Pair extends Module {
  readonly first: Scale = new Scale();
  readonly norm: LayerNorm = new LayerNorm(2);
  readonly bias: Tensor = tensor([1]);
  forward(x: Tensor): Tensor {
    return add(this.norm.forward(this.first.forward(x)), this.bias);
  }
}

test('parameters are named by their path, in the order of the fields', () => {
  expect([...new Pair().namedParameters().keys()]).toEqual([
    'first.weight',
    'norm.gamma',
    'norm.beta',
    'bias',
  ]);
});

test('the parameters are the tensors themselves', () => {
  const pair = new Pair();
  expect(pair.namedParameters().get('first.weight')).toBe(pair.first.weight);
  expect([...pair.namedParameters('block.').keys()][0]).toBe('block.first.weight');
});

test('a module without parameters has none', () => {
  expect([...new LayerNorm(2, { affine: false }).namedParameters()]).toEqual([]);
});
