import { Complex } from '../../src/index.js';

const [z, w] = [new Complex(0.7, -1.2), new Complex(-0.4, 2.5)];
const near = (got: Complex, re: number, im: number): void => {
  expect(got.re).toBeCloseTo(re, 14);
  expect(got.im).toBeCloseTo(im, 14);
};

test('sums, differences and products are those of the two parts', () => {
  near(z.add(w), 0.3, 1.3);
  near(z.sub(w), 1.1, -3.7);
  near(z.mul(w), 0.7 * -0.4 + 1.2 * 2.5, 0.7 * 2.5 + 1.2 * 0.4);
});

test('a plain number is a complex number without an imaginary part', () => {
  near(z.add(2), 2.7, -1.2);
  near(z.sub(2), -1.3, -1.2);
  near(z.mul(2), 1.4, -2.4);
  near(z.div(2), 0.35, -0.6);
});

test('a quotient times its denominator is the numerator, a root times itself the number', () => {
  near(z.div(w).mul(w), 0.7, -1.2);
  near(z.sqrt().mul(z.sqrt()), 0.7, -1.2);
  expect(z.sqrt().re).toBeGreaterThan(0);
});

test('exp of an imaginary number turns by that angle; exp of a sum is the product', () => {
  near(new Complex(0, Math.PI / 2).exp(), 0, 1);
  const product = z.exp().mul(w.exp());
  near(z.add(w).exp(), product.re, product.im);
});

test('tanh is (e^2z − 1) / (e^2z + 1)', () => {
  for (const one of [z, w]) {
    const e = one.mul(2).exp();
    const { re, im } = e.sub(1).div(e.add(1));
    near(one.tanh(), re, im);
  }
});

test('tanh far from 0 is ±1 with the slope 0', () => {
  near(new Complex(400, 1e-3).tanh(), 1, 0);
  near(new Complex(-400, 1e-3).tanh(), -1, 0);
});
