import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe('listening to every layer', () => {
  gradesItsVersions(exercises.statisticsOf);
});
