import * as library from '../../src/index.js';
import { gradientCheck, linear, SigmaReparam, stream, sum, Tensor, tensor } from '../../src/index.js';
import { facts } from './facts/sigma-reparam.js';

test.each(Object.entries(facts))('sigmaReparam: %s', (_, check) => check(library));

test('SigmaReparam learns its weights and γ, in their dtype', () => {
  const norm = new SigmaReparam(tensor([[3], [4]], { dtype: 'float32' }), { eps: 1e-6 });
  expect([[...norm.namedParameters().keys()], norm.gamma.dtype, norm.weight.dtype, norm.eps]).toEqual([
    ['weight', 'gamma'],
    'float32',
    'float32',
    1e-6,
  ]);
});

test('what a SigmaReparam gives is handed to a linear layer', () => {
  const norm = new SigmaReparam(tensor([[3], [4]]));
  const y = linear({ x: tensor([[1, 2]]), weight: norm.forward() });
  expect(y.data[0]).toBeCloseTo(11 / 5, 14);
  sum(y).backward();
  expect(norm.gamma.grad?.data[0]).toBeCloseTo(11 / 5, 14);
});

test('the gradient is that of differences at sizes that layers have', () => {
  const w = new Tensor(stream('w', 5).normals([24, 40]));
  expect(gradientCheck((x) => library.sigmaReparam({ w: x }), [w])).toMatchObject({ ok: true });
});
