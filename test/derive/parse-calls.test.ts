import { derive } from './derive.js';

const { parse, print } = derive;
const read = (text: string): string => print(parse(text));

test.each([
  ['add(a, b)', 'a + b'],
  ['sub(a, b)', 'a - b'],
  ['subtract(a, b)', 'a - b'],
  ['mul(a, b)', 'a * b'],
  ['multiply(a, b)', 'a * b'],
  ['div(a, b)', 'a / b'],
  ['divide(a, b)', 'a / b'],
  ['pow(a, 2)', 'a^2'],
  ['power(a, 2)', 'a^2'],
  ['square(a + b)', '(a + b)^2'],
  ['rsqrt(a)', '1 / sqrt(a)'],
  ['neg(a)', '-a'],
  ['negative(a)', '-a'],
  ['ln(a)', 'log(a)'],
  ['sub(a, mul(b, add(a, b)))', 'a - b * (a + b)'],
])('%s means %s', (text, plain) => {
  expect(read(text)).toBe(plain);
});

test.each(['sqrt', 'exp', 'log', 'tanh', 'erf', 'abs'])('%s takes one argument, and keeps its name', (f) => {
  expect(read(`${f}(a)`)).toBe(`${f}(a)`);
  expect(() => parse(`${f}(a, b)`)).toThrow(`"${f}(…)" takes one argument, got 2.`);
  expect(() => parse(`${f}()`)).toThrow(`"${f}(…)" takes one argument, got 0.`);
});

test.each(['sum', 'mean', 'prod', 'max'])(
  '%s runs over letters, over all axes, over one, and as a method',
  (how) => {
    expect(read(`${how}(k, x[k])`)).toBe(`${how}(k, x[k])`);
    expect(read(`${how}(n, k, X[n, k])`)).toBe(`${how}(n, k, X[n, k])`);
    expect(read(`${how}(x)`)).toBe(`${how}(x)`);
    expect(read(`x.${how}()`)).toBe(`${how}(x)`);
    for (const axis of ['axis=0', 'axis = 0', 'dim=0', '0', 'axis=0, keepdims=True', 'keepdim=1, dim=0'])
      expect([axis, read(`${how}(X * X, ${axis})`)]).toEqual([axis, `${how}(X * X, axis=0)`]);
    expect(read(`(X * X).${how}(axis=-1)`)).toBe(`${how}(X * X, axis=-1)`);
    expect(read(`X.${how}(1)`)).toBe(`${how}(X, axis=1)`);
    expect(read(`${how}(X, keepdims=True)`)).toBe(`${how}(X)`);
  },
);

test('methods follow each other', () => {
  expect(read('X.mean(axis=0).sum()')).toBe('sum(mean(X, axis=0))');
});

test.each([
  ['sum()', '"sum()": over what? Write sum(k, x[k]) or sum(x).'],
  ['x.mean', '"x.mean": an index is a letter such as i, or a place, and places count from 1.'],
  ['x.std()', '".std(…)": after a dot there can be sum, mean, max or prod.'],
  ['sum(x, y=2)', '"sum(…, y = 2)": what may follow is one axis: axis=0, axis=1 and so on.'],
  ['sum(x, axis=i)', '"sum(…, axis = i)": what may follow is one axis: axis=0, axis=1 and so on.'],
  ['mean(X, 0, 1)', '"mean(…, 1)": what may follow is one axis: axis=0, axis=1 and so on.'],
  [
    'sum(x[i], y[i])',
    '"sum(x[i], …)": the index letters come first, then what is reduced, as in sum(k, x[k]).',
  ],
  [
    'sum(k = 1, x[k])',
    '"sum(k = 1, …)": the index letters come first, then what is reduced, as in sum(k, x[k]).',
  ],
  ['D(a)', '"D(…)" takes two arguments, got 1.'],
  ['D(a, b, c)', '"D(…)" takes two arguments, got 3.'],
  ['D(a, 2 * b)', '"D(…, 2 * b)": a derivative is taken by a variable, as in D(L, x[j]).'],
  ['eye(i)', '"eye(…)" takes two arguments, got 1.'],
  ['eye(i, 0)', '"eye(…, 0)": eye takes two indices, as in eye(i, j).'],
  ['eye(i, j + 1)', '"eye(…, j + 1)": eye takes two indices, as in eye(i, j).'],
  ['pow(a)', '"pow(…)" takes two arguments, got 1.'],
  [
    'rstd(a)',
    '"rstd(…)": there is no function rstd. If it is a factor, write rstd * (…). The functions are sum, mean, max, prod, sqrt, exp, log, tanh, erf, abs, eye and D.',
  ],
  ['square(a, b)', /^"square\(…\)"/],
  ['xhat[j](a + b)', '"xhat[j](…)": if it is a factor, write xhat[j] * (…).'],
  ['constructor(a)', /^"constructor\(…\)": there is no function constructor\./],
  ['x.constructor(a)', '".constructor(…)": after a dot there can be sum, mean, max or prod.'],
])('%s is told: %s', (text, sentence) => {
  expect(() => parse(text)).toThrow(sentence);
});
