import { ShapeMistake, Unreadable } from '../../src/derive/errors.js';
import { derive } from './derive.js';
import { derivationOf, letters } from './lines.js';

const { alphabetOf, checkLines, comparisonFor, fitting, print, readDerivation, requireAllFollow } = derive;
const right = derivationOf([
  'D(L, x[j])',
  'sum(k, y[k] * D(xhat[k], x[j]))',
  'rstd * (y - mean(y) - xhat * mean(y * xhat))',
]);
const wrong = derivationOf(['(a + b)^2', 'a^2 + 2 * a * b + b^2', 'a^2 + b^2', 'a^2 + b^2 + 0']);

test('each line is checked against the line before', () => {
  expect(checkLines(right).map(({ verdict }) => verdict.kind)).toEqual(['identical', 'exact', 'exact']);
  expect(checkLines(wrong).map(({ verdict }) => verdict.kind)).toEqual([
    'identical',
    'exact',
    'fail',
    'exact',
  ]);
  expect(checkLines(right)[2].line).toBe(right.lines[2]);
  expect(print(checkLines(right)[2].expr)).toBe(
    'rstd * (y[j] - mean(i, y[i]) - xhat[j] * mean(i, y[i] * xhat[i]))',
  );
});

test('a derivation that does not follow is refused with its name, the line and the verdict', () => {
  expect(() => requireAllFollow(right)).not.toThrow();
  expect(() => requireAllFollow(wrong)).toThrow(
    'test-0, line 3 ("a^2 + b^2") does not follow from line 2: fail',
  );
  expect(() => requireAllFollow(derivationOf(['a', 'a / (C - C)'], { seed: 5 }))).toThrow(
    'test-5, line 2 ("a / (C - C)") does not follow from line 1: inconclusive',
  );
});

test.each([
  [['mean(x'], 'test-0, line 1: A closing ) is missing at the end.'],
  [['a', 'a + nothing'], /^test-0, line 2: "nothing": there is no nothing here\./],
  [['x[j]', 'x[j]', 'x[i]'], /^test-0, line 3: No sum runs over the index i in "x\[i\]"/],
  [['a', 'x'], /^test-0, line 2: "x" has an axis C/],
])('a line that cannot be read is named: %j', (lines, sentence) => {
  const reading = (): unknown => readDerivation(derivationOf(lines));
  expect(reading).toThrow(sentence);
  try {
    reading();
  } catch (error) {
    const { cause } = error as Error;
    expect(cause instanceof Unreadable || cause instanceof ShapeMistake).toBe(true);
  }
});

test('a derivation may begin with a sum of a number', () => {
  expect(checkLines(derivationOf(['sum(i, 1)', 'C'])).map(({ verdict }) => verdict.kind)).toEqual([
    'identical',
    'exact',
  ]);
});

test('a derivation is read once, and what is free in its first line, in that order, may be free in all', () => {
  expect(readDerivation(right)).toBe(readDerivation(right));
  expect(readDerivation(right).free).toEqual(['j']);
  expect(readDerivation(derivationOf(['x[j] * sum(k, y[i] * y[k])'])).free).toEqual(['j', 'i']);
});

test('a line is compared with the line before, the first with itself', () => {
  const read = readDerivation(derivationOf(['a', 'b', 'p'], { relation: '<=' }));
  const compared = (k: number): string[] => {
    const { before, after, relation } = comparisonFor(read, k, read.exprs[k - 1]);
    return [print(before), relation, print(after)];
  };
  expect([1, 2, 3].map(compared)).toEqual([
    ['a', '=', 'a'],
    ['a', '<=', 'b'],
    ['b', '<=', 'p'],
  ]);
});

test('a line is read with every index written', () => {
  expect(print(fitting('x - mean(x)', alphabetOf(letters), ['j']))).toBe('x[j] - mean(i, x[i])');
  expect(() => fitting('x[i]', alphabetOf(letters), ['j'])).toThrow(ShapeMistake);
  expect(() => fitting('x[', alphabetOf(letters), ['j'])).toThrow(Unreadable);
});
