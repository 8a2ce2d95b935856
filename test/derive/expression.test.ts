import fc from 'fast-check';
import { countNodes, everyPart, mapParts, partsOf, renamed, replaced } from '../../src/derive/expression.js';
import type { Expr } from '../../src/derive/expression.js';
import { derive } from './derive.js';
import { expressions } from './random-expressions.js';

const { parse, print } = derive;
const everywhere = (expr: Expr): Expr => mapParts(expr, everywhere);

test('changing no part changes nothing', () => {
  fc.assert(
    fc.property(expressions, (expr) => expect(everywhere(expr)).toEqual(expr)),
    { numRuns: 200, seed: 2 },
  );
});

test('the parts are handed out in reading order, each with its place', () => {
  const seen: [string, number][] = [];
  mapParts(parse('D(a * b, x[j])'), (part, place) => {
    seen.push([print(part), place]);
    return part;
  });
  expect(seen).toHaveLength(2);
  expect(new Map(seen.map(([text, place]) => [place, text]))).toEqual(
    new Map([
      [0, 'a * b'],
      [1, 'x[j]'],
    ]),
  );
  expect(partsOf(parse('D(a * b, x[j])')).map(print)).toEqual(['a * b', 'x[j]']);
  expect(partsOf(parse('a - b')).map(print)).toEqual(['a', 'b']);
  expect(partsOf(parse('eye(i, j)'))).toEqual([]);
});

test('a derivative is always taken by a name: a change that makes it something else is not made there', () => {
  const expr = parse('D(a, x[j])');
  const doubled = mapParts(expr, (part) => ({ kind: 'negative', of: part }));
  expect(print(doubled)).toBe('D(-a, x[j])');
});

test('every part comes from the outside in, as often as countNodes says', () => {
  expect([...everyPart(parse('sum(k, x[k]^2) + 1'))].map(print)).toEqual([
    'sum(k, x[k]^2) + 1',
    'sum(k, x[k]^2)',
    'x[k]^2',
    'x[k]',
    '2',
    '1',
  ]);
  fc.assert(
    fc.property(expressions, (expr) => expect(countNodes(expr)).toBe([...everyPart(expr)].length)),
    { numRuns: 200, seed: 3 },
  );
});

test('one part is replaced: this very object, not its equals', () => {
  const expr = parse('a + a');
  const [, right] = partsOf(expr);
  expect(print(replaced(expr, right, parse('b * c')))).toBe('a + b * c');
  expect(replaced(expr, parse('a'), parse('b'))).toEqual(expr);
});

test('letters are renamed where they run, where they stand and in eye', () => {
  const expr = parse('sum(i, x[i] * eye(i, j)) * D(W[j, i], x[i])');
  expect(print(renamed(expr, { i: 'k', j: 2 }))).toBe('sum(k, x[k] * eye(k, 2)) * D(W[2, k], x[k])');
});
