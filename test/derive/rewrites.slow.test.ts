import { comparisonFor, fitting, pointsFor, readDerivation } from '../../src/derive/check.js';
import { compare } from '../../src/derive/compare.js';
import { derivations } from '../../src/derive/library/index.js';
import type { DerivationName } from '../../src/derive/library/index.js';
import { print } from '../../src/derive/print.js';
import { randomFrom } from '../../src/derive/random.js';
import { rewrites } from '../../src/derive/rewrites.js';
import { follows } from '../../src/derive/verdict.js';

function rewritten(text: string, name: DerivationName, seeds: number): string[] {
  const { alphabet, free } = readDerivation(derivations[name]);
  const line = fitting(text, alphabet, free);
  const all = Array.from({ length: seeds }, (_, seed) => rewrites(line, alphabet, randomFrom(seed), free));
  return all.flat().map(print);
}

test.each([
  ['g[j] + dy[j]', 'dy[j] + g[j]'],
  ['g[j] * dy[j]', 'dy[j] * g[j]'],
  ['g[j] + dy[j] + x[j]', 'g[j] + (dy[j] + x[j])'],
  ['g[j] * (dy[j] * x[j])', 'g[j] * dy[j] * x[j]'],
  ['g[j] * (dy[j] + x[j])', 'g[j] * dy[j] + g[j] * x[j]'],
  ['g[j] * dy[j] - g[j] * x[j]', 'g[j] * (dy[j] - x[j])'],
  ['g[j] - dy[j]', 'g[j] + -dy[j]'],
  ['g[j] - dy[j]', '-(dy[j] - g[j])'],
  ['g[j] - (dy[j] - x[j])', 'g[j] - dy[j] + x[j]'],
  ['g[j] / rstd', 'g[j] * rstd^(-1)'],
  ['g[j] / rstd / x[j]', 'g[j] / (rstd * x[j])'],
  ['(g[j] + dy[j]) / rstd', 'g[j] / rstd + dy[j] / rstd'],
  ['g[j]^2', 'g[j] * g[j]'],
  ['g[j]^3', 'g[j] * g[j]^2'],
  ['g[j] * g[j]', 'g[j]^2'],
  ['rstd^(-1)', '1 / rstd^1'],
  ['sqrt(variance)', 'variance^(1 / 2)'],
  ['variance^(1 / 2)', 'sqrt(variance)'],
  ['1 / sqrt(variance)', '1 * variance^(-(1 / 2))'],
  ['exp(g[j] + x[j])', 'exp(g[j]) * exp(x[j])'],
  ['exp(-x[j])', '1 / exp(x[j])'],
  ['abs(x[j])', 'sqrt(x[j]^2)'],
  ['mean(i, g[i])', 'sum(i, g[i]) / C'],
  ['sum(i, g[i] + dy[i])', 'sum(i, g[i]) + sum(i, dy[i])'],
  ['sum(i, x[j] * g[i])', 'x[j] * sum(i, g[i])'],
  ['sum(i, g[i] / rstd)', 'sum(i, g[i]) / rstd'],
  ['sum(i, -g[i])', '-sum(i, g[i])'],
  ['x[j] * sum(i, g[i])', 'sum(i, x[j] * g[i])'],
  ['sum(i, g[i]) / rstd', 'sum(i, g[i] / rstd)'],
  ['sum(i, g[i])', 'sum(k, g[k])'],
  ['max(i, g[i])', 'max(k, g[k])'],
  ['sum(i, sum(k, g[i] * x[k]))', 'sum(k, sum(i, g[i] * x[k]))'],
  ['sum(i, k, g[i] * x[k])', 'sum(i, sum(k, g[i] * x[k]))'],
  ['g[j]', 'gamma[j] * dy[j]'],
  ['mu', 'mean(i, x[i])'],
  ['sum(i, eye(i, j) * g[i])', 'g[j]'],
  ['sum(i, g[i] * eye(j, i))', 'g[j]'],
  ['eye(1, j)', 'eye(j, 1)'],
  ['g[j]', 'sum(i, eye(i, j) * g[i])'],
  ['g[j]', '--g[j]'],
  ['g[j]', 'g[j] * C / C'],
  ['g[j]', 'g[j] + eps - eps'],
  ['g[j]', 'g'],
  ['D(L + mu, x[j])', 'D(L, x[j]) + D(mu, x[j])'],
  ['D(L * mu, x[j])', 'D(L, x[j]) * mu + L * D(mu, x[j])'],
  ['rstd * (g[j] - mean(i, g[i]))', 'rstd * (g - mean(g))'],
])('%s can be written %s', (text, other) => {
  expect(rewritten(text, 'layer-norm-dx', 250)).toContain(other);
});

test.each([
  ['sqrt(xhat[j] * g[j])', /sqrt\(xhat\[j\]\) \* |xhat\[j\]\^\(1 \/ 2\) \* /],
  ['sqrt(xhat[j]^2)', /^xhat\[j\]$/],
  ['log(xhat[j] * g[j])', /log\(xhat\[j\]\) \+ /],
  ['sum(i, xhat[i] * g[i])', /^xhat\[i\]|^g\[i\]/],
  ['sum(i, eye(i, j) * mean(j, g[j] * xhat[i]))', /mean\(j, g\[j\] \* xhat\[j\]\)/],
  ['max(i, -g[i])', /^-max/],
])('%s is left as it is where the rule would not hold', (text, never) => {
  expect(rewritten(text, 'layer-norm-g', 100).filter((other) => never.test(other))).toEqual([]);
});

test('the same seed writes the same lines, and none is written twice', () => {
  const { alphabet, free, exprs } = readDerivation(derivations['layer-norm-dx']);
  const written = (seed: number): string[] => rewrites(exprs[4], alphabet, randomFrom(seed), free).map(print);
  expect(written(1)).toEqual(written(1));
  expect(written(1)).not.toEqual(written(2));
  expect(new Set(written(1)).size).toBe(written(1).length);
});

/** Chosen for what stands in them: sums in sums, two lengths, roots, exponentials, an error function, a bound. */
const chosen: readonly DerivationName[] = [
  'layer-norm-dx',
  'layer-norm-dgamma',
  'layer-norm-bound',
  'softmax-vjp',
  'gelu-derivative',
  'spectral-norm-dw',
  'layer-norm-hvp',
];

test.each(chosen)('every line of %s still follows when it is written otherwise', (name) => {
  const read = readDerivation(derivations[name]);
  const points = pointsFor(read);
  const refused = read.exprs.flatMap((expr, i) =>
    rewrites(expr, read.alphabet, randomFrom(i), read.free)
      .map(print)
      .filter((text) => {
        const after = fitting(text, read.alphabet, read.free);
        return !follows(compare(comparisonFor(read, i + 1, after), points));
      }),
  );
  expect(refused).toEqual([]);
});
