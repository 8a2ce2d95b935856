import { layerNormOverArrays } from '../../../src/grade/arrays/layer-norm/exercise.js';
import { gradesItsVersions } from '../versions.js';

describe('the layer norm exercise over arrays', () => {
  gradesItsVersions(layerNormOverArrays);
});
