import * as library from '../../src/index.js';
import { CRMSNorm, crmsNorm, parameterChecks, tensor } from '../../src/index.js';
import { facts } from './facts/crms-norm.js';

test.each(Object.entries(facts))('crmsNorm: %s', (_, check) => check(library));

test('CRMSNorm starts with γ = 1, learns γ alone, and may go without', () => {
  const norm = new CRMSNorm(3, { eps: 0.5, dtype: 'float32' });
  expect([norm.kept, norm.eps, norm.gamma?.dtype]).toEqual([3, 0.5, 'float32']);
  expect([...norm.namedParameters().keys()]).toEqual(['gamma']);
  const x = tensor([[1, 2, 4]]);
  const bare = new CRMSNorm(3, { affine: false, eps: 0.5 });
  expect([bare.namedParameters().size, bare.forward(x).data]).toEqual([
    0,
    crmsNorm({ x }, { eps: 0.5 }).data,
  ]);
  expect([new CRMSNorm(3).eps, new CRMSNorm(3).gamma?.data]).toEqual([1e-5, Float64Array.of(1, 1, 1)]);
});

test('the gradient of γ of CRMSNorm is that of differences', () => {
  const norm = new CRMSNorm(3, { eps: 0.1 });
  norm.gamma?.data.set([0.7, -1.1, 1.3]);
  expect(parameterChecks(norm, tensor([[1, 2, 4]])).get('gamma')).toMatchObject({ ok: true });
});

test('CRMSNorm refuses a wrong size or ε when it is made, and rows of another length', () => {
  expect(() => new CRMSNorm(0)).toThrow('CRMSNorm: expected at least one number to normalize over');
  expect(() => new CRMSNorm(2, { eps: NaN })).toThrow('CRMSNorm: expected eps to be 0');
  expect(() => new CRMSNorm(2, { affine: false }).forward(tensor([1, 2, 3]))).toThrow(
    'CRMSNorm: expected x of shape [..., 2], got [3]',
  );
});
