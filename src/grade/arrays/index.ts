/** The exercises over plain arrays, by the names they have on the command line. */
import type { Exercise } from '../exercise.js';
import { layerNormOverArrays } from './layer-norm/exercise.js';

/** What `npm run check` grades a file by. */
export const arrayExercises = {
  'layer-norm': layerNormOverArrays as unknown as Exercise,
};
