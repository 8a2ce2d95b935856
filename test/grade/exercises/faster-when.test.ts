import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('when training is faster', () => {
  gradesItsVersions(exercises.fasterWhen);
});
