import { derivations } from '../../derive/library/index.js';
import type { Derivation } from '../../derive/derivation.js';
import { optionsOf } from '../options.js';
import { near } from '../near.js';

const usage =
  'derivations: npm run derivations [-- NAME…] [--json FILE] [--mutate [--all] | --rewrite] [--seed N], or --lines FILE';

/** What stands after the command, understood. */
export interface Request {
  readonly task: 'check' | 'mutate' | 'rewrite' | 'lines';
  /** The derivations that are meant: those named, or all. */
  readonly chosen: readonly Derivation[];
  /** The file of --json or --lines; '' where none is given. */
  readonly file: string;
  readonly seed: number;
  /** Every edit of every line, not a sample. */
  readonly all: boolean;
}

type Library = Readonly<Record<string, Derivation>>;
const flags = ['--json', '--mutate', '--all', '--rewrite', '--seed', '--lines'];
const withValue = ['--json', '--seed', '--lines'];

/** @returns One sentence where the words cannot be understood. */
export function understood(words: readonly string[], library: Library = derivations): Request | string {
  const read = optionsOf(words, { flags, withValue });
  if (typeof read === 'string') return `${usage}; ${read}`;
  const { given, names } = read;
  const unknown = names.find((name) => !Object.hasOwn(library, name));
  if (unknown !== undefined)
    return `derivations: there is no ${unknown}; near it are ${near(unknown, Object.keys(library)).join(', ')}.`;
  const seed = Number(given.get('--seed') ?? 1);
  if (!Number.isSafeInteger(seed))
    return `derivations: --seed takes a whole number, got ${given.get('--seed')}.`;
  const task = taskOf(given);
  if (task === undefined) return `${usage}; one of these at a time.`;
  const chosen = names.length > 0 ? [...new Set(names)].map((name) => library[name]) : Object.values(library);
  const file = given.get('--lines') ?? given.get('--json') ?? '';
  return { task, chosen, file, seed, all: given.has('--all') };
}

function taskOf(given: ReadonlyMap<string, string>): Request['task'] | undefined {
  const tasks = (['mutate', 'rewrite', 'lines'] as const).filter((task) => given.has(`--${task}`));
  if (tasks.length + (given.has('--json') ? 1 : 0) > 1) return undefined;
  return tasks[0] ?? 'check';
}
