import { otherSizes, secondOpinion } from '../../../src/cli/derivations/second-opinion.js';
import { fitting, readDerivation } from '../../../src/derive/check.js';
import { derivations } from '../../../src/derive/library/index.js';
import type { DerivationName } from '../../../src/derive/library/index.js';

function opinion(name: DerivationName, line: number, answer: string): string {
  const { alphabet, free } = readDerivation(derivations[name]);
  return secondOpinion(derivations[name], line, fitting(answer, alphabet, free));
}

test.each([
  ['layer-norm-dx', 5, 'rstd * (g - mean(g) - xhat * mean(g * xhat))', 'true'],
  ['layer-norm-dx', 5, 'rstd * (g - mean(g) + xhat * mean(g * xhat))', 'false'],
  ['layer-norm-dx', 5, 'rstd * (g - mean(g) - xhat * sum(g * xhat) / 5)', 'false'],
  ['layer-norm-dx', 5, 'g[j] / (1 - 1)', 'no value'],
  ['layer-norm-dx', 5, 'g[j] * sqrt(-1 - x[j]^2)', 'no value'],
] as const)('%s, line %i, with %s is %s', (name, line, answer, wanted) => {
  expect(opinion(name, line, answer)).toBe(wanted);
});

test('of a bound, a weaker one is true as well, and one that is too close is false', () => {
  const line = derivations['layer-norm-bound'].lines.findIndex(({ relation }) => relation === '<=') + 1;
  const { expr } = derivations['layer-norm-bound'].lines[line - 1];
  expect(opinion('layer-norm-bound', line, expr)).toBe('true');
  expect(opinion('layer-norm-bound', line, `${expr} + 1`)).toBe('true');
  expect(opinion('layer-norm-bound', line, `${expr} - 1`)).toBe('false');
});

test('sizes that no line is tested at, no two of them equal; one that never changes is kept', () => {
  const letters = { indices: {}, variables: {} };
  expect(otherSizes({ ...letters, sizes: { C: [2, 3, 5], N: [3, 2, 4], B: [2, 2, 2] } })).toEqual([
    { C: 4, N: 5, B: 2 },
    { C: 6, N: 7, B: 2 },
  ]);
});
