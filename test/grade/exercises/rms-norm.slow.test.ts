import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('RMSNorm in a cell', () => {
  gradesItsVersions(exercises.rmsNorm);
  gradesItsVersions(exercises.rmsNormWayBack);

  it('is asked for under names that the library does not have', () => {
    const { rmsNorm, rmsNormWayBack } = exercises;
    expect([rmsNorm.signature, rmsNorm.solution].map((text) => text.includes('myRMSNorm('))).toEqual([
      true,
      true,
    ]);
    expect(
      [rmsNormWayBack.signature, rmsNormWayBack.solution].map((text) => text.includes('myWayBack(')),
    ).toEqual([true, true]);
    expect([rmsNorm.exportName, rmsNormWayBack.exportName]).toEqual([undefined, undefined]);
  });
});
