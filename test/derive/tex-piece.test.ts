import { firm, inBrackets, loose, made, product, sign, within } from '../../src/derive/tex-piece.js';

test('what binds less tightly than wanted gets brackets', () => {
  expect(within(made('a + b', loose), product)).toBe('(a + b)');
  expect(within(made('a\\,b', product), product)).toBe('a\\,b');
  expect(within(made('x_{i}', firm), sign)).toBe('(x_{i})');
});

test('a minus in front gets brackets wherever something stands before it', () => {
  expect(within(made('-a', product, true), loose)).toBe('(-a)');
});

test('tall parts get brackets that grow', () => {
  expect(inBrackets(made('\\frac{a}{b}', firm)).tex).toBe('\\left(\\frac{a}{b}\\right)');
});
