import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('the exercise over the last axes', () => {
  gradesItsVersions(exercises.normalizeOver);
});
