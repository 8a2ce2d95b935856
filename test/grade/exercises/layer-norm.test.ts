import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { heldOut } from '../held-out-layer-norms.js';
import { gradesItsVersions, run } from '../versions.js';

const grades = Object.entries(heldOut).map(
  ([name, candidate]) => [name, gradeCandidate(candidate, exercises.layerNorm, { run })] as const,
);

/** The eighteen that a study of published lessons and their tests began with. */
const eighteen = [
  'variance over n − 1',
  'ε outside the root',
  'variance over n − 1 and ε outside the root',
  'no ε',
  'ε is always 0.00001',
  'variance as a difference of squares',
  'divides by the variance',
  'never centred',
  'variance not centred',
  'statistics over the last two axes',
  'statistics over the batch',
  'one γ for all features',
  'β is ignored',
  'γ is ignored',
  'gain 1 + γ',
  'γ multiplies β as well',
  'statistics cut off from the gradient',
  'statistics in half precision',
];

describe('the layer norm exercise', () => {
  gradesItsVersions(exercises.layerNorm);

  it('knows the eighteen', () => {
    const known = exercises.layerNorm.wrong.map(({ name }) => name);
    expect(eighteen.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(eighteen).size).toBe(18);
  });

  it('accepts at least six ways to write it', () => {
    expect(exercises.layerNorm.right.length).toBeGreaterThanOrEqual(6);
  });
});

describe('wrong layer norms that the checks were not written for', () => {
  it.each(grades)('%s is caught, with numbers', (_, { outcome, findings }) => {
    expect(outcome).toBe('failed');
    expect(findings[findings.length - 1].shown).toBeDefined();
  });

  it('are never taken for a mistake that they are not', () => {
    const known = new Set(exercises.layerNorm.wrong.map(({ name }) => name));
    const named = grades.flatMap(([name, { findings }]) => {
      const { misconception } = findings[findings.length - 1];
      return known.has(misconception) ? [[name, misconception]] : [];
    });
    expect(Object.fromEntries(named)).toEqual({
      'ε squared': 'ε squared',
      'γ and β exchanged': 'γ and β exchanged',
      'one mean and deviation for all numbers': 'one mean and deviation for everything',
      'normalized after γ and β': 'γ and β first',
      'axis 1 instead of the last': 'axis 1 instead of the last',
      'sum of squares without its count': 'sum of squares',
      'variance over n − 1, by sums': 'variance over n − 1',
      'only the mean cut off': 'statistics cut off from the gradient',
      'only the deviation cut off': 'statistics cut off from the gradient',
      'a difference of squares by sums': 'variance as a difference of squares',
    });
  });
});
