import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { gradesItsVersions, run } from '../versions.js';

const misconception = (candidate: unknown): string | undefined =>
  gradeCandidate(candidate, exercises.shuffle, { run }).findings.find(({ passed }) => !passed)?.misconception;

describe('the shuffle exercise', () => {
  gradesItsVersions(exercises.shuffle);

  it('speaks to what is no list', () => {
    expect(misconception(() => 3)).toBe('not a list');
    expect(misconception(() => undefined)).toBe('nothing');
    expect(misconception((items: number[]) => Promise.resolve(items))).toBe('a promise');
  });

  it('notices that only neighbours are exchanged', () => {
    const neighbours = (items: readonly number[], seed: number): number[] => {
      const own = [...items];
      const i = seed % Math.max(1, own.length - 1);
      if (own.length > 1) [own[i], own[i + 1]] = [own[i + 1], own[i]];
      return own;
    };
    expect(misconception(neighbours)).toBe('not every order');
  });
});
