import * as library from '../../src/index.js';
import { gradient, linear, SpectralNorm, spectralNorm, stream, sum, tensor } from '../../src/index.js';
import { facts } from './facts/spectral-norm.js';

test.each(Object.entries(facts))('spectralNorm: %s', (_, check) => check(library));

test('SpectralNorm learns its weights and keeps u as a buffer, in their dtype', () => {
  const weight = tensor([[3], [4]], { dtype: 'float32' });
  const norm = new SpectralNorm(weight, { random: stream('u', 0), iterations: 2, eps: 1e-6 });
  expect([[...norm.namedParameters().keys()], [...norm.namedBuffers().keys()]]).toEqual([['weight'], ['u']]);
  expect([norm.u.dtype, norm.weight.dtype, norm.iterations, norm.eps]).toEqual([
    'float32',
    'float32',
    2,
    1e-6,
  ]);
  weight.data.fill(1);
  expect([...norm.weight.data]).toEqual([3, 4]);
});

test('what a SpectralNorm gives is handed to a linear layer, and its weights get their gradient', () => {
  const norm = new SpectralNorm(tensor([[3], [4]]), { random: stream('u', 0) });
  const u = tensor([...norm.u.data]);
  const y = linear({ x: tensor([[1, 2]]), weight: norm.forward() });
  expect(y.data[0]).toBeCloseTo(11 / 5, 14);
  const want = spectralNorm({ w: norm.weight, u });
  expect(gradient(sum(y), [norm.weight])[0].data).toEqual(
    gradient(want, [norm.weight], { dy: [[1], [2]] })[0].data,
  );
});
