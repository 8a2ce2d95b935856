import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('the deviation of the first weights', () => {
  gradesItsVersions(exercises.startingDeviation);
});
