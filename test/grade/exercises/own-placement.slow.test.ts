import { add, gradient, mul, stream, sum, Tensor } from '../../../src/index.js';
import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { climbOf, descentOf } from '../../../src/grade/exercises/own-placement/harness.js';
import type { BlockFunction } from '../../../src/grade/exercises/own-placement/harness.js';
import { knownPlacement } from '../../../src/grade/exercises/own-placement/known.js';
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
    expect(descentOf(still).ratio).toBeNaN();
  });

  it('hears a gradient that grows on its way down', () => {
    const doubled: BlockFunction = (x, f, norm) => add(mul(2, x), mul(1e-30, f(norm(x))));
    // To the first sub-layer it has doubled 47 times, to the last one never.
    const { ratio, most, least } = descentOf(doubled);
    expect(Math.log2(ratio)).toBeGreaterThan(44);
    expect(Math.log2(ratio)).toBeLessThan(50);
    expect([most, least]).toEqual([1, 48]);
  });

  it('says what it sees of a design that it does not know', () => {
    const odd: BlockFunction = (x, f, norm) => add(mul(1.2, x), mul(3, f(norm(x))));
    const { findings } = gradeCandidate(odd, exercises.ownPlacement, { run });
    expect(findings.at(-1)?.misconception).toBe('another design');
    expect(findings.at(-1)?.shown?.got).toMatch(/up to/);
  });

  it('knows a placement of the notebook however it is written, and its constant', () => {
    const written: readonly (readonly [BlockFunction, string, number])[] = [
      [(x, f, norm) => add(norm(mul(5, f(norm(x)))), x), 'Peri-LN', 1],
      [(x, f, norm, l) => add(x, mul(1 / l, norm(f(norm(x))))), 'Peri-LN', 1],
      [(x, f, norm) => norm(add(mul(8, x), mul(2, f(x)))), 'DeepNorm', 4],
      [(x, f, norm) => norm(add(x, mul(0.25, f(x)))), 'DeepNorm', 4],
      [(x, f, norm) => norm(add(x, f(x))), 'DeepNorm', 1],
      [(x, f) => add(mul(0.1, f(x)), x), 'ReZero', 0.1],
    ];
    for (const [block, placement, constant] of written) {
      const known = knownPlacement(block);
      expect(known?.placement).toBe(placement);
      expect(known?.constant).toBeCloseTo(constant, 4);
    }
  });

  it('takes nothing else for one of them: not a factor on the stream, nor two placements in one stack', () => {
    const others: readonly BlockFunction[] = [
      (x, f, norm) => add(mul(0.99, x), norm(f(norm(x)))),
      (x, f, norm) => add(x, mul(0.1, f(norm(x)))),
      (x, f, norm) => norm(add(mul(4, norm(x)), f(x))),
      (x, f, norm, l) => (l < 9 ? add(x, norm(f(norm(x)))) : norm(add(mul(3, x), f(x)))),
    ];
    expect(others.map(knownPlacement)).toEqual(others.map(() => undefined));
    expect(exercises.ownPlacement.right.map(({ candidate }) => knownPlacement(candidate))).toEqual(
      exercises.ownPlacement.right.map(() => undefined),
    );
  });

  it('hears most in the first blocks of Post-LN: its branches bring back more than the norm takes', () => {
    const { ratio, most, least } = descentOf((x, f, norm) => norm(add(x, f(x))));
    expect([most < 10, least > 40]).toEqual([true, true]);
    expect(ratio).toBeGreaterThan(20);
  });

  it('leaves gradients of its own alone', () => {
    const x = new Tensor(stream('own', 1).normals([2, 3]));
    climbOf((a, f, norm) => add(a, f(norm(a))));
    expect(gradient(sum(mul(x, x)), [x])[0].data[0]).toBeCloseTo(2 * x.data[0], 12);
  });
});
