import { tensor } from '../../src/index.js';
import { constant, usedBeta, usedGamma } from '../../src/norm/affine.js';

const x = tensor([[1, 2]], { dtype: 'float32' });

test('γ and β are ones and zeros of the dtype of x where they are not given', () => {
  expect(usedGamma('op', { x }, [2])).toMatchObject({ data: Float32Array.of(1, 1), shape: [2] });
  expect(usedBeta('op', { x }, [2])).toMatchObject({ data: Float32Array.of(0, 0), shape: [2] });
});

test('given ones are handed on as they are, or refused by name', () => {
  const [gamma, beta] = [tensor([3, 4]), tensor([5, 6])];
  expect(usedGamma('op', { x, gamma }, [2])).toBe(gamma);
  expect(usedBeta('op', { x, beta }, [2])).toBe(beta);
  expect(() => usedGamma('op', { x, gamma }, [3])).toThrow('op: expected gamma of shape [3], got [2]');
  expect(() => usedBeta('op', { x, beta }, [1, 2])).toThrow('op: expected beta of shape [1, 2], got [2]');
});

test('a constant holds one number everywhere', () => {
  expect(constant([2, 2], 7, 'float64').data).toEqual(Float64Array.of(7, 7, 7, 7));
});
