import { add, div, gradient, mul, sub } from '../../../src/autograd/index.js';
import type { Tensor } from '../../../src/autograd/index.js';
import { gradeCandidate } from '../../../src/grade/index.js';
import { hessianTimesExercise } from '../../../src/grade/exercises/hessian-times/exercise.js';
import type { HessianTimes, Loss } from '../../../src/grade/exercises/hessian-times/inputs.js';
import { gradesItsVersions, run } from '../versions.js';

const slope = (loss: Loss, x: Tensor): Tensor => gradient(loss(x), [x])[0];

describe('the Hessian times v', () => {
  gradesItsVersions(hessianTimesExercise);

  it.each([1, 2, 3, 4, 5])('is graded the same for another learner, with seed %p', (seed) => {
    const { right, wrong } = hessianTimesExercise;
    for (const { name, candidate } of right)
      expect([name, gradeCandidate(candidate, hessianTimesExercise, { run, seed }).outcome]).toEqual([
        name,
        'passed',
      ]);
    for (const { name, candidate } of wrong)
      expect(
        gradeCandidate(candidate, hessianTimesExercise, { run, seed }).findings.at(-1)?.misconception,
      ).toBe(name);
  });

  it.each([1e-3, 1e-4, 1e-5, 1e-6, 1e-7])('tells who nudges by %p', (h) => {
    const nudges: HessianTimes = (loss, x, v) =>
      div(sub(slope(loss, add(x, mul(h, v))), slope(loss, add(x, mul(-h, v)))), 2 * h);
    const { findings, outcome } = gradeCandidate(nudges, hessianTimesExercise, { run });
    expect(outcome).toBe('failed');
    expect(findings.at(-1)?.check).toBe('is exact, not nudged');
    expect(findings.at(-1)?.message).toContain('Without nudging');
  });

  it.each([1e-2, 1e-3, -1e-3])('says of one step by %p that it is near, not that it is a whole v', (h) => {
    const steps: HessianTimes = (loss, x, v) => div(sub(slope(loss, add(x, mul(h, v))), slope(loss, x)), h);
    const last = gradeCandidate(steps, hessianTimesExercise, { run }).findings.at(-1);
    expect(last?.misconception).toBe('nudged coarsely');
    expect(last?.message).not.toContain('whole v');
  });

  it('asks who answers otherwise the second time, and leaves x.grad alone, what is kept', () => {
    const calls = new WeakMap<Tensor, number>();
    const counts: HessianTimes = (loss, x, v) => {
      calls.set(x, (calls.get(x) ?? 0) + 1);
      return mul(calls.get(x) ?? 0, hessianTimesExercise.right[0].candidate(loss, x, v));
    };
    const last = gradeCandidate(counts, hessianTimesExercise, { run }).findings.at(-1);
    expect(last?.misconception).toBe('remembers');
  });
});
