import { join } from 'node:path';
import { fileExercises } from '../../grade/from-files.js';
import type { Candidate, Exercise } from '../../grade/index.js';

/** Where the exercises are: by name, and the module from which a thread gets them. */
export interface Library {
  readonly exercises: Readonly<Record<string, Exercise<Candidate>>>;
  readonly module: string;
}

/** The exercises that are graded from outside. */
export const library: Library = {
  exercises: fileExercises,
  module: join(__dirname, '../../grade/from-files.ts'),
};
