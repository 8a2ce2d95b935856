import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('the check of a whole model', () => {
  gradesItsVersions(exercises.modelGradients);
});
