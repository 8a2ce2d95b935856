import type { Exercise } from '../../exercise.js';
import { batchNormBackwardOverArrays } from '../../arrays/batch-norm-backward/exercise.js';
import { batchNormOverArrays } from '../../arrays/batch-norm/exercise.js';
import type { BatchNormFunction } from '../../arrays/batch-norm/inputs.js';
import type { WayBack } from '../../arrays/way-back.js';

// A cell exports nothing, and there `batchNorm` is that of the library.
const { exportName: forwardName = '', ...forward } = batchNormOverArrays;
const { exportName: backwardName = '', ...backward } = batchNormBackwardOverArrays;

/** E5.1: BatchNorm with its two modes; a file answers it as `batch-norm`. */
export const batchNormExercise: Exercise<BatchNormFunction> = {
  ...forward,
  id: 'E5.1',
  title: 'BatchNorm, in training and in use',
  signature: forward.signature.replace(forwardName, 'myBatchNorm'),
  solution: forward.solution.replace(`export function ${forwardName}`, 'function myBatchNorm'),
};

/** E5.2: its way back; a file answers it as `batch-norm-backward`. */
export const batchNormWayBackExercise: Exercise<WayBack> = {
  ...backward,
  id: 'E5.2',
  solution: backward.solution.replace(`export function ${backwardName}`, `function ${backwardName}`),
};
