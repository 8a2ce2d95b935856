import { alphabetOf } from '../../src/derive/read-letters.js';
import { unclear, wrongCount } from '../../src/derive/unclear-index.js';

const alphabet = alphabetOf({
  sizes: { N: [3, 2], C: [2, 4] },
  indices: { n: 'N', i: 'C', j: 'C' },
  variables: { v: 'C', x: 'N,C', A: 'C,C' },
});

test('without a letter for its axis a vector is to be summed over it', () => {
  expect(unclear('v', 'C', [], alphabet).message).toBe(
    '"v" has an axis C, which the line before does not have. Sum or average over it: sum(…, axis=0), or sum(i, …).',
  );
  expect(unclear('x', 'C', [], alphabet).message).toContain('axis=1');
});

test('where there is one length, no axis is named', () => {
  const word = alphabetOf({ sizes: { C: [2, 4] }, indices: { i: 'C' }, variables: { v: 'C' } });
  expect(unclear('v', 'C', [], word).message).toMatch(/over it: sum\(…\), or sum\(i, …\)\.$/);
});

test('of two letters one is to be chosen', () => {
  expect(unclear('v', 'C', ['i', 'j'], alphabet).message).toBe('"v": which index? Write v[i] or v[j].');
});

test('a matrix is shown with both of its indices', () => {
  expect(unclear('A', 'C', ['j'], alphabet).message).toContain('A[i, j]');
});

test('an index that is written keeps its axis, the others are added', () => {
  const told = (name: string, at: string[], axes: string[]): string =>
    wrongCount({ name, at }, axes, alphabet).message;
  expect(told('x', ['j'], ['N', 'C'])).toBe(
    '"x[j]": x has 2 indices (N, C), got 1. Write all of them, as in x[n, j].',
  );
  expect(told('v', [], ['C'])).toContain('has one index (C), got 0. Write it, as in v[i].');
  expect(told('r', ['n'], [])).toBe('"r[n]": r has no index, got 1.');
});
