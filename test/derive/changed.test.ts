import { changedParts } from '../../src/derive/changed.js';
import { parse } from '../../src/derive/parse.js';
import { print } from '../../src/derive/print.js';

const changed = (before: string, after: string): string[] =>
  [...changedParts(parse(before), parse(after))].map(print);

describe('changedParts', () => {
  test.each([
    ['an entry', 'a[i] * b[j]', 'a[i] * c[j]', ['c[j]']],
    ['a term', 'a - b * c + d', 'a - b / e + d', ['b / e']],
    ['a term that is new', 'a + b', 'a + b - c', ['c']],
    ['a factor that is new', 'a * b', 'a * r * b', ['r']],
    [
      'what stands inside of a sum',
      'sum(i, g[i] * D(y[i], x[j]))',
      'sum(i, g[i] * (u[i] + v))',
      ['u[i] + v'],
    ],
    ['what stands above and below', 'a / b', '(a + 1) / (b * 2)', ['1', '2']],
    ['what is taken a root of', 'c * sqrt(a)', 'c * sqrt(b)', ['b']],
    ['a power as a whole', 'c + a^2', 'c + a^3', ['a^3']],
    ['the sign of a term', 'a + b - c', 'a + b + c', ['c']],
    ['what is left of a sum inside', 'r * (a + b)', 'r * a', ['a']],
    ['a derivative as a whole', 'r * D(y, x[j])', 'r * 2', ['2']],
  ])('finds %s', (_what, before, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });

  test.each([
    ['the line is the same', 'a + b', 'a + b'],
    ['the line as a whole is new', 'D(L, x[j])', 'sum(i, g[i])'],
    ['nothing of a product is left', 'a * b', 'c * d * e'],
    ['every term is new', 'a + b', 'c + d'],
    ['a term of the line is gone', 'a + b + c', 'a + c'],
    ['more than three places are new', 'a + b / c + d / e + f', 'a + u / v + w / z + f'],
    ['only the letter of a sum is another', 'sum(i, g[i] * h[i])', 'sum(k, g[k] * h[k])'],
    ['terms change places', 'a + b - c', 'b - c + a'],
  ])('finds nothing where %s', (_what, before, after) => {
    expect(changed(before, after)).toEqual([]);
  });

  test('tells the letters of a sum from those around it', () => {
    expect(changed('b * sum(i, g[i])', 'b * sum(i, g[j])')).toEqual(['g[j]']);
    expect(changed('b * sum(i, k, x[i, k])', 'b * sum(i, k, x[k, i])')).toEqual(['x[k, i]']);
  });

  test('gives parts of the new line, these very objects', () => {
    const after = parse('a * c');
    const [part] = changedParts(parse('a * b'), after);
    expect(after).toMatchObject({ right: part });
    expect((after as { right?: unknown }).right).toBe(part);
  });
});
