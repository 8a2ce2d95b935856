import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExerciseError } from './exercise-error.js';

/**
 * Writes texts by their path below a folder; nothing that is there is touched.
 *
 * @param named What the user calls the folder.
 * @throws {ExerciseError} if the folder holds anything, or cannot be written.
 */
export function writeNewFolder(folder: string, named: string, files: ReadonlyMap<string, string>): void {
  if (holdsAnything(folder))
    throw new ExerciseError(`exercise: ${named} is there and not empty; name a new folder.`);
  try {
    for (const [name, text] of files) {
      const file = path.join(folder, name);
      makeFolder(path.dirname(file));
      writeFileSync(file, text, { flag: 'wx' });
    }
  } catch (error) {
    throw new ExerciseError(`exercise: ${named} cannot be written: ${(error as Error).message}.`);
  }
}

/** With its parents, one by one: Node's own way tries without end where a file system takes no folders. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** Where a folder lies in the course, with forward slashes; one that lies elsewhere has its place in `class`. */
export function placeIn(course: string, folder: string): string {
  const steps = path.relative(course, folder).split(path.sep);
  const elsewhere = steps[0] === '..' || path.isAbsolute(steps.join(path.sep));
  return elsewhere ? `class/${path.basename(folder)}` : steps.join('/');
}

/** Also what is no folder. */
function holdsAnything(folder: string): boolean {
  if (!existsSync(folder)) return false;
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return true;
  }
}
