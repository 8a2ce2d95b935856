import { fitting, readDerivation } from '../../src/derive/check.js';
import { edits } from '../../src/derive/edits.js';
import { factorEdits } from '../../src/derive/edits/factors.js';
import type { Edit } from '../../src/derive/edits.js';
import { everyPart, replaced } from '../../src/derive/expression.js';
import { derivations } from '../../src/derive/library/index.js';
import type { DerivationName } from '../../src/derive/library/index.js';
import { print } from '../../src/derive/print.js';

function editsOf(text: string, name: DerivationName = 'layer-norm-dx'): Edit[] {
  const { alphabet, free } = readDerivation(derivations[name]);
  return edits(fitting(text, alphabet, free), alphabet);
}
const listed = (text: string, name?: DerivationName): string[] =>
  editsOf(text, name).map(({ kind, expr }) => `${kind}: ${print(expr)}`);

test.each([
  ['g[j] + dy[j]', 'a sign: g[j] - dy[j]'],
  ['g[j] + dy[j]', 'a sign: -g[j] + dy[j]'],
  ['g[j] * dy[j]', 'a sign: -(g[j] * dy[j])'],
  ['-g[j]', 'a sign: g[j]'],
  ['exp(g[j])', 'a sign: exp(-g[j])'],
  ['g[j]^2', 'a sign: g[j]^(-2)'],
  ['g[j] - dy[j]', 'a term: g[j]'],
  ['g[j] - dy[j]', 'a term: -dy[j]'],
  ['g[j] - dy[j]', 'the order of a difference: dy[j] - g[j]'],
  ['g[j] * dy[j]', 'a factor: dy[j]'],
  ['g[j] / rstd', 'a factor: 1 / rstd'],
  ['g[j]', 'a factor: 2 * g[j]'],
  ['g[j] * dy[j]', 'times and divided by: g[j] / dy[j]'],
  ['g[j] / rstd', 'times and divided by: g[j] * rstd'],
  ['g[j] / rstd', 'the order of a quotient: rstd / g[j]'],
  ['g[j] / rstd', 'a denominator: g[j]'],
  ['g[j] * dy[j]', 'a denominator: g[j] * dy[j] / C'],
  ['g[j] / rstd', 'a power: g[j] / rstd^2'],
  ['g[j]^2', 'a power: g[j]'],
  ['g[j]^2', 'a power: g[j]^3'],
  ['g[j]^3', 'a power: g[j]^2'],
  ['g[j] * rstd', 'a power: g[j] * rstd^2'],
  ['sqrt(variance)', 'a root: variance'],
  ['variance^(1 / 2)', 'a root: variance'],
  ['g[j] / variance', 'a root: g[j] / sqrt(variance)'],
  ['tanh(g[j])', 'a function: g[j]'],
  ['D(L, x[j])', 'a derivative: L'],
  ['D(L, x[j])', 'a name: D(L, gamma[j])'],
  ['1 / C', 'a length off by one: 1 / (C - 1)'],
  ['1 / C', 'a length off by one: 1 / (C + 1)'],
  ['1 / (C - 1)', 'a length off by one: 1 / C'],
  ['mean(i, g[i])', 'mean and sum: sum(i, g[i])'],
  ['sum(i, g[i])', 'mean and sum: mean(i, g[i])'],
  ['sum(i, g[i])', 'a sum: g[i]'],
  ['max(i, g[i])', 'the kind of reduction: mean(i, g[i])'],
  ['prod(i, g[i])', 'a product: g[i]'],
  ['sum(i, g[i] * x[j])', 'the letter of a sum: sum(j, g[i] * x[j])'],
  ['sum(i, eye(i, j))', 'an eye(i, j): sum(i, 1)'],
  ['sum(i, eye(i, j))', 'an eye(i, j): sum(i, 0)'],
  ['2 * g[j]', 'a constant: 3 * g[j]'],
  ['2 * g[j]', 'a constant: 1 * g[j]'],
  ['0.044715 * g[j]', 'a constant: 0.044714 * g[j]'],
  ['0.09 * g[j]', 'a constant: 0.10 * g[j]'],
  ['sqrt(variance + eps)', 'ε: sqrt(variance + 0)'],
  ['sqrt(variance)', 'ε: sqrt(variance + eps)'],
  ['rstd', 'a name: mu'],
  ['g[j]', 'a name: dy[j]'],
  ['sum(i, g[i] * x[j])', 'an index: sum(i, g[j] * x[j])'],
  ['sum(i, g[i] * x[j])', 'an index: sum(i, g[i] * x[i])'],
  ['g[j] + x[1]', 'an index: g[j] + x[2]'],
  ['g[j]', 'an index: g'],
])('%s → %s', (text, edited) => {
  expect(listed(text)).toContain(edited);
});

test('two axes of one length can be swapped, and so can two lengths', () => {
  expect(listed('sum(i, xhat[j, i])', 'layer-norm-one-hot')).toContain(
    'the order of indices: sum(i, xhat[i, j])',
  );
  expect(listed('sum(n, dy[n, j]) / N', 'layer-norm-dgamma')).toContain('a name: sum(n, dy[n, j]) / C');
});

test.each([
  ['g[j]^2', 'a power: g[j]^1'],
  ['C * g[j]', 'a name: L * g[j]'],
  ['0', 'a sign: -0'],
  ['0', 'a constant: -1'],
  ['g[j] + dy[j]', 'a sign: -(g[j] + dy[j])'],
  ['g[j]^(1 / 2)', 'a constant: g[j]^(1 / 3)'],
])('%s → %s would say nothing new, or mean nothing', (text, edited) => {
  expect(listed(text)).not.toContain(edited);
});

const lines = Object.values(derivations).flatMap((derivation) => {
  const { alphabet, exprs } = readDerivation(derivation);
  return exprs.slice(-1).map((expr) => ({ expr, all: edits(expr, alphabet), again: edits(expr, alphabet) }));
});

test('edits of every last line: always the same ones, each one another text, each at a part of the line', () => {
  for (const { expr, all, again } of lines) {
    const texts = all.map((edit) => print(edit.expr));
    expect(texts).toEqual(again.map((edit) => print(edit.expr)));
    expect(new Set([print(expr), ...texts]).size).toBe(texts.length + 1);
    const parts = new Set(everyPart(expr));
    for (const { part, by, expr: after } of all) {
      expect(parts.has(part)).toBe(true);
      expect(print(replaced(expr, part, by))).toBe(print(after));
    }
  }
});

test('a factor is put beside and in the place of names, with the letters that are in reach there', () => {
  const { alphabet, free } = readDerivation(derivations['layer-norm-dgamma']);
  const line = fitting('sum(n, dy[n, j]) / N^2', alphabet, free);
  const found = [...factorEdits(line, alphabet, free)].map(({ how, expr }) => `${how}: ${print(expr)}`);
  expect(found).toContain('beside: sum(n, dy[n, j] * xhat[n, j]) / N^2');
  expect(found).toContain('instead: sum(n, gamma[j]) / N^2');
  expect(found).toContain('beside: sum(n, dy[n, j]) * gamma[j] / N^2');
  expect(found).not.toContain('beside: sum(n, dy[n, j]) * xhat[n, j] / N^2');
});
