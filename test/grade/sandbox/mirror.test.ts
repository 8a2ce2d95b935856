import { mirror } from '../../../src/grade/sandbox/mirror.js';

test('equal data is left alone, NaN included', () => {
  expect(mirror([[1, NaN], { a: -0 }], [[1, NaN], { a: -0 }])).toBe(false);
});

test.each([
  [[[1, 2]], [[1, 3]]],
  [[1, 2, 3], [1]],
  [[1], [1, 2, 3]],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: 0 }, { a: -0 }],
  [[[1]], [{ 0: 1 }]],
])('%j becomes %j', (target, now) => {
  expect(mirror(target, now)).toBe(true);
  expect(target).toStrictEqual(now);
});

test('a name that means something to the language is an ordinary name', () => {
  const target: object = {};
  mirror(target, JSON.parse('{ "__proto__": { "passed": true } }'));
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
});
