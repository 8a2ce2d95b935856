import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { gradesItsVersions, run } from '../versions.js';

const graded = (answer: readonly string[]) => gradeCandidate(answer, exercises.lostDirections, { run });

describe('the lost directions', () => {
  gradesItsVersions(exercises.lostDirections);

  it('are not yet written while they are empty', () => {
    expect(graded(['', ' ']).outcome).toBe('not yet written');
  });

  it('say where one cannot be read', () => {
    expect(graded(['1', 'x - mean(x']).findings[0].message).toMatch('closing ) is missing');
    expect(graded(['1', 'gamma']).findings[0].message).toMatch('gamma');
  });

  it('are told that a list of numbers is written as one number', () => {
    for (const list of ['(1,1,1)', '[1, 1, 1]', ' (1, 2, 3) '])
      expect(graded([list, 'c']).findings[0]).toMatchObject({
        misconception: 'a list of numbers',
        message: expect.stringMatching(/the number alone: 1\.$/),
      });
  });

  it('are refuted by a row of mean 0, or of another mean, where there are two only at other rows', () => {
    expect(graded(['mu', 'c']).findings[2].shown?.input).toBe('x = (-2, -1, 3)');
    expect(graded(['x + 1', 'c']).findings[2]).toMatchObject({ misconception: 'one at some rows' });
    expect(graded(['mu - 1', 'x']).findings[2]).toMatchObject({ misconception: 'gone at some rows' });
  });

  it('name everything that may stand in them', () => {
    expect(graded(['1', 'gamma']).findings[0].shown?.expected).toContain('x, mu, c, variance, rstd or xhat');
  });

  it('are shown with a row that gives an unknown one away', () => {
    const [, { misconception, shown }] = graded(['1', 'x^3']).findings;
    expect(misconception).toBe('not lost');
    expect(shown?.input).toMatch(/^x = \(1, 2, 6\), moved along x\^3 = \(1, 8, 216\)$/);
    expect(shown?.expected).not.toBe(shown?.got);
  });

  it('are refused where a row gives no number', () => {
    expect(graded(['1', 'sqrt(-x^2)']).findings[1].passed).toBe(false);
  });
});
