import { near } from '../near.js';
import { optionsOf } from '../options.js';

/** What stands after the command, understood. */
export type Request = FileRequest | FolderRequest | { readonly task: 'help' };

interface Common {
  readonly exercise: string;
  /** Where the file or folder is, as the user wrote it. */
  readonly path: string;
  readonly seed: number;
}

/** One file. */
export interface FileRequest extends Common {
  readonly task: 'file';
  readonly json: boolean;
  /** Which of the three hints is asked for; 0 for none. */
  readonly hint: 0 | 1 | 2 | 3;
}

/** All files of a folder, into a table. */
export interface FolderRequest extends Common {
  readonly task: 'folder';
  /** The file of the table. */
  readonly csv: string;
  /** How many files are graded at once; as many as this machine can where left out. */
  readonly jobs?: number;
}

const usage =
  'check: npm run check -- EXERCISE FILE.ts [--json] [--hint 1|2|3] [--seed N], or EXERCISE DIR --csv OUT [--jobs N] [--seed N]';
const withValue = ['--hint', '--seed', '--csv', '--jobs'];
const known = {
  flags: ['--json', '--help', ...withValue],
  withValue,
  missing: { '--hint': 'there are hints 1, 2 and 3, got none' },
};

/**
 * @param inNotebooks Exercises that no file answers, to say so.
 * @returns One sentence where the words cannot be understood.
 */
export function understood(
  words: readonly string[],
  exercises: readonly string[],
  inNotebooks: readonly string[] = [],
): Request | string {
  const read = optionsOf(words, known);
  if (typeof read === 'string') return `${usage}; ${read}`;
  const { given, names } = read;
  const [exercise, path, ...more] = names;
  if (given.has('--help')) return { task: 'help' };
  if (exercise === undefined) return `${usage}; the exercises are ${exercises.join(', ')}.`;
  if (!exercises.includes(exercise) && inNotebooks.includes(exercise))
    return `check: ${exercise} is checked in its notebook; for files there are ${exercises.join(', ')}.`;
  if (!exercises.includes(exercise))
    return `check: there is no exercise ${exercise}; near it are ${near(exercise, exercises).slice(0, 3).join(', ')}.`;
  if (path === undefined) return `${usage}; the file is missing.`;
  if (more.length > 0)
    return `${usage}; one file at a time, got ${[path, ...more].join(' ')}; --csv grades a folder.`;
  return requestOf({ exercise, path }, given);
}

function requestOf(
  of: { readonly exercise: string; readonly path: string },
  given: ReadonlyMap<string, string>,
): FileRequest | FolderRequest | string {
  const [csv, wanted] = [given.get('--csv'), given.get('--jobs')];
  const [seed, hint, jobs] = [given.get('--seed') ?? 0, given.get('--hint') ?? 0, wanted ?? 1].map(Number);
  if (!Number.isSafeInteger(seed)) return `check: --seed takes a whole number, got ${given.get('--seed')}.`;
  if (hint !== 0 && hint !== 1 && hint !== 2 && hint !== 3)
    return `${usage}; there are hints 1, 2 and 3, got ${given.get('--hint')}.`;
  if (!(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64))
    return `check: --jobs takes a whole number from 1 to 64, got ${wanted}.`;
  if (csv === undefined)
    return wanted === undefined
      ? { task: 'file', ...of, seed, json: given.has('--json'), hint }
      : 'check: --jobs goes with a folder and --csv OUT.';
  const alone = ['--json', '--hint'].find((flag) => given.has(flag));
  if (alone !== undefined)
    return `check: ${alone} goes with one file, --csv with a folder; take one of them.`;
  return { task: 'folder', ...of, seed, csv, ...(wanted !== undefined && { jobs }) };
}

/** What `--help` says. */
export function helpLines(exercises: readonly string[]): string[] {
  return [
    'npm run check -- EXERCISE FILE.ts [--json] [--hint 1|2|3] [--seed N]',
    '    grades one file: exit code 0 for a right one, 1 for a wrong one, 2 for what cannot be graded',
    '    --json    one line for tools',
    '    --hint    also says a hint where the answer is not right yet',
    '    --seed    which random inputs the checks draw; 0 where left out',
    'npm run check -- EXERCISE DIR --csv OUT [--jobs N] [--seed N]',
    '    grades the .ts files of a folder and of the folders in it, a row of OUT for each: exit code 0 when all were',
    '    graded, right or wrong, 1 when one could not be, 2 when the run itself was not possible',
    '    --jobs    how many at once; the cores of the machine where left out, four at most',
    '    --seed    each file gets a seed of its own, made of this one and its name, which stands in its row:',
    '              --seed with that number and the file alone gives the same verdict again',
    '    Stopped with Ctrl-C and called again it goes on; only what is new or changed is graded again.',
    `exercises: ${exercises.join(', ')}`,
  ];
}
