import fc from 'fast-check';
import { countNodes } from '../../src/derive/expression.js';
import { derive } from './derive.js';
import { expressions } from './random-expressions.js';

const { parse, print } = derive;

test('what is printed is read back as the same tree', () => {
  let largest = 0;
  fc.assert(
    fc.property(expressions, (expr) => {
      largest = Math.max(largest, countNodes(expr));
      expect(parse(print(expr))).toEqual(expr);
    }),
    { numRuns: 1000, seed: 1 },
  );
  // Small trees alone would show nothing of brackets inside brackets.
  expect(largest).toBeGreaterThan(25);
});

test.each([
  ['a + b + c', 'a + b + c'],
  ['a + (b + c)', 'a + (b + c)'],
  ['a - (b - c)', 'a - (b - c)'],
  ['(a - b) - c', 'a - b - c'],
  ['a * b / c', 'a * b / c'],
  ['a * (b / c)', 'a * (b / c)'],
  ['a / (b * c)', 'a / (b * c)'],
  ['(a + b) * c', '(a + b) * c'],
  ['a + b * c', 'a + b * c'],
  ['-a^2', '-a^2'],
  ['(-a)^2', '(-a)^2'],
  ['-(a * b)', '-(a * b)'],
  ['-a * b', '-a * b'],
  ['a * -b', 'a * -b'],
  ['a - -b', 'a - -b'],
  ['a^b^c', 'a^b^c'],
  ['(a^b)^c', '(a^b)^c'],
  ['a^(b + 1)', 'a^(b + 1)'],
  ['a^-1', 'a^(-1)'],
  ['sqrt((a))', 'sqrt(a)'],
  ['x[i,1]', 'x[i, 1]'],
  ['mean(x,axis=-1)', 'mean(x, axis=-1)'],
  ['mean(i,j, x[i])', 'mean(i, j, x[i])'],
  ['D(D(L,x[i]),x[j])', 'D(D(L, x[i]), x[j])'],
  ['eye(i,2)', 'eye(i, 2)'],
])('%s is printed with no bracket too many: %s', (text, printed) => {
  expect(print(parse(text))).toBe(printed);
});

test('a negative constant, which no line holds but a program may make, is bracketed like a minus', () => {
  const two = { kind: 'constant', digits: '-2' } as const;
  expect(print({ kind: 'operation', op: '^', left: two, right: two })).toBe('(-2)^(-2)');
});
