import * as library from '../../src/index.js';
import { Derf, derf, parameterChecks, tensor } from '../../src/index.js';
import { facts } from './facts/derf.js';

test.each(Object.entries(facts))('derf: %s', (_, check) => check(library));

test('Derf starts with α = 1/2, s = 0, γ = 1 and β = 0, and may go without γ and β', () => {
  const norm = new Derf(2, { dtype: 'float32' });
  expect([...norm.namedParameters()].map(([name, { data }]) => [name, data])).toEqual([
    ['alpha', Float32Array.of(0.5)],
    ['s', Float32Array.of(0)],
    ['gamma', Float32Array.of(1, 1)],
    ['beta', Float32Array.of(0, 0)],
  ]);
  const x = tensor([[1, -2]]);
  const bare = new Derf(2, { alpha: 0.3, s: 0.1, affine: false });
  expect([bare.C, [...bare.namedParameters().keys()]]).toEqual([2, ['alpha', 's']]);
  expect(bare.forward(x).data).toEqual(derf({ x, alpha: tensor([0.3]), s: tensor([0.1]) }).data);
});

test('the gradients of the parameters of Derf are those of differences', () => {
  const norm = new Derf(3, { alpha: 0.7, s: 0.2 });
  norm.gamma?.data.set([0.7, -1.1, 1.3]);
  norm.beta?.data.set([0.2, 0.9, -0.4]);
  const checks = parameterChecks(norm, tensor([[1, 2, -1.5]]));
  for (const check of checks.values()) expect(check).toMatchObject({ ok: true });
  expect(checks.size).toBe(4);
});

test('Derf refuses a wrong size, α or s when it is made, and rows of another length', () => {
  expect(() => new Derf(0)).toThrow('Derf: expected at least one number to normalize over');
  expect(() => new Derf(2, { alpha: NaN })).toThrow('Derf: expected alpha to be a number, got NaN');
  expect(() => new Derf(2, { s: Infinity })).toThrow('Derf: expected s to be a number, got Infinity');
  expect(() => new Derf(2, { affine: false }).forward(tensor([1, 2, 3]))).toThrow(
    'Derf: expected x of shape [..., 2], got [3]',
  );
});
