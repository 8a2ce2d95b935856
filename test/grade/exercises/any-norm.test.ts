import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('one function for many norms', () => {
  gradesItsVersions(exercises.anyNorm);
});
