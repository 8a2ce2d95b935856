/** The exercises over plain arrays, by the names they have on the command line. */
import type { Exercise } from '../exercise.js';
import { batchNormOverArrays } from './batch-norm/exercise.js';
import { batchNormBackwardOverArrays } from './batch-norm-backward/exercise.js';
import { layerNormOverArrays } from './layer-norm/exercise.js';
import { layerNormBackwardOverArrays } from './layer-norm-backward/exercise.js';
import { rmsNormOverArrays } from './rms-norm/exercise.js';
import { rmsNormBackwardOverArrays } from './rms-norm-backward/exercise.js';

/** What `npm run check` grades a file by. */
export const arrayExercises = {
  'layer-norm': layerNormOverArrays as unknown as Exercise,
  'layer-norm-backward': layerNormBackwardOverArrays as unknown as Exercise,
  'rms-norm': rmsNormOverArrays as unknown as Exercise,
  'rms-norm-backward': rmsNormBackwardOverArrays as unknown as Exercise,
  'batch-norm': batchNormOverArrays as unknown as Exercise,
  'batch-norm-backward': batchNormBackwardOverArrays as unknown as Exercise,
};
