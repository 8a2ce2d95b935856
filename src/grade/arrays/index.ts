/** The exercises over plain arrays, by the names they have on the command line. */
import type { Candidate, Exercise } from '../exercise.js';
import { batchNormBackwardOverArrays } from './batch-norm-backward/exercise.js';
import { batchNormOverArrays } from './batch-norm/exercise.js';
import { gradientCheckOverArrays } from './gradient-check/exercise.js';
import { layerNormBackwardOverArrays } from './layer-norm-backward/exercise.js';
import { layerNormOverArrays } from './layer-norm/exercise.js';
import { rmsNormBackwardOverArrays } from './rms-norm-backward/exercise.js';
import { rmsNormOverArrays } from './rms-norm/exercise.js';

/** The names of the exercises over plain arrays. */
export type ArrayExerciseName =
  | 'layer-norm'
  | 'layer-norm-backward'
  | 'rms-norm'
  | 'rms-norm-backward'
  | 'batch-norm'
  | 'batch-norm-backward'
  | 'gradient-check';

/** What a file is graded by; each exercise says under which name the file exports its function. */
export const arrayExercises: Readonly<Record<ArrayExerciseName, Exercise<Candidate>>> = {
  'layer-norm': layerNormOverArrays,
  'layer-norm-backward': layerNormBackwardOverArrays,
  'rms-norm': rmsNormOverArrays,
  'rms-norm-backward': rmsNormBackwardOverArrays,
  'batch-norm': batchNormOverArrays,
  'batch-norm-backward': batchNormBackwardOverArrays,
  'gradient-check': gradientCheckOverArrays,
};
