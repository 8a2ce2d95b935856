import {
  definePrimitive,
  gradientCheck,
  mul,
  neg,
  tanh,
  tensor,
  zerosLike,
  Tensor,
} from '../../src/index.js';
import { compared } from '../../src/autograd/gradient-check.js';
import type { Op } from '../../src/index.js';

const x = tensor([0.3, -1.2, 0.8]);

/** tanh with another backward. */
function tanhWith(backward: (dy: Tensor) => Tensor): (x: Tensor) => Tensor {
  const op: Op<'x', undefined> = definePrimitive('wrong', {
    forward: ({ x: value }) => tanh(new Tensor(value)),
    backward: (dy) => ({ x: backward(dy) }),
  });
  return (value) => op({ x: value }, undefined);
}

test('a right gradient passes', () => {
  expect(gradientCheck(tanh, [x])).toMatchObject({ ok: true, tolerance: 1e-7 });
});

test.each([
  ['zeros', (dy: Tensor) => new Tensor(zerosLike(dy))],
  ['the cotangent itself', (dy: Tensor) => dy],
  ['a wrong sign', (dy: Tensor) => neg(dy)],
  ['a part in ten thousand too much', (dy: Tensor) => mul(dy, 1.0001)],
])('%s instead of the gradient fails', (_, backward) => {
  expect(gradientCheck(tanhWith(backward), [x]).ok).toBe(false);
});

test('it reports both numbers, their relative difference and what would pass', () => {
  const { ok, analytic, numeric, error, tolerance } = gradientCheck(tanhWith(neg), [x], { tolerance: 0.5 });
  expect(error).toBeCloseTo(
    Math.abs(analytic - numeric) / Math.max(1, Math.abs(analytic), Math.abs(numeric)),
    12,
  );
  expect([ok, tolerance]).toEqual([error <= 0.5, 0.5]);
});

test('a gradient that is not a number fails', () => {
  expect(
    gradientCheck(
      tanhWith((dy) => mul(dy, NaN)),
      [x],
    ).ok,
  ).toBe(false);
});

test('another seed is another direction', () => {
  expect(gradientCheck(tanh, [x], { seed: 1 }).numeric).not.toBe(
    gradientCheck(tanh, [x], { seed: 2 }).numeric,
  );
});

test('float32 inputs are refused with the remedy', () => {
  expect(() => gradientCheck(tanh, [tensor([1], { dtype: 'float32' })])).toThrow(
    new TypeError('gradientCheck: expected float64 inputs, got float32. Convert them: astype(x, "float64")'),
  );
});

test('large numbers are compared by their size, and what differs by just the tolerance passes', () => {
  expect(compared(1e6, 1e6 + 0.01, 1e-7)).toMatchObject({ ok: true });
  expect(compared(1e6, 1e6 + 1, 1e-7)).toMatchObject({ ok: false });
  expect(compared(0, 0.5, 0.5)).toMatchObject({ ok: true, error: 0.5 });
});
