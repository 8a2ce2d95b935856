import type { Exercise } from '../../grade/index.js';
import { fileExercises } from '../../grade/from-files.js';
import { exercises } from '../../grade/index.js';

/** An exercise, and how the cells of a notebook speak of it. */
export interface Listed {
  readonly exercise: Exercise;
  /** `exercises.layerNorm`; empty where it is answered by a file alone. */
  readonly called: string;
}

/** All that can be handed out. */
export const listed: readonly Listed[] = [
  ...Object.entries<Exercise>(exercises).map(([key, exercise]) => ({ exercise, called: `exercises.${key}` })),
  ...Object.values(fileExercises).map((exercise) => ({ exercise, called: '' })),
];
