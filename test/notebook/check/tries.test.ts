import { mean } from '../../../src/index.js';
import { check, exercises } from '../../../src/notebook/index.js';
import { recall, remember } from '../../../src/notebook/learner.js';
import { bessel, right } from '../layer-norms.js';
import type { LayerNormFunction } from '../layer-norms.js';
import { ownRecord } from '../own-record.js';

ownRecord();

describe('a try', () => {
  it('counts tries until it passes, and then no more', () => {
    check(bessel, exercises.layerNorm);
    check(right, exercises.layerNorm);
    check(bessel, exercises.layerNorm);
    expect(recall().learner.checks).toEqual({
      'E1.1': { passed: true, tries: 2, best: 100, misconception: 'variance over n − 1' },
    });
  });

  describe('of the answer that failed last', () => {
    const again = 'This is the same function as last time: did its cell run without an error?';
    const anew = (): LayerNormFunction => (x, gamma, beta, eps) => bessel(x, gamma, beta, eps);
    const tries = (): number[] => Object.values(recall().learner.checks).map((tried) => tried.tries);

    it('asks whether its cell ran, and counts no try', () => {
      const mine = anew();
      const first = check(mine, exercises.layerNorm).toString();
      expect(first).not.toContain(again);
      expect(check(mine, exercises.layerNorm).toString().replace(`  ${again}\n`, '')).toBe(first);
      expect(check(mine, exercises.layerNorm).body[0]).toBe(again);
      expect(tries()).toEqual([1]);
      expect(check(anew(), exercises.layerNorm).toString()).not.toContain(again);
      expect(tries()).toEqual([2]);
    });

    it('counts a try that no record has', () => {
      const mine = anew();
      check(mine, exercises.layerNorm);
      remember((learner) => ({ ...learner, checks: {} }));
      check(mine, exercises.layerNorm);
      expect(tries()).toEqual([1]);
    });

    it('counts a text or a list once as long as it reads the same, without a word', () => {
      for (const text of ['0', '0', '1']) check(text, exercises.oneHot);
      for (const names of [['ReLU'], ['ReLU'], ['γ']]) check(names, exercises.whichTwo);
      expect(check(['γ'], exercises.whichTwo).toString()).not.toContain('the same');
      expect(tries()).toEqual([2, 2]);
    });
  });

  it('says how far an earlier try came, where this one came less far', () => {
    const counted = (points: number): string =>
      check(() => mean([] as never), {
        ...exercises.mean,
        checks: [
          { name: 'begins', points, run: () => {} },
          {
            name: 'ends',
            points: 100 - points,
            run: () => {
              throw new Error('no');
            },
          },
        ],
      }).toString();
    expect(counted(40)).toMatch(/40 of 100 points so far\. Your function\n +✓ +begins/);
    expect(counted(10)).toMatch(/10 of 100 points \(best so far: 40\)\. Your function\n +✓ +begins/);
    expect(counted(40)).toContain('40 of 100 points so far');
    expect(recall().learner.checks['E0.1']).toMatchObject({ tries: 3, best: 40 });
  });
});
