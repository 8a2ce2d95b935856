import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { gradesItsVersions, run } from '../versions.js';

const graded = (answer: string) => gradeCandidate(answer, exercises.oneHot, { run });

describe('the formula of a one-hot row', () => {
  gradesItsVersions(exercises.oneHot);

  it('is not yet written while it is empty', () => {
    expect(graded(' ').outcome).toBe('not yet written');
  });

  it('says where it cannot be read, and which letters there are', () => {
    expect(graded('sqrt(C - 1').findings[0].message).toMatch('closing ) is missing');
    expect(graded('sqrt(d - 1)').findings[0].message).toMatch('d');
  });

  it('speaks of numbers where no known mistake fits, also where there are none', () => {
    expect(graded('C').findings[1]).toMatchObject({ misconception: 'another formula', shown: { got: '3' } });
    expect(graded('sqrt(eps - C)').findings[1].shown?.got).toBe('NaN');
    expect(graded('sqrt(C - 1) - eps').findings[2].message).toMatch('At ε = 0 you are right');
  });

  it('shows as many digits as tell the two apart', () => {
    const { expected, got } = graded('(1 - 1/C) / sqrt((C - 1) / C^2 + 1e-5)').findings[1].shown ?? {};
    expect(expected?.slice(0, 5)).toBe(got?.slice(0, 5));
    expect(expected).not.toBe(got);
  });
});
