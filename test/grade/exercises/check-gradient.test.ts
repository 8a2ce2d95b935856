import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import type { CheckGradient } from '../../../src/grade/exercises/check-gradient/exercise.js';
import { gradesItsVersions, run } from '../versions.js';

const { gradCheck } = exercises;

/** Checks as learners write them: in place, one number after the other. */
const inPlace =
  (restore: (x: number[], i: number, before: number) => void): CheckGradient =>
  (f, x, dx) => {
    let ok = dx.length === x.length;
    for (let i = 0; i < x.length; i++) {
      const before = x[i];
      x[i] += 1e-5;
      const above = f(x);
      x[i] -= 2e-5;
      const below = f(x);
      restore(x, i, before);
      const slope = (above - below) / 2e-5;
      ok = ok && Math.abs(slope - dx[i]) <= 1e-6 * Math.max(1, Math.abs(slope));
    }
    return ok;
  };
const outcome = (candidate: CheckGradient): string | undefined =>
  gradeCandidate(candidate, gradCheck, { run }).findings.at(-1)?.misconception;

describe('the exercise of a gradient check of one’s own', () => {
  gradesItsVersions(gradCheck);

  it('accepts one that assigns the number it remembers, for many seeds', () => {
    const candidate = inPlace((x, i, before) => {
      x[i] = before;
    });
    for (let seed = 0; seed < 20; seed++)
      expect(gradeCandidate(candidate, gradCheck, { run, seed }).points).toBe(100);
  });

  it('tells one that never puts x back from one that misses the last bit', () => {
    expect(outcome(inPlace(() => undefined))).toBe('x is not put back');
    expect(
      outcome(
        inPlace((x, i) => {
          x[i] += 1e-5;
        }),
      ),
    ).toBe('input changed');
  });
});
