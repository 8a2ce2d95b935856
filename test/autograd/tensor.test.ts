import { inspect } from 'node:util';
import { add, detach, exp, gradient, mul, noGrad, sum, Tensor, tensor } from '../../src/index.js';

const numbers = (x: Tensor | undefined): number[] | undefined => x && [...x.data];

test('backward fills grad of everything the tensor was made from', () => {
  const x = tensor([1, 2, 3]);
  const y = mul(x, x);
  const z = sum(y);
  z.backward();
  expect([numbers(x.grad), numbers(y.grad), numbers(z.grad)]).toEqual([[2, 4, 6], [1, 1, 1], [1]]);
});

test('backward twice adds up, and holds on to nothing', () => {
  const x = tensor([1, 2]);
  const z = sum(mul(x, x));
  z.backward();
  z.backward();
  expect(numbers(x.grad)).toEqual([4, 8]);
  expect(x.grad?.node).toBeUndefined();
});

test('with createGraph, grad can be differentiated again, also after two calls', () => {
  const x = tensor([1, 2]);
  sum(mul(x, mul(x, x))).backward(undefined, { createGraph: true });
  sum(mul(x, mul(x, x))).backward(undefined, { createGraph: true });
  expect(numbers(x.grad)).toEqual([6, 24]);
  const [ddx] = gradient(x.grad as Tensor, [x], { dy: [1, 1] });
  expect(numbers(ddx)).toEqual([12, 24]);
});

test('a diamond adds the gradients of both sides, each once', () => {
  const x = tensor(3);
  const left = mul(x, 2);
  const right = mul(x, 5);
  const y = mul(add(left, right), left);
  y.backward();
  expect([numbers(x.grad), numbers(left.grad), numbers(right.grad)]).toEqual([[84], [27], [6]]);
});

test('a ladder of two hundred doublings takes no longer than its length', () => {
  let y = tensor(1);
  const x = y;
  for (let i = 0; i < 200; i++) y = add(y, y);
  expect(numbers(gradient(y, [x])[0])).toEqual([Math.pow(2, 200)]);
});

test('a cotangent may be given as a tensor or as nested lists', () => {
  const x = tensor([1, 2]);
  expect(numbers(gradient(mul(x, x), [x], { dy: tensor([1, 10]) })[0])).toEqual([2, 40]);
  expect(numbers(gradient(mul(x, x), [x], { dy: [1, 10] })[0])).toEqual([2, 40]);
});

test('a cotangent that does not fit is refused', () => {
  const x = tensor([1, 2]);
  const y = mul(x, x);
  expect(() => y.backward()).toThrow(
    'backward: expected y of shape [] (a single number), got [2]. Give it a cotangent dy of that shape',
  );
  expect(() => y.backward([1, 2, 3])).toThrow('backward: expected dy of shape [2], got [3]');
  expect(() => y.backward(tensor([1, 2], { dtype: 'float32' }))).toThrow(
    new TypeError(
      "backward: expected tensors of one dtype, got float64 and float32. Convert one of them first: astype(x, 'float64')",
    ),
  );
  expect(x.grad).toBeUndefined();
});

test('one number in any shape needs no cotangent', () => {
  const x = tensor([[2]]);
  mul(x, x).backward();
  expect(numbers(x.grad)).toEqual([4]);
});

test('detach cuts the way back, and only there', () => {
  const x = tensor(3);
  const y = mul(detach(x), x);
  expect(numbers(gradient(y, [x])[0])).toEqual([3]);
  expect(detach(y).node).toBeUndefined();
  expect(detach(y).data).toBe(y.data);
});

test('what is made under noGrad is a constant of everything after', () => {
  const x = tensor(3);
  const factor = noGrad(() => exp(x));
  expect(numbers(gradient(mul(factor, x), [x])[0])).toEqual(numbers(factor));
});

test('a tensor prints its shape, dtype and numbers', () => {
  const x = tensor([[1, 2]]);
  expect(inspect(x)).toBe('Tensor [1, 2] float64\n  [1.0000, 2.0000]');
  expect(String(x)).toBe(inspect(x));
  expect(inspect([x])).toContain('Tensor [1, 2] float64');
});

test('a tensor made of an array shares its numbers and was made from nothing', () => {
  const x = tensor([1]);
  const again = new Tensor(x);
  expect([again.data === x.data, again.node, again.grad]).toEqual([true, undefined, undefined]);
});

test('tensor reads nested lists in either dtype', () => {
  expect(tensor([[1], [2]], { dtype: 'float32' })).toMatchObject({ shape: [2, 1], dtype: 'float32' });
  expect(tensor(3)).toMatchObject({ shape: [], dtype: 'float64' });
});
