import { formulaExercises } from '../../grade/formulas/index.js';
import { fileExercises } from '../../grade/from-files.js';
import { exercises, museum } from '../../grade/index.js';
import type { Exercise } from '../../grade/index.js';

/** An exercise, and how the cells of a notebook speak of it. */
export interface Listed {
  readonly exercise: Exercise;
  /** `exercises.layerNorm`; empty where it is answered by a file alone. */
  readonly called: string;
}

const inNotebooks: readonly Listed[] = [
  ...Object.entries<Exercise>(exercises).map(([key, exercise]) => ({ exercise, called: `exercises.${key}` })),
  ...Object.values(formulaExercises).map((exercise) => ({
    exercise,
    called: `blank('${exercise.derivation.name}', ${exercise.line}`,
  })),
  ...Object.entries<Exercise>(museum).map(([key, exercise]) => ({ exercise, called: `museum.${key}` })),
];

/** All exercises there are, each once: some of the museum's are answered by a file as well. */
export const listed: readonly Listed[] = [
  ...inNotebooks,
  ...Object.values<Exercise>(fileExercises)
    .filter((exercise) => !inNotebooks.some((other) => other.exercise === exercise))
    .map((exercise) => ({ exercise, called: '' })),
];
