import * as library from '../../src/index.js';
import { DyT, dyt, parameterChecks, tensor } from '../../src/index.js';
import { facts } from './facts/dyt.js';

test.each(Object.entries(facts))('dyt: %s', (_, check) => check(library));

test('DyT starts with α = 1/2, γ = 1 and β = 0, and may go without γ and β', () => {
  const norm = new DyT(2, { dtype: 'float32' });
  expect([...norm.namedParameters()].map(([name, { data }]) => [name, data])).toEqual([
    ['alpha', Float32Array.of(0.5)],
    ['gamma', Float32Array.of(1, 1)],
    ['beta', Float32Array.of(0, 0)],
  ]);
  const x = tensor([[1, -2]]);
  const bare = new DyT(2, { alpha: 0.3, affine: false });
  expect([bare.C, [...bare.namedParameters().keys()]]).toEqual([2, ['alpha']]);
  expect(bare.forward(x).data).toEqual(dyt({ x, alpha: tensor([0.3]) }).data);
});

test('the gradients of the parameters of DyT are those of differences', () => {
  const norm = new DyT(3, { alpha: 0.7 });
  norm.gamma?.data.set([0.7, -1.1, 1.3]);
  norm.beta?.data.set([0.2, 0.9, -0.4]);
  const checks = parameterChecks(norm, tensor([[1, 2, -1.5]]));
  for (const check of checks.values()) expect(check).toMatchObject({ ok: true });
  expect(checks.size).toBe(3);
});

test('DyT refuses a wrong size or α when it is made, and rows of another length', () => {
  expect(() => new DyT(0)).toThrow('DyT: expected at least one number to normalize over');
  expect(() => new DyT(2, { alpha: NaN })).toThrow('DyT: expected alpha to be a number, got NaN');
  expect(() => new DyT(2, { affine: false }).forward(tensor([1, 2, 3]))).toThrow(
    'DyT: expected x of shape [..., 2], got [3]',
  );
});
