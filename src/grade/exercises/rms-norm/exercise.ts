import { rmsNormBackwardOverArrays } from '../../arrays/rms-norm-backward/exercise.js';
import type { RmsWayBack } from '../../arrays/rms-norm-backward/right.js';
import { rmsNormOverArrays } from '../../arrays/rms-norm/exercise.js';
import type { RmsNormFunction } from '../../arrays/rms-norm/inputs.js';
import type { Exercise } from '../../exercise.js';

// A cell exports nothing, and there `rmsNorm` is that of the library.
const { exportName: forwardName = '', ...forward } = rmsNormOverArrays;
const { exportName: backwardName = '', ...backward } = rmsNormBackwardOverArrays;

/** E7.2: RMSNorm; a file answers it as `rms-norm`. */
export const rmsNormExercise: Exercise<RmsNormFunction> = {
  ...forward,
  id: 'E7.2',
  title: 'RMSNorm, forward',
  signature: forward.signature.replace(forwardName, 'myRMSNorm'),
  solution: forward.solution.replace(`export function ${forwardName}`, 'function myRMSNorm'),
};

/** E7.3: its way back; a file answers it as `rms-norm-backward`. */
export const rmsNormWayBackExercise: Exercise<RmsWayBack> = {
  ...backward,
  id: 'E7.3',
  title: 'RMSNorm, backward',
  signature: backward.signature.replace(backwardName, 'myWayBack'),
  solution: backward.solution.replace(`export function ${backwardName}`, 'function myWayBack'),
};
