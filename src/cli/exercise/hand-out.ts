import { ExerciseError } from './exercise-error.js';
import { forLearners, lineAbout } from './notebook.js';
import type { NotebookFile } from './notebook.js';
import type { Listed } from './listed.js';
import { noteFor } from './note.js';
import type { Handed } from './note.js';
import { signatureFile } from './signature-file.js';

/**
 * What learners get for these exercises, by file name: what is asked for, where to write, and the notebooks in which
 * the exercises stand. No solutions, no checks, no versions.
 *
 * @param place Where the folder lies, or is to be put, in the course.
 * @throws {ExerciseError} where an exercise stands nowhere, or a notebook may hold answers of whoever hands it out.
 */
export function handOut(
  wanted: readonly Listed[],
  notebooks: readonly NotebookFile[],
  place: string,
): Map<string, string> {
  const handed = wanted.map((each): Handed => {
    const lines = notebooks.map((notebook) => ({
      name: notebook.name,
      line: lineAbout(each, notebook) ?? '',
    }));
    return { exercise: each.exercise, notebooks: lines.filter(({ line }) => line !== '') };
  });
  const homeless = handed.find(
    (each) => each.exercise.exportName === undefined && each.notebooks.length === 0,
  );
  if (homeless !== undefined)
    throw new ExerciseError(
      `exercise: ${homeless.exercise.id} stands in no notebook; if it is new, commit the notebook first.`,
    );
  const needed = new Set(handed.flatMap((each) => each.notebooks.map(({ name }) => name)));
  const answered = notebooks.find(({ name, mayBeAnswered }) => mayBeAnswered && needed.has(name));
  if (answered !== undefined)
    throw new ExerciseError(
      `exercise: ${answered.name} was run here and may hold answers; hand out from a fresh copy of the course.`,
    );
  const written = handed.filter(({ exercise }) => exercise.exportName !== undefined);
  return new Map([
    ['README.md', noteFor(handed, place)],
    ...written.map(({ exercise }) => [`${exercise.id}.ts`, signatureFile(exercise)] as const),
    ...notebooks
      .filter(({ name }) => needed.has(name))
      .map(({ name, text }) => [name, forLearners(text, [...needed])] as const),
  ]);
}
