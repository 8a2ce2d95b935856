import * as library from '../../src/index.js';
import { DetachNorm, detachNorm, gradient, parameterChecks, tensor } from '../../src/index.js';
import { facts } from './facts/detach-norm.js';

test.each(Object.entries(facts))('detachNorm: %s', (_, check) => check(library));

test('DetachNorm hands its options on, with parameters or without', () => {
  const norm = new DetachNorm(3, { detach: 'mean', eps: 0.5, dtype: 'float32' });
  expect([norm.C, norm.detach, norm.eps, norm.gamma?.dtype]).toEqual([3, 'mean', 0.5, 'float32']);
  expect([...norm.namedParameters().keys()]).toEqual(['gamma', 'beta']);
  expect([new DetachNorm(3).detach, new DetachNorm(3).eps]).toEqual(['both', 1e-5]);
  const x = tensor([1, 2, 4]);
  const bare = new DetachNorm(3, { detach: 'variance', affine: false, eps: 0.5 });
  expect(bare.namedParameters().size).toBe(0);
  const [got, want] = [bare.forward(x), detachNorm({ x }, { detach: 'variance', eps: 0.5 })].map(
    (y) => gradient(y, [x], { dy: [1, -2, 0.5] })[0].data,
  );
  expect(got).toEqual(want);
});

test('the gradients of γ and β of DetachNorm are those of differences', () => {
  const norm = new DetachNorm(3);
  norm.gamma?.data.set([0.7, -1.1, 1.3]);
  norm.beta?.data.set([0.2, 0.9, -0.4]);
  for (const check of parameterChecks(norm, tensor([[1, 2, 4]])).values())
    expect(check).toMatchObject({ ok: true });
});

test('DetachNorm refuses a wrong size or ε when it is made', () => {
  expect(() => new DetachNorm(0)).toThrow('DetachNorm: expected at least one number to normalize over');
  expect(() => new DetachNorm(2, { eps: NaN })).toThrow('DetachNorm: expected eps');
});
