import stdlib from '@stdlib/math-base-special-exp';
import { exp } from '../../src/tensor/exp.js';
import { stream } from '../../src/tensor/random.js';

test.each([1e-9, 1e-7, 0.7, 10, 100, 690, 800])(
  'from −%p to it, it has the bits of the careful one',
  (range) => {
    const random = stream('exp', 1);
    const different = Array.from({ length: 20000 }, () => random.uniform(-range, range)).filter(
      (x) => !Object.is(exp(x), stdlib(x)),
    );
    expect(different).toEqual([]);
  },
);

test('where k changes, and at the ends, it has them as well', () => {
  const steps = Array.from({ length: 2001 }, (_, i) => (i - 1000 + 0.5) * Math.LN2);
  const near = steps.flatMap((x) => [x, x * (1 + 2e-16), x * (1 - 2e-16)]);
  const ends = [0, -0, 1, -1, 690, -690, 709.7827, 709.783, -745.13, -745.14, NaN, Infinity, -Infinity];
  expect([...near, ...ends].filter((x) => !Object.is(exp(x), stdlib(x)))).toEqual([]);
});
