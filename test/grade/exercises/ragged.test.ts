import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('sentences of unequal lengths', () => {
  gradesItsVersions(exercises.ragged);
});
