/** The exercises that are answered by a file, by the names they have on the command line. */
import { arrayExercises } from './arrays/index.js';
import type { Candidate, Exercise } from './exercise.js';
import { museum } from './museum/index.js';

const { B2, B4, B15, B17, B18, B23 } = museum;

/** What a file is graded by; each exercise says under which name the file exports its function. */
export const fileExercises: Readonly<Record<string, Exercise<Candidate>>> = {
  ...arrayExercises,
  ...{ B2, B4, B15, B17, B18, B23 },
};
