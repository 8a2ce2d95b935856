import { exercises } from '../../../src/grade/index.js';
import { gapsOf } from '../../../src/grade/gaps.js';
import { gradesItsVersions } from '../versions.js';

describe('the exercise on several workers', () => {
  it('is whole', () => {
    expect(gapsOf(exercises.mergeStatistics)).toEqual([]);
  });

  gradesItsVersions(exercises.mergeStatistics);
});
