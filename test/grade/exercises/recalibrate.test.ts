import { exercises } from '../../../src/grade/index.js';
import { gapsOf } from '../../../src/grade/gaps.js';
import { gradesItsVersions } from '../versions.js';

describe('the exercise that measures statistics afresh', () => {
  it('is whole', () => {
    expect(gapsOf(exercises.recalibrate)).toEqual([]);
  });

  gradesItsVersions(exercises.recalibrate);
});
