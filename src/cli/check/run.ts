import { basename } from 'node:path';
import { answerLines } from './answer.js';
import { gradeFolder } from './folder/grade-folder.js';
import { gradeFile } from './grade-file.js';
import { Grader } from './grader.js';
import { readText } from './read.js';
import { helpLines, understood } from './request.js';
import type { FileRequest } from './request.js';
import { typeErrorsInThread } from './types-thread.js';
import { exitCode } from './verdict.js';
import type { World } from './world.js';

/**
 * Does what the words ask for.
 *
 * @returns The exit code: for a file 0 only where it is right, 1 where it is wrong, 2 where it cannot be graded; for a
 * folder see grade-folder.ts; 2 for what cannot be understood.
 */
export async function runCheck(words: readonly string[], world: World): Promise<0 | 1 | 2 | 130> {
  const { say, library } = world;
  const names = Object.keys(library.exercises);
  const request = understood(words, names, library.inNotebooks);
  if (typeof request === 'string') return refused(request, words, say);
  if (request.task === 'file') return checkFile(request, world);
  if (request.task === 'folder') {
    const code = await gradeFolder(request, world);
    return typeof code === 'string' ? refused(code, words, say) : code;
  }
  helpLines(names).forEach(say);
  return 0;
}

function refused(sentence: string, words: readonly string[], say: World['say']): 2 {
  if (words.includes('--json')) say(JSON.stringify({ outcome: 'cannot be graded', reason: sentence }));
  else [sentence, '0 passed, 1 failed'].forEach(say);
  return 2;
}

async function checkFile(
  { exercise, path, seed, json, hint }: FileRequest,
  { say, locate, library: { exercises, module } }: World,
): Promise<0 | 1 | 2> {
  const file = basename(path);
  const grader = new Grader(module);
  const means = { exercises, grader, typeErrors: typeErrorsInThread };
  const verdict = await gradeFile({ exercise, file, seed, text: readText(locate(path), file) }, means);
  await grader.close();
  const words = hint > 0 ? exercises[exercise].hints[hint - 1] : '';
  if (json)
    say(JSON.stringify(words !== '' && verdict.outcome === 'failed' ? { ...verdict, hint: words } : verdict));
  else answerLines(verdict, words).forEach(say);
  return exitCode(verdict);
}
