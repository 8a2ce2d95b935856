import { exercises } from '../../../src/grade/index.js';
import { axisAnswers, axisLists, axisPuzzles } from '../../../src/grade/exercises/which-axes/puzzles.js';
import { mean, mul, reshape } from '../../../src/index.js';
import type { Tensor } from '../../../src/index.js';
import { gradesItsVersions } from '../versions.js';

const largest = ({ data }: Tensor, beside: number): number =>
  data.reduce((most, value) => Math.max(most, Math.abs(value - beside)), 0);

/** The shortest lists of axes over which the mean square of y is 1. */
function shortest(y: Tensor): string[] {
  const passing = axisLists
    .filter((list) => !list.includes('groups'))
    .map((list) => ({ list, axis: list.split(' ').map(Number) }))
    .filter(({ axis }) => axis.every((one) => one < y.shape.length))
    .filter(({ axis }) => largest(mean(mul(y, y), { axis }), 1) < 1e-9);
  const least = Math.min(...passing.map(({ axis }) => axis.length));
  return passing.filter(({ axis }) => axis.length === least).map(({ list }) => list);
}

describe('the puzzle of axes', () => {
  gradesItsVersions(exercises.whichAxes);

  const toldOf = (changes: Readonly<Record<number, string>>): string => {
    try {
      for (const check of exercises.whichAxes.checks)
        check.run(axisAnswers.map((list, n) => changes[n] ?? list));
      return 'passed';
    } catch (error) {
      return String(error);
    }
  };

  it('speaks of the first pair that is wrong, whatever the later ones are', () => {
    expect(toldOf({ 0: '1', 1: '0' })).toContain('one axis at least does not belong');
    expect(toldOf({ 1: '0', 2: '1 2 3' })).toContain('are not enough');
  });

  it('takes axes in any order and from either end, and no axis that is not there', () => {
    expect(toldOf({ 1: '1 0', 2: '-1 2', 3: '-3' })).toBe('passed');
    expect(toldOf({ 0: '3' })).toContain('Write the axes that there are');
    expect(toldOf({ 0: '-4' })).toContain("'-4' is none of the lists of axes. Write the axes");
    expect(toldOf({ 1: '0 0' })).toContain("'0 0' is none of the lists of axes.");
  });

  it('has one shortest answer to each pair, but for the groups, which a cut finds', () => {
    const whole = axisPuzzles.slice(0, 5).map(({ y }) => shortest(y));
    expect(whole).toEqual(axisAnswers.slice(0, 5).map((list) => [list]));
    const { y } = axisPuzzles[5];
    expect(shortest(y)).toEqual(['1 2 3']);
    const halves = reshape(y, [3, 2, 2, 2, 3]);
    expect(largest(mean(halves, { axis: [2, 3, 4] }), 0)).toBeLessThan(1e-9);
  });

  it('leaves a mean of 0 everywhere but in the pair that is not centred', () => {
    const means = axisPuzzles.map(({ y }, n) => {
      const axis = axisAnswers[n].replace(' in 2 groups', '').split(' ').map(Number);
      return largest(mean(y, { axis }), 0) < 1e-9;
    });
    expect(means).toEqual([true, true, true, false, true, true]);
  });
});
