import { basename } from 'node:path';
import { answerLines } from './answer.js';
import { gradeFile } from './grade-file.js';
import type { Library } from './library.js';
import { understood } from './request.js';
import { exitCode } from './verdict.js';

/** What the command needs of the world around it. */
export interface World {
  say(line: string): void;
  /** The path of a file, counted from where the user stands. */
  locate(file: string): string;
  readonly library: Library;
}

/**
 * Does what the words ask for.
 *
 * @returns The exit code: 0 only for a right solution, 1 for a wrong one, 2 for what cannot be graded or understood.
 */
export async function runCheck(words: readonly string[], world: World): Promise<0 | 1 | 2> {
  const { say, locate, library } = world;
  const request = understood(words, Object.keys(library.exercises));
  if (typeof request === 'string') {
    if (words.includes('--json')) say(JSON.stringify({ outcome: 'cannot be graded', reason: request }));
    else [request, '0 passed, 1 failed'].forEach(say);
    return 2;
  }
  const { exercise, file, json, hint } = request;
  const verdict = await gradeFile({ exercise, path: locate(file), file: basename(file) }, library);
  if (json) say(JSON.stringify(verdict));
  else answerLines(verdict, hint > 0 ? library.exercises[exercise].hints[hint - 1] : '').forEach(say);
  return exitCode(verdict);
}
