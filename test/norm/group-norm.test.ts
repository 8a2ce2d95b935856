import * as library from '../../src/index.js';
import { GroupNorm, groupNorm, parameterChecks, tensor } from '../../src/index.js';
import { facts } from './facts/group-norm.js';

test.each(Object.entries(facts))('groupNorm: %s', (_, check) => check(library));

test('GroupNorm starts with γ = 1 and β = 0 for each channel, and may go without', () => {
  const norm = new GroupNorm(2, 4, { eps: 0.5, dtype: 'float32' });
  expect([norm.groups, norm.C, norm.eps]).toEqual([2, 4, 0.5]);
  expect([...norm.namedParameters()].map(([name, { data }]) => [name, data])).toEqual([
    ['gamma', Float32Array.of(1, 1, 1, 1)],
    ['beta', Float32Array.of(0, 0, 0, 0)],
  ]);
  const x = tensor([[1, 2, 4, 8]]);
  const bare = new GroupNorm(2, 4, { affine: false });
  expect([bare.namedParameters().size, bare.forward(x).data]).toEqual([
    0,
    groupNorm({ x }, { groups: 2 }).data,
  ]);
});

test('the gradients of γ and β of GroupNorm are those of differences', () => {
  const norm = new GroupNorm(2, 4, { eps: 0.1 });
  norm.gamma?.data.set([0.7, -1.1, 1.3, 2]);
  norm.beta?.data.set([0.2, 0.9, -0.4, 1]);
  const checks = parameterChecks(
    norm,
    tensor([
      [1, 2, 4, 8],
      [0.5, -2, 3, 7],
    ]),
  );
  for (const check of checks.values()) expect(check).toMatchObject({ ok: true });
  expect(checks.size).toBe(2);
});

test('GroupNorm refuses wrong sizes when it is made, and other channels when it is used', () => {
  expect(() => new GroupNorm(1, 0)).toThrow('GroupNorm: expected at least one number to normalize over');
  expect(() => new GroupNorm(3, 4)).toThrow('GroupNorm: expected groups to divide the 4 channels, got 3');
  expect(() => new GroupNorm(2, 4, { eps: NaN })).toThrow('GroupNorm: expected eps');
  expect(() => new GroupNorm(2, 4, { affine: false }).forward(tensor([[1, 2]]))).toThrow(
    'GroupNorm: expected x of shape [N, 4, ...], got [1, 2]',
  );
});
