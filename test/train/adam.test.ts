import type { Tensor } from '../../src/index.js';
import { Adam, SGD, tensor } from '../../src/index.js';
import { byRule, distance, fading, path } from './steps.js';

const [learningRate, eps, weightDecay] = [0.02, 1e-3, 0.05];
const betas = [0.7, 0.9] as const;

test('a step is the mean gradient over the root of the mean square, both freed of their start at 0', () => {
  const want = byRule((g, p) => {
    const mean = ((1 - betas[0]) * fading(g, betas[0])) / (1 - Math.pow(betas[0], g.length));
    const squares = g.map((value) => value * value);
    const square = ((1 - betas[1]) * fading(squares, betas[1])) / (1 - Math.pow(betas[1], g.length));
    return p - (learningRate * mean) / (Math.sqrt(square) + eps);
  }, weightDecay);
  const got = path((p) => new Adam(p, { learningRate, betas, eps, weightDecay }));
  expect(distance(got, want)).toBeLessThan(1e-14);
});

test('its standard options are PyTorch’s', () => {
  const adam = new Adam(new Map(), { learningRate });
  expect(adam).toMatchObject({ betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0 });
});

test('a parameter counts its own steps: one that got no gradient at first is not treated as old', () => {
  const [early, late] = [tensor([1]), tensor([1])];
  const adam = new Adam(new Map(Object.entries({ early, late })), { learningRate });
  early.grad = tensor([3]);
  adam.step();
  expect(late.data[0]).toBe(1);
  late.grad = tensor([3]);
  adam.step();
  expect(late.data[0]).toBeCloseTo(1 - learningRate, 9);
});

test('a gradient of 0 moves nothing, also in the first step, and with ε = 0 it is 0/0 as in PyTorch', () => {
  const still = tensor([2]);
  still.grad = tensor([0]);
  new Adam(new Map([['still', still]]), { learningRate }).step();
  expect(still.data[0]).toBe(2);
  new Adam(new Map([['still', still]]), { learningRate, eps: 0 }).step();
  expect(still.data[0]).toBeNaN();
});

test('the schedule’s factor multiplies the rate of one step and is forgotten', () => {
  const at = (factor: number): number => {
    const p = tensor([1]);
    const adam = new Adam(new Map([['p', p]]), { learningRate });
    p.grad = tensor([5]);
    adam.step(factor);
    expect(adam.learningRate).toBe(learningRate);
    return 1 - p.data[0];
  };
  expect(at(0.25)).toBeCloseTo(at(1) / 4, 14);
});

test('float32 follows float64 within a rounding a step', () => {
  const make = (p: ReadonlyMap<string, Tensor>): Adam => new Adam(p, { learningRate, betas, eps });
  const error = distance(path(make, 'float32'), path(make));
  expect(error).toBeLessThan(1e-6);
  expect(error).toBeGreaterThan(0);
});

test('a β of 1 and a negative ε are refused, by the name of the class', () => {
  expect(() => new Adam(new Map(), { learningRate, betas: [0.9, 1] })).toThrow(
    'Adam: expected betas[1] to be at least 0 and less than 1, got 1',
  );
  expect(() => new Adam(new Map(), { learningRate, eps: -1 })).toThrow('Adam: expected eps');
  expect(() => new SGD(new Map(), { learningRate: -1 })).toThrow('SGD: expected learningRate');
});
