import { mean, mul, noGrad, sub, tensor } from '../../../src/autograd/index.js';
import type { Tensor } from '../../../src/autograd/index.js';
import { gradeCandidate } from '../../../src/grade/index.js';
import type { Finding } from '../../../src/grade/index.js';
import { wayBackExercise } from '../../../src/grade/exercises/way-back/layer-norm/exercise.js';
import type { RowsBack } from '../../../src/grade/exercises/way-back/pieces.js';
import { reductionsOf } from '../../../src/grade/exercises/way-back/reductions.js';
import { rmsWayBackExercise } from '../../../src/grade/exercises/way-back/rms-norm/exercise.js';
import { gradesItsVersions, run } from '../versions.js';

describe('the way back through LayerNorm', () => {
  gradesItsVersions(wayBackExercise);
});

describe('the way back through RMSNorm', () => {
  gradesItsVersions(rmsWayBackExercise);
});

describe.each([wayBackExercise, rmsWayBackExercise])('$id, asked by another learner', (exercise) => {
  it.each([1, 2, 3, 4, 5])('accepts and names the same, with seed %p', (seed) => {
    for (const { name, candidate } of exercise.right)
      expect([name, gradeCandidate(candidate, exercise, { run, seed }).outcome]).toEqual([name, 'passed']);
    for (const { name, candidate } of exercise.wrong)
      expect(gradeCandidate(candidate, exercise, { run, seed }).findings.at(-1)?.misconception).toBe(name);
  });
});

describe('what a learner is shown', () => {
  const last = (candidate: RowsBack): Finding | undefined =>
    gradeCandidate(candidate, wayBackExercise, { run }).findings.at(-1);

  it('is a word with full squares, at which dx ⊙ x̂ sums to 0 as the sentence says', () => {
    const shown = last((g) => mul(g, 2))?.shown;
    expect(shown?.input).toBe('[[4, 1, -1, -2, 3]], [[1.5000, -1.5000, 0.5000, -0.5000, 0]], [[0.5000]]');
    const dx = JSON.parse(shown?.expected ?? '') as number[];
    const along = dx.map((value, i) => value * [1.5, -1.5, 0.5, -0.5, 0][i]);
    expect(along.reduce((a, b) => a + b)).toBeCloseTo(0, 3);
  });

  it('speaks of no deviation where none is taken: of RMSNorm', () => {
    for (const { says } of rmsWayBackExercise.wrong) expect(says).not.toContain('deviation');
  });

  it('asks for names from outside where more words come back than were handed over', () => {
    const c = tensor([
      [3, -3, 1, -1, 0],
      [-1, 7, -5, 1, -2],
    ]);
    const found = last((g, _, rstd) => mul(rstd, sub(g, mul(c, mean(mul(g, c))))));
    expect(found?.misconception).toBe('reads from outside');
    expect(found?.message).toContain('its dx has 2');
    expect(last((g, xhat) => mean(mul(g, mul(g, xhat)), { axis: -1 }))?.misconception).toBe('shape');
  });

  it('speaks of keepdims wherever the lost axis stops', () => {
    const lost = (x: Tensor): Tensor => mean(x, { axis: -1 });
    for (const wrong of [
      (g: Tensor, xhat: Tensor, rstd: Tensor) =>
        mul(rstd, sub(sub(g, lost(g)), mul(xhat, lost(mul(g, xhat))))),
      (g: Tensor, xhat: Tensor, rstd: Tensor) =>
        mul(rstd, sub(sub(g, mul(lost(mul(g, xhat)), xhat)), lost(g))),
    ])
      expect(last(wrong)?.misconception).toBe('keepdims missing');
  });
});

describe('counting means', () => {
  const x = tensor([[1, 2, 3]]);

  it('counts what a tensor was made with, each once', () => {
    const m = mean(x, { axis: -1, keepdims: true });
    expect(reductionsOf(sub(x, m))).toBe(1);
    expect(reductionsOf(mul(sub(x, m), mean(mul(x, m))))).toBe(2);
  });

  it('believes who leaves no trace', () => {
    expect(reductionsOf(noGrad(() => sub(x, mean(x))))).toBe(0);
    expect(reductionsOf('nothing')).toBe(0);
  });

  it('says how many means there are, and passes the points of all checks before', () => {
    const many = wayBackExercise.wrong.find(({ name }) => name === 'more means than two');
    const { points, findings } = gradeCandidate(many?.candidate, wayBackExercise, { run });
    expect(points).toBe(90);
    expect(findings.at(-1)?.message).toMatch(/^Your dx is right\. It takes 3 sums or means/);
  });
});
