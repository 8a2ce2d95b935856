import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { mistakes } from '../../../src/grade/exercises/which-two/mistakes.js';
import { picked, reasons } from '../../../src/grade/exercises/which-two/picked.js';
import { gradesItsVersions, run } from '../versions.js';

describe('the exercise of the two layers that a gradient check catches', () => {
  gradesItsVersions(exercises.whichTwo);

  it('has a wrong version for every mistake it knows', () => {
    expect(exercises.whichTwo.wrong.map(({ name }) => name)).toEqual(Object.keys(mistakes));
  });

  it('reads names whatever their case, spaces and kind of minus', () => {
    expect(picked(['N - 1', ' Path  missing ', 'nobody'])).toEqual({
      layers: ['n − 1'],
      reasons: ['path missing'],
      unknown: ['nobody'],
    });
  });

  it('waits for an empty list', () => {
    expect(gradeCandidate([], exercises.whichTwo, { run }).outcome).toBe('not yet written');
  });

  it('offers more reasons than are right', () => {
    expect(Object.keys(reasons)).toHaveLength(5);
  });
});
