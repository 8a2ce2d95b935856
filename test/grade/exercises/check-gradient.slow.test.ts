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
      ok =
        ok && Math.abs(slope - dx[i]) <= 1e-6 * Math.abs(slope) + 1e-9 * (Math.abs(above) + Math.abs(below));
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

  /** Along each number in turn, with a slope and a comparison of its own. */
  const nudging =
    (
      slopeOf: (up: number, down: number, h: number) => number,
      near: (slope: number, claimed: number) => boolean = (slope, claimed) =>
        Math.abs(slope - claimed) <= 1e-4 * Math.max(1, Math.abs(claimed)),
      h = 1e-5,
    ): CheckGradient =>
    (f, x, dx) =>
      dx.length === x.length &&
      x.every((_, i) => {
        const at = (step: number): number => f(x.map((value, k) => (k === i ? value + step : value)));
        return near(slopeOf(at(h), at(-h), h), dx[i]);
      });
  const central = (up: number, down: number, h: number): number => (up - down) / (2 * h);

  it('knows what becomes of 2h, whatever the tolerance', () => {
    expect(outcome(nudging((up, down, h) => ((up - down) / 2) * h))).toBe('brackets left out');
    expect(outcome(nudging((up, down) => up - down))).toBe('never divided');
    expect(outcome(nudging((up, down, h) => (up - down) / h))).toBe('divided by h');
    expect(outcome(nudging((up, down, h) => (down - up) / (2 * h)))).toBe('the difference turned round');
  });

  it('knows a step that is too small by the step, whatever the verdict', () => {
    for (const h of [1e-13, 1e-15, 1e-20, Number.EPSILON])
      expect(outcome(nudging(central, undefined, h))).toBe('a step that is too small');
    const forgiving = (slope: number, claimed: number): boolean => Math.abs(slope - claimed) <= 100;
    expect(outcome(nudging(central, forgiving, 1e-15))).toBe('a step that is too small');
  });

  it('knows one list with two names', () => {
    const alias: CheckGradient = (f, x, dx) =>
      dx.length === x.length &&
      x.every((before, i) => {
        const moved = x;
        moved[i] += 1e-5;
        const slope = (f(moved) - f(x)) / 1e-5;
        x[i] = before;
        return Math.abs(slope - dx[i]) <= 1e-4 * Math.max(1, Math.abs(slope));
      });
    expect(outcome(alias)).toBe('the same point twice');
  });

  it('knows a difference without its size', () => {
    const tolerance = (claimed: number): number => 1e-4 * Math.abs(claimed);
    expect(outcome(nudging(central, (slope, claimed) => slope - claimed < tolerance(claimed)))).toBe(
      'no absolute value',
    );
    expect(outcome(nudging(central, (slope, claimed) => claimed - slope < tolerance(claimed)))).toBe(
      'no absolute value, the other way round',
    );
  });

  it('asks for a floor, where a slope is 0', () => {
    for (const h of [1e-4, 1e-5, 2e-6, 1e-6, 1e-7]) {
      const near = (slope: number, claimed: number): boolean =>
        Math.abs(slope - claimed) <= 1e-4 * Math.abs(slope);
      expect(outcome(nudging(central, near, h))).toBe('no floor');
    }
  });

  it('sees every floor that hides a millionth', () => {
    for (const floor of [1e-5, 1e-7, 1e-8])
      expect(
        outcome(
          nudging(
            central,
            (slope, claimed) => Math.abs(slope - claimed) <= 1e-5 * Math.abs(slope) + floor,
            1e-5,
          ),
        ),
      ).toBe('a floor of 1');
  });
});
