import { checkAll } from './check-all.js';
import { judgeFile } from './judge-file.js';
import { mutateAll } from './mutate.js';
import type { World } from './world.js';
import { understood } from './request.js';
import { rewriteAll } from './rewrite.js';

/**
 * Does what the words ask for.
 *
 * @param words What stands after the command.
 * @returns The exit code: 0 where all is as it should be, 1 where a line fails, 2 where the words or a file cannot be understood.
 */
export function runDerivations(words: readonly string[], world: World): number {
  const request = understood(words);
  if (typeof request === 'string') {
    world.say(request);
    return 2;
  }
  switch (request.task) {
    case 'check':
      return checkAll(request, world);
    case 'mutate':
      return mutateAll(request, world);
    case 'rewrite':
      return rewriteAll(request, world);
    case 'lines':
      return judgeFile(request.file, world);
  }
}
