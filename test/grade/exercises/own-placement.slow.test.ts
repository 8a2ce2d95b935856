import { add, gradient, mul, stream, sum, Tensor } from '../../../src/index.js';
import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { climbOf, ratioOf } from '../../../src/grade/exercises/own-placement/harness.js';
import type { BlockFunction } from '../../../src/grade/exercises/own-placement/harness.js';
import { gradesItsVersions, run } from '../versions.js';

describe('a placement of one’s own', () => {
  gradesItsVersions(exercises.ownPlacement);

  it('is measured by what can be worked out', () => {
    const still: BlockFunction = (x, f) => add(x, mul(0, f(x)));
    const { largest, say, calls } = climbOf(still);
    expect([say, calls]).toEqual([0, 1]);
    expect(largest).toBeGreaterThan(0.8);
    expect(largest).toBeLessThan(1.2);
    const doubling: BlockFunction = (x, f) => add(mul(2, x), mul(0, f(x)));
    expect(climbOf(doubling).largest / largest).toBeCloseTo(2 ** 48, 0);
    // Nothing gets to a sub-layer that is multiplied by 0.
    expect(ratioOf(still)).toBeNaN();
  });

  it('hears a gradient that grows on its way down', () => {
    const doubled: BlockFunction = (x, f, norm) => add(mul(2, x), mul(1e-30, f(norm(x))));
    // To the first sub-layer it has doubled 47 times, to the last one never.
    expect(Math.log2(ratioOf(doubled))).toBeGreaterThan(44);
    expect(Math.log2(ratioOf(doubled))).toBeLessThan(50);
  });

  it('says what it sees of a design that it does not know', () => {
    const odd: BlockFunction = (x, f, norm) => add(mul(1.2, x), mul(3, f(norm(x))));
    const { findings } = gradeCandidate(odd, exercises.ownPlacement, { run });
    expect(findings.at(-1)?.misconception).toBe('another design');
    expect(findings.at(-1)?.shown?.got).toMatch(/up to/);
  });

  it('leaves gradients of its own alone', () => {
    const x = new Tensor(stream('own', 1).normals([2, 3]));
    climbOf((a, f, norm) => add(a, f(norm(a))));
    expect(gradient(sum(mul(x, x)), [x])[0].data[0]).toBeCloseTo(2 * x.data[0], 12);
  });
});
