import * as library from '../../src/index.js';
import { parameterChecks, RMSNorm, rmsNorm, tensor } from '../../src/index.js';
import { facts } from './facts/rms-norm.js';

test.each(Object.entries(facts))('rmsNorm: %s', (_, check) => check(library));

test('RMSNorm starts with γ = 1, learns γ alone, and may go without', () => {
  const norm = new RMSNorm(3, { eps: 0.5, dtype: 'float32' });
  expect([norm.C, norm.eps, norm.gamma?.dtype, [...norm.namedParameters().keys()]]).toEqual([
    3,
    0.5,
    'float32',
    ['gamma'],
  ]);
  const x = tensor([[1, 2, 4]]);
  const bare = new RMSNorm(3, { affine: false, eps: 0.5 });
  expect([bare.namedParameters().size, bare.forward(x).data]).toEqual([0, rmsNorm({ x }, { eps: 0.5 }).data]);
  expect([new RMSNorm(3).eps, new RMSNorm(3).gamma?.data]).toEqual([1e-5, Float64Array.of(1, 1, 1)]);
});

test('the gradient of γ of RMSNorm is that of differences', () => {
  const norm = new RMSNorm(3, { eps: 0.1 });
  norm.gamma?.data.set([0.7, -1.1, 1.3]);
  expect(parameterChecks(norm, tensor([[1, 2, 4]])).get('gamma')).toMatchObject({ ok: true });
});

test('RMSNorm refuses a wrong size or ε when it is made, and rows of another length', () => {
  expect(() => new RMSNorm(0)).toThrow('RMSNorm: expected at least one number to normalize over');
  expect(() => new RMSNorm(2, { eps: NaN })).toThrow(
    'RMSNorm: expected eps to be 0 or a small positive number',
  );
  expect(() => new RMSNorm(2, { affine: false }).forward(tensor([1, 2, 3]))).toThrow(
    'RMSNorm: expected x of shape [..., 2], got [3]',
  );
});
