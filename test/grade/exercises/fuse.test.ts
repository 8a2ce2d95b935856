import { exercises } from '../../../src/grade/index.js';
import { gapsOf } from '../../../src/grade/gaps.js';
import { gradesItsVersions } from '../versions.js';

describe('the exercise that folds a norm away', () => {
  it('is whole', () => {
    expect(gapsOf(exercises.fuse)).toEqual([]);
  });

  gradesItsVersions(exercises.fuse);
});
