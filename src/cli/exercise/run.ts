import { ExerciseError } from './exercise-error.js';
import { placeIn, writeNewFolder } from './folder.js';
import { handOut } from './hand-out.js';
import { layOut } from './lay-out.js';
import type { Listed } from './listed.js';
import type { NotebookFile } from './notebook.js';
import { helpLines, understood } from './request.js';

/** What the command needs of the world around it. */
export interface World {
  /** The folder of the course. */
  readonly root: string;
  readonly listed: readonly Listed[];
  notebooks(): readonly NotebookFile[];
  say(line: string): void;
  /** A path counted from where the user stands. */
  locate(file: string): string;
}

/**
 * Hands out exercises, lays out a new one, or says how to ask for it, as the words want.
 *
 * @returns The exit code: 2 where the words cannot be understood or the work not be done.
 */
export function runExercise(words: readonly string[], world: World): 0 | 2 {
  const { root, listed, say, locate } = world;
  const known = listed.map(({ exercise }) => exercise.id);
  const request = understood(words, known);
  if (typeof request === 'string') {
    say(request);
    return 2;
  }
  try {
    if (request.kind === 'help') helpLines(known).forEach(say);
    else if (request.kind === 'new') layOut(request.name, root).forEach(say);
    else {
      const wanted = listed.filter(({ exercise }) => request.names.includes(exercise.id));
      const folder = locate(request.out);
      const files = handOut(wanted, world.notebooks(), placeIn(root, folder));
      writeNewFolder(folder, request.out, files);
      say(`written: ${request.out} with ${[...files.keys()].join(', ')}`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof ExerciseError)) throw error;
    say(error.message);
    return 2;
  }
}
