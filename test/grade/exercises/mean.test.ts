import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('the mean exercise', () => {
  gradesItsVersions(exercises.mean);
});
