import { join } from 'node:path';
import { formulaExercises } from '../../grade/formulas/index.js';
import { fileExercises } from '../../grade/from-files.js';
import { exercises, museum } from '../../grade/index.js';
import type { Candidate, Exercise } from '../../grade/index.js';

/** Where the exercises are: by name, and the module from which a thread gets them. */
export interface Library {
  readonly exercises: Readonly<Record<string, Exercise<Candidate>>>;
  readonly module: string;
  /** The ids of those that are checked in a notebook. */
  readonly inNotebooks: readonly string[];
}

/** The exercises that are graded from outside. */
export const library: Library = {
  exercises: fileExercises,
  module: join(__dirname, '../../grade/from-files.ts'),
  inNotebooks: [exercises, formulaExercises, museum].flatMap((some) =>
    Object.values<Exercise>(some).map(({ id }) => id),
  ),
};
