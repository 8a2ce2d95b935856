import { exp, gradient, mul, pow, tensor } from '../../src/index.js';

test('gives a gradient for each input and touches nobody’s grad', () => {
  const [a, b] = [tensor([1, 2]), tensor([3, 4])];
  const [da, db] = gradient(mul(a, b), [a, b], { dy: [1, 10] });
  expect([[...da.data], [...db.data]]).toEqual([
    [3, 40],
    [1, 20],
  ]);
  expect([a.grad, b.grad, da.node]).toEqual([undefined, undefined, undefined]);
});

test('by itself it is the cotangent, by a stranger zeros of its shape and dtype', () => {
  const [y, stranger] = [exp(tensor(1)), tensor([1, 2], { dtype: 'float32' })];
  const [dy, none] = gradient(y, [y, stranger]);
  expect([...dy.data]).toEqual([1]);
  expect(none).toMatchObject({ shape: [2], dtype: 'float32', data: Float32Array.of(0, 0) });
});

test('of something in the middle it stops being asked for more', () => {
  const x = tensor(2);
  const middle = mul(x, x);
  expect([...gradient(mul(middle, middle), [middle])[0].data]).toEqual([8]);
});

test('x³ differentiated until nothing is left', () => {
  const x = tensor(2);
  const [d1] = gradient(pow(x, 3), [x], { createGraph: true });
  const [d2] = gradient(d1, [x], { createGraph: true });
  const [d3] = gradient(d2, [x], { createGraph: true });
  const [d4] = gradient(d3, [x]);
  expect([d1, d2, d3, d4].map((d) => d.data[0])).toEqual([12, 12, 6, 0]);
});
