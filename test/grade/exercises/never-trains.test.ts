import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('a net that never trains', () => {
  gradesItsVersions(exercises.neverTrains);
});
