import { near } from '../derivations/near.js';

const usage = 'check: npm run check -- EXERCISE FILE.ts [--json]';

/** What stands after the command, understood. */
export interface Request {
  readonly exercise: string;
  readonly file: string;
  readonly json: boolean;
}

/** @returns One sentence where the words cannot be understood. */
export function understood(words: readonly string[], exercises: readonly string[]): Request | string {
  const flags = words.filter((word) => word.startsWith('-'));
  const [exercise, file, ...more] = words.filter((word) => !word.startsWith('-'));
  const unknown = flags.find((flag) => flag !== '--json');
  if (unknown !== undefined) return `${usage}; there is no ${unknown}.`;
  if (exercise === undefined) return `${usage}; the exercises are ${exercises.join(', ')}.`;
  if (!exercises.includes(exercise))
    return `check: there is no exercise ${exercise}; near it are ${near(exercise, exercises).slice(0, 3).join(', ')}.`;
  if (file === undefined) return `${usage}; the file is missing.`;
  if (more.length > 0) return `${usage}; one file at a time, got ${[file, ...more].join(' ')}.`;
  return { exercise, file, json: flags.length > 0 };
}
