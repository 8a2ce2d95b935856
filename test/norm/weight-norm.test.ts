import * as library from '../../src/index.js';
import { gradient, linear, sum, tensor, WeightNorm } from '../../src/index.js';
import { facts } from './facts/weight-norm.js';

test.each(Object.entries(facts))('weightNorm: %s', (_, check) => check(library));

test('WeightNorm learns v and g, in the dtype of the weights it was made from', () => {
  const weight = tensor([[3], [4]], { dtype: 'float32' });
  const norm = new WeightNorm(weight, { axis: 1, eps: 1e-6 });
  expect([[...norm.namedParameters().keys()], norm.g.dtype, norm.v.dtype, norm.axis, norm.eps]).toEqual([
    ['v', 'g'],
    'float32',
    'float32',
    1,
    1e-6,
  ]);
});

test('what a WeightNorm gives is handed to a linear layer, and v and g get their gradients', () => {
  const norm = new WeightNorm(tensor([[3], [4]]), { axis: 1 });
  const y = linear({ x: tensor([[1, 0]]), weight: norm.forward() });
  expect(y.data[0]).toBeCloseTo(3, 14);
  const [dv, dg] = gradient(sum(y), [norm.v, norm.g]);
  // dw = (1, 0): along v/‖v‖ = (0.6, 0.8) it is 0.6, and at a right angle (0.64, −0.48).
  expect(dg.data[0]).toBeCloseTo(0.6, 14);
  expect([...dv.data].map((value) => value.toFixed(12))).toEqual(['0.640000000000', '-0.480000000000']);
});

test('the start from data takes the last axis for the outputs, of however many axes', () => {
  const y = tensor([[[1, 10]], [[3, 50]]]);
  const [g, b] = [tensor([1, 1]), tensor([0, 0])];
  library.initializeWeightNorm({ y, g, b });
  expect([[...g.data], [...b.data]]).toEqual([
    [1, 1 / 20],
    [-2, -30 / 20],
  ]);
});

test('what has no finite deviation, or no such axis, is refused by name, and nothing is changed', () => {
  const [g, b] = [tensor([1]), tensor([0])];
  const start = (y: library.Tensor, axis = -1): void => library.initializeWeightNorm({ y, g, b }, { axis });
  expect(() => start(tensor([[1e200], [-1e200]]))).toThrow(
    'initializeWeightNorm: expected pre-activations that vary, got deviation Infinity for output 0',
  );
  expect(() => start(tensor([[1], [2]]), 2)).toThrow('initializeWeightNorm: ');
  expect([g.data[0], b.data[0]]).toEqual([1, 0]);
  expect(() => new library.WeightNorm(tensor([[0], [1]]))).toThrow('got zeros for output 0');
  expect(() => new library.WeightNorm(tensor([1]))).toThrow(
    'WeightNorm: expected weight of shape [out, in, ...]',
  );
});
