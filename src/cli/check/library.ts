import { join } from 'node:path';
import { arrayExercises } from '../../grade/arrays/index.js';
import type { Candidate, Exercise } from '../../grade/index.js';

/** Where the exercises are: by name, and the module from which a thread gets them. */
export interface Library {
  readonly exercises: Readonly<Record<string, Exercise<Candidate>>>;
  readonly module: string;
}

/** The exercises that are graded from outside. */
export const library: Library = {
  exercises: arrayExercises,
  module: join(__dirname, '../../grade/arrays/index.ts'),
};
