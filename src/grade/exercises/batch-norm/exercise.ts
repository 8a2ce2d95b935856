import type { Exercise } from '../../exercise.js';
import { batchNormBackwardOverArrays } from '../../arrays/batch-norm-backward/exercise.js';
import { batchNormOverArrays } from '../../arrays/batch-norm/exercise.js';
import type { BatchNormFunction } from '../../arrays/batch-norm/inputs.js';
import type { WayBack } from '../../arrays/way-back.js';

/** E5.1: BatchNorm with its two modes; a file answers it as `batch-norm`. */
export const batchNormExercise: Exercise<BatchNormFunction> = {
  ...batchNormOverArrays,
  id: 'E5.1',
  title: 'BatchNorm, in training and in use',
};

/** E5.2: its way back; a file answers it as `batch-norm-backward`. */
export const batchNormWayBackExercise: Exercise<WayBack> = {
  ...batchNormBackwardOverArrays,
  id: 'E5.2',
  title: 'The way back through BatchNorm',
};
