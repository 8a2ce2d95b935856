import * as library from '../../src/index.js';
import { InstanceNorm, instanceNorm, parameterChecks, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';
import { facts } from './facts/instance-norm.js';

test.each(Object.entries(facts))('instanceNorm: %s', (_, check) => check(library));

const x = (): Tensor =>
  tensor([
    [
      [1, 2, 4],
      [8, 0.5, -2],
    ],
    [
      [3, 7, 5],
      [-1, 0, 6],
    ],
  ]);

test('InstanceNorm starts with γ = 1 and β = 0 for each channel, and may go without', () => {
  const norm = new InstanceNorm(2, { eps: 0.5, dtype: 'float32' });
  expect([norm.C, norm.eps]).toEqual([2, 0.5]);
  expect([...norm.namedParameters()].map(([name, { data }]) => [name, data])).toEqual([
    ['gamma', Float32Array.of(1, 1)],
    ['beta', Float32Array.of(0, 0)],
  ]);
  const bare = new InstanceNorm(2, { affine: false, eps: 0.5 });
  expect(bare.namedParameters().size).toBe(0);
  expect(bare.forward(x()).data).toEqual(instanceNorm({ x: x() }, { eps: 0.5 }).data);
  expect(new InstanceNorm(2).forward(x()).data).toEqual(instanceNorm({ x: x() }).data);
});

test('it is the same in training and in use', () => {
  const norm = new InstanceNorm(2);
  expect(norm.evaluate().forward(x()).data).toEqual(norm.train().forward(x()).data);
});

test('the gradients of γ and β of InstanceNorm are those of differences', () => {
  const norm = new InstanceNorm(2, { eps: 0.1 });
  norm.gamma?.data.set([0.7, -1.1]);
  norm.beta?.data.set([0.2, 0.9]);
  const checks = parameterChecks(norm, x());
  for (const check of checks.values()) expect(check).toMatchObject({ ok: true });
  expect(checks.size).toBe(2);
});

test('InstanceNorm refuses wrong sizes when it is made, and other channels when it is used', () => {
  expect(() => new InstanceNorm(0)).toThrow('InstanceNorm: expected at least one number to normalize over');
  expect(() => new InstanceNorm(2, { eps: NaN })).toThrow('InstanceNorm: expected eps');
  expect(() => new InstanceNorm(3, { affine: false }).forward(x())).toThrow(
    'InstanceNorm: expected x of shape [N, 3, ...], got [2, 2, 3]',
  );
});
