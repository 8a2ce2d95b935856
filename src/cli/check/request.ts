import { near } from '../derivations/near.js';

const usage = 'check: npm run check -- EXERCISE FILE.ts [--json] [--hint 1|2|3]';

/** What stands after the command, understood. */
export interface Request {
  readonly exercise: string;
  readonly file: string;
  readonly json: boolean;
  /** Which of the three hints is asked for; 0 for none. */
  readonly hint: 0 | 1 | 2 | 3;
}

/** @returns One sentence where the words cannot be understood. */
export function understood(words: readonly string[], exercises: readonly string[]): Request | string {
  const at = words.indexOf('--hint');
  const hint = at < 0 ? 0 : Number(words[at + 1]);
  if (hint !== 0 && hint !== 1 && hint !== 2 && hint !== 3)
    return `${usage}; there are hints 1, 2 and 3, got ${words[at + 1] ?? 'none'}.`;
  const others = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const flags = others.filter((word) => word.startsWith('-'));
  const [exercise, file, ...more] = others.filter((word) => !word.startsWith('-'));
  const unknown = flags.find((flag) => flag !== '--json');
  if (unknown !== undefined) return `${usage}; there is no ${unknown}.`;
  if (exercise === undefined) return `${usage}; the exercises are ${exercises.join(', ')}.`;
  if (!exercises.includes(exercise))
    return `check: there is no exercise ${exercise}; near it are ${near(exercise, exercises).slice(0, 3).join(', ')}.`;
  if (file === undefined) return `${usage}; the file is missing.`;
  if (more.length > 0) return `${usage}; one file at a time, got ${[file, ...more].join(' ')}.`;
  return { exercise, file, json: flags.length > 0, hint };
}
