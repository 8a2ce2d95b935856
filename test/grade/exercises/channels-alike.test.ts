import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('the experiment on channels', () => {
  gradesItsVersions(exercises.channelsAlike);
});
