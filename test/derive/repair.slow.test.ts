import { pointsFor, readDerivation } from '../../src/derive/check.js';
import { diagnose } from '../../src/derive/diagnose.js';
import type { Diagnosis } from '../../src/derive/diagnose.js';
import { derivations } from '../../src/derive/library/index.js';
import { repair } from '../../src/derive/repair.js';
import type { WrongAnswer } from '../../src/derive/wrong-answer.js';
import { derive } from './derive.js';
import { callsIn, derivationOf } from './lines.js';

const { fitting, print } = derive;
const dx = readDerivation(derivations['layer-norm-dx']);

const answered = (text: string, read = dx, k = read.exprs.length): WrongAnswer => ({
  read,
  k,
  wrong: fitting(text, read.alphabet, read.free),
  points: pointsFor(read),
});
const mended = (text: string, ...rest: [typeof dx?, number?]): string | undefined => {
  const edit = repair(answered(text, ...rest));
  return edit && print(edit.expr);
};
const found = (text: string, ...rest: [typeof dx?, number?]): Diagnosis | undefined =>
  diagnose(answered(text, ...rest));

test('one slip is mended by one edit', () => {
  const right = 'rstd * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i]))';
  expect(mended('rstd * (g + mean(g) - xhat * mean(g * xhat))')).toBe(right);
  expect(mended('rstd * (g - sum(g) - xhat * mean(g * xhat))')).toMatch(
    /^rstd \* \(g\[j\] - (mean|sum)\(i, g\[i\]\)/,
  );
  expect(mended('rstd * (g - mean(g) - xhat * mean(g * x))')).toBe(right);
});

test('an edit that leaves a line in the wrong form, or makes it the line before, mends nothing', () => {
  expect(mended('sum(i, g[i] * D(xhat[j], x[j]))')).toBeUndefined();
  expect(mended('sum(i, g[i] * rstd * (eye(i, j) - 1 / C + xhat[i] * xhat[j] / C))')).toBeUndefined();
  expect(mended('sum(i, g[i] * D(xhat[j], x[j]))', dx, 3)).toBe('sum(i, g[i] * D(xhat[i], x[j]))');
});

test('an edit that is right at small sizes only mends nothing', () => {
  // At C = 2 the two squares are equal.
  const read = readDerivation(derivationOf(['variance', 'mean(k, c[k]^2)']));
  expect(mended('c[1]^2 + 1', read)).toBeUndefined();
});

test('two slips are not mended', () => {
  expect(mended('rstd * (g + mean(g) + xhat * mean(g * xhat))')).toBeUndefined();
  expect(mended('0')).toBeUndefined();
});

test('a long wrong line is given up at once', () => {
  const answer = answered(`g${' + g'.repeat(450)}`);
  expect(callsIn(() => [repair(answer), diagnose(answer)])).toBeLessThan(1e5);
  expect([repair(answer), diagnose(answer)]).toEqual([undefined, undefined]);
});

const terms = readDerivation(derivationOf(['(a + b) * p - q', 'a * p + b * p - q']));

test.each([
  ['-(a * p + b * p - q)', 'The sign of the whole line is the other one.'],
  ['(a * p + b * p - q) * 2', 'Your line is the right one times 2.'],
  ['(a * p + b * p - q) / C', 'Your line is the right one times 1 / C.'],
  ['(a * p + b * p - q) * C / (C - 1)', 'Your line is the right one times C / (C - 1).'],
  ['(a * p + b * p - q) * rstd^2', 'Your line is the right one times rstd^2.'],
  ['b * p - q', 'The term a * p is missing.'],
  ['a * p + b * p', 'The term -q is missing.'],
  ['2 * a * p + b * p - q', 'The term a * p stands there twice.'],
  ['a * p - b * p - q', 'The sign of the term b * p is the other one.'],
  ['a * p + b * p * C - q', 'Instead of the term b * p you have that times C.'],
])('%s: %s', (text, kind) => {
  expect(found(text, terms)?.kind).toBe(kind);
});

test('one name taken for another of the same shape is told, however often it stands there', () => {
  const read = readDerivation(derivationOf(['x[j] * mean(k, x[k]^2)', 'x[j] * mean(k, x[k]^2)']));
  expect(found('y * mean(y^2)', read)).toEqual({ place: 'Look at y.', kind: 'y stands where x belongs.' });
});

test('what is wrong in some other way is not explained', () => {
  expect(found('exp(a)', terms)).toBeUndefined();
  expect(found('g')).toBeUndefined();
});
