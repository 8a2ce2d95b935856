import { checkLines, readDerivation } from '../../src/derive/check.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { evidenceInWords } from '../../src/derive/evidence.js';
import { judge } from '../../src/derive/judge.js';
import { derivations } from '../../src/derive/library/index.js';
import type { Verdict } from '../../src/derive/verdict.js';

const saidOf = (derivation: Derivation, k: number): string =>
  evidenceInWords(checkLines(derivation)[k - 1].verdict, readDerivation(derivation).alphabet);
const { alphabet } = readDerivation(derivations['layer-norm-dx']);
const verdict: Verdict = {
  kind: 'exact',
  bounds: [],
  signs: 0,
  error: 0,
  points: 0,
  counterExample: undefined,
};

test('an exact line says at which sizes, at how many points, and how sure that is', () => {
  const bounds = [2, 3, 5].map((C, i) => ({ sizes: { C }, points: 12 + i, bits: 20 - i }));
  expect(evidenceInWords({ ...verdict, bounds, signs: 1, error: 1.2e-63 }, alphabet)).toBe(
    'Equal in exact arithmetic at 12 random points for each of C = 2, 3, 5. A wrong line would pass with a chance below 2⁻¹⁸ for each size, also where a root hides a sign. Computed with 64 digits, they agree in at least 62 of them.',
  );
});

test('several hidden signs are counted', () => {
  const bounds = [{ sizes: { C: 2 }, points: 17, bits: 12 }];
  expect(evidenceInWords({ ...verdict, bounds, signs: 2 }, alphabet)).toContain('where a root hides 2 signs');
});

test('sizes that go together are said together', () => {
  expect(saidOf(derivations['layer-norm-dbeta'], 3)).toContain('(N, C) = (3, 2), (2, 3), (4, 5)');
  expect(saidOf(derivations['layer-norm-dbeta'], 3)).toContain('64 digits');
});

test('where exact arithmetic cannot tell, it is said that there is no bound', () => {
  expect(saidOf(derivations['log-sum-exp'], 3)).toMatch(
    /^Compared with 64 digits at \d+ random points.* no bound/,
  );
});

test('plain numbers have no sizes', () => {
  expect(saidOf(derivations['gelu-derivative'], 3)).not.toMatch(/ for each of| for [A-Z]/);
});

test('an inequality says that it was tested', () => {
  expect(
    saidOf(derivations['layer-norm-dx-shrinks'], derivations['layer-norm-dx-shrinks'].lines.length),
  ).toMatch(/^The inequality held at all \d+ points tried, for C = .* a test/);
});

test('a wrong line says where', () => {
  const { verdict: found } = judge(derivations['layer-norm-dx'], 5, 'rstd * g');
  expect(evidenceInWords(found ?? verdict, alphabet)).toMatch(
    /^At C = 2, .* the line before is .*, this one /,
  );
  expect(evidenceInWords({ ...verdict, kind: 'fail' }, alphabet)).toBe('The two lines differ.');
});

test('nothing is called proved', () => {
  const kinds = ['identical', 'exact', 'numeric', 'tested', 'fail', 'inconclusive'] as const;
  const bounds = [{ sizes: { C: 2 }, points: 5, bits: 90 }];
  for (const kind of kinds)
    expect(evidenceInWords({ ...verdict, kind, bounds }, alphabet)).not.toMatch(/pro(ve|of)/i);
});
