import { questions } from '../../src/grade/index.js';
import type { Letter, Question } from '../../src/grade/index.js';

const all = Object.entries<Question>(questions);
const letters: readonly Letter[] = ['a', 'b', 'c', 'd'];

describe('the questions', () => {
  it('are three for notebook 00, nine for notebook 01, ten for notebook 03 and nine for notebook 04', () => {
    expect(all.map(([id]) => id)).toEqual([
      'cell-order',
      'last-axis',
      'same-seed',
      'how-many-statistics',
      'shared-mean',
      'bound',
      'biased-variance',
      'gamma-beta-undo',
      'epsilon',
      'negative-scale',
      'layer-or-batch',
      'what-stable-means',
      'what-dy-is',
      'ones-as-dy',
      'summed-not-averaged',
      'dy-or-g',
      'direct-path',
      'rms-backward',
      'vanishing-path',
      'which-term-is-gone',
      'it-learns-anyway',
      'lost-directions',
      'consistent-gradient',
      'step-too-small',
      'complex-step',
      'kink-half',
      'nan-passes',
      'direction-count',
      'blind-loss',
      'gamma-one',
      'independent-numbers',
    ]);
  });

  it.each(all)('%s: each wrong answer names a misconception, the right one none', (_, { right, choices }) => {
    expect(Object.keys(choices)).toEqual(letters);
    for (const letter of letters) {
      expect(choices[letter].says.length).toBeGreaterThan(30);
      expect(choices[letter].misconception === undefined).toBe(letter === right);
    }
    expect(new Set(letters.map((letter) => choices[letter].text)).size).toBe(4);
  });

  it('do not favour one letter', () => {
    const counts = letters.map((letter) => all.filter(([, { right }]) => right === letter).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(all.length / 2);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  });
});
