import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('the exercise on an ignored argument', () => {
  gradesItsVersions(exercises.argument);
});
