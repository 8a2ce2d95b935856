import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('the undo exercise', () => {
  gradesItsVersions(exercises.undo);
});
