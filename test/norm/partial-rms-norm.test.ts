import * as library from '../../src/index.js';
import { parameterChecks, PartialRMSNorm, partialRmsNorm, tensor } from '../../src/index.js';
import { facts } from './facts/partial-rms-norm.js';

test.each(Object.entries(facts))('partialRmsNorm: %s', (_, check) => check(library));

test('PartialRMSNorm starts with γ = 1, learns γ alone, and may go without', () => {
  const norm = new PartialRMSNorm(3, { p: 0.5, eps: 0.5, dtype: 'float32' });
  expect([norm.C, norm.p, norm.eps, norm.gamma?.dtype]).toEqual([3, 0.5, 0.5, 'float32']);
  expect([...norm.namedParameters().keys()]).toEqual(['gamma']);
  const x = tensor([[1, 2, 4]]);
  const bare = new PartialRMSNorm(3, { p: 0.5, affine: false, eps: 0.5 });
  expect(bare.namedParameters().size).toBe(0);
  expect(bare.forward(x).data).toEqual(partialRmsNorm({ x }, { p: 0.5, eps: 0.5 }).data);
  const usual = new PartialRMSNorm(3);
  expect([usual.eps, usual.p, usual.gamma?.data]).toEqual([1e-5, 0.0625, Float64Array.of(1, 1, 1)]);
});

test('the gradient of γ of PartialRMSNorm is that of differences', () => {
  const norm = new PartialRMSNorm(3, { p: 0.5, eps: 0.1 });
  norm.gamma?.data.set([0.7, -1.1, 1.3]);
  expect(parameterChecks(norm, tensor([[1, 2, 4]])).get('gamma')).toMatchObject({ ok: true });
});

test('PartialRMSNorm refuses a wrong size, part or ε when it is made, and rows of another length', () => {
  expect(() => new PartialRMSNorm(0)).toThrow('PartialRMSNorm: expected at least one number');
  expect(() => new PartialRMSNorm(2, { p: 0 })).toThrow('PartialRMSNorm: expected p to be above 0');
  expect(() => new PartialRMSNorm(2, { eps: NaN })).toThrow('PartialRMSNorm: expected eps to be 0');
  expect(() => new PartialRMSNorm(2, { affine: false }).forward(tensor([1, 2, 3]))).toThrow(
    'PartialRMSNorm: expected x of shape [..., 2], got [3]',
  );
});
