import { exercises } from '../../../src/grade/index.js';
import { gradeCandidate } from '../../../src/grade/grading.js';
import { gapsOf } from '../../../src/grade/gaps.js';
import { gradesItsVersions, run } from '../versions.js';

describe('the exercise that measures statistics afresh', () => {
  it('is whole', () => {
    expect(gapsOf(exercises.recalibrate)).toEqual([]);
  });

  gradesItsVersions(exercises.recalibrate);

  it('repeats an error of one’s own, and takes it for no other mistake', () => {
    const stops = (): void => {
      throw new TypeError('net.run is not a function');
    };
    const { findings } = gradeCandidate(stops, exercises.recalibrate, { run });
    expect(findings[0]).toMatchObject({
      misconception: 'stops',
      message: 'Your function stopped with an error: net.run is not a function',
    });
  });
});
