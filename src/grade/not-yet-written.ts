/** Thrown by an exercise nobody has written yet. A check takes it for what it is: no try, no failure. */
export class NotYetWritten extends Error {
  override readonly name = 'NotYetWritten';
}

/**
 * Stands where the learner's lines will stand.
 *
 * @param id The exercise, as the notebook numbers it.
 * @throws {NotYetWritten} always.
 * @example
 * function mean(x: Tensor): Tensor {
 *   return notYetWritten('E0.1'); // replace this line
 * }
 */
export function notYetWritten(id?: string): never {
  throw new NotYetWritten(
    `${id ? `Exercise ${id}` : 'This exercise'} is not written yet. Replace the line that calls notYetWritten by your own.`,
  );
}

/** Tells by name, since a cell may hold an older copy of the class. */
export function isNotYetWritten(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotYetWritten';
}
