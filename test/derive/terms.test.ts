import { termsOf } from '../../src/derive/terms.js';
import { derive } from './derive.js';

const { parse, print } = derive;

test.each([
  ['a - (b - c)', ['a', '-b', '--c']],
  ['-(a + b)', ['-a', '-b']],
  ['a * (b - c)', ['a * b', 'a * -c']],
  ['(a + b) * (c - d)', ['a * c', 'a * -d', 'b * c', 'b * -d']],
  ['(a + b) / c', ['a / c', 'b / c']],
  ['(a + b)^2', ['(a + b)^2']],
  ['sum(k, x[k] + y[k])', ['sum(k, x[k] + y[k])']],
  ['a', ['a']],
])('the terms of %s are %j', (text, terms) => {
  expect(termsOf(parse(text)).map(print)).toEqual(terms);
});
