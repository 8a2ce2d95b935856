/** What could not be done, in one sentence. */
export class ExerciseError extends Error {
  override readonly name = 'ExerciseError';
}
