import { exercises } from '../../../src/grade/index.js';
import { gapsOf } from '../../../src/grade/gaps.js';
import { gradesItsVersions } from '../versions.js';

describe('the leakage detective', () => {
  it('is whole', () => {
    expect(gapsOf(exercises.whoSeesWhom)).toEqual([]);
  });

  gradesItsVersions(exercises.whoSeesWhom);
});
