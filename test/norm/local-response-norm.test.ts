import { LocalResponseNorm, localResponseNorm, stream, Tensor, tensor } from '../../src/index.js';
import { expectAsItsOperation, namesInPyTorch } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 5, 4]));

test('LocalResponseNorm is localResponseNorm with its size and options, and holds nothing', () => {
  const options = { alpha: 0.5, beta: 0.25, k: 2 };
  expectAsItsOperation(
    () => new LocalResponseNorm(3, options),
    (norm) => norm.forward(x),
    () => localResponseNorm({ x }, { size: 3, ...options }),
  );
  expect(namesInPyTorch(new LocalResponseNorm(3))).toEqual([]);
});

test('LocalResponseNorm takes for the rest what PyTorch takes, and divides α by the size', () => {
  const y = new LocalResponseNorm(2).forward(tensor([[30, 40]]));
  const divisors = [30 ** 2, 30 ** 2 + 40 ** 2].map((squares) => (1 + (1e-4 * squares) / 2) ** 0.75);
  [30 / divisors[0], 40 / divisors[1]].forEach((value, i) => expect(y.data[i]).toBeCloseTo(value, 12));
});

test('LocalResponseNorm refuses a wrong size or option when it is made, and what has no channels', () => {
  for (const size of [0, 1.5, undefined as never])
    expect(() => new LocalResponseNorm(size)).toThrow(
      `LocalResponseNorm: expected size to be a whole number from 1, got ${size}`,
    );
  for (const option of ['alpha', 'beta', 'k'])
    expect(() => new LocalResponseNorm(3, { [option]: NaN })).toThrow(
      `LocalResponseNorm: expected ${option} to be a number, got NaN`,
    );
  expect(() => new LocalResponseNorm(3).forward(tensor([1, 2]))).toThrow(
    'LocalResponseNorm: expected x of shape [N, C, ...], got [2]',
  );
});
