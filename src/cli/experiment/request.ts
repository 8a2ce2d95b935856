import type { Experiment, PresetName } from '../../experiments/index.js';
import type { DType } from '../../tensor/dtype.js';
import { near } from '../near.js';
import { optionsOf } from '../options.js';

/** What stands after `npm run experiment --` or `npm run experiments --`, understood. */
export interface Request {
  readonly chosen: readonly Experiment[];
  readonly preset: PresetName;
  /** None: as many as each experiment needs, from 100. */
  readonly seeds: readonly number[];
  readonly dtype: DType;
  /** None: as many as the machine can do at once. */
  readonly jobs: number | undefined;
  /** The arms that are meant; none: all. */
  readonly only: readonly string[];
  /** Where the records go; '' for nowhere. */
  readonly json: string;
}

type Library = Readonly<Record<string, Experiment>>;
const presets: readonly PresetName[] = ['notebook', 'full'];
const dtypes: readonly DType[] = ['float64', 'float32'];
const forBoth = ['--preset', '--seeds', '--dtype', '--jobs'];
const forOne = [...forBoth, '--json', '--only'];
/** Threads beyond this many only cost memory. */
const mostJobs = 64;

export const usage = {
  experiment:
    'npm run experiment -- NAME [--preset notebook|full] [--seeds 100-107] [--dtype float64|float32] [--only ARM,ARM] [--json OUT] [--jobs N]',
  experiments:
    'npm run experiments -- [--preset notebook|full] [--seeds 100-107] [--dtype float64|float32] [--jobs N]',
};

/** @returns One sentence where the words cannot be understood. */
export function understood(
  command: keyof typeof usage,
  words: readonly string[],
  library: Library,
): Request | string {
  const flags = command === 'experiment' ? forOne : forBoth;
  const read = optionsOf(words, { flags, withValue: flags });
  if (typeof read === 'string') return `${command}: ${usage[command]}; ${read}`;
  const { given, names } = read;
  const chosen = chosenFrom(library, command, names);
  if (typeof chosen === 'string') return `${command}: ${chosen}`;
  const only = (given.get('--only') ?? '').split(',').filter((arm) => arm !== '');
  const values = valuesOf(given);
  const wrong = typeof values === 'string' ? values : strangeArm(only, chosen[0]);
  if (typeof values === 'string' || wrong !== '') return `${command}: ${wrong}`;
  return { chosen, ...values, only, json: given.get('--json') ?? '' };
}

function chosenFrom(
  library: Library,
  command: keyof typeof usage,
  names: string[] | readonly string[],
): Experiment[] | string {
  const all = Object.keys(library);
  if (command === 'experiments')
    return names.length === 0
      ? Object.values(library)
      : `it runs all and takes no name; for one there is npm run experiment -- ${names[0]}.`;
  if (names.length === 0) return `${usage.experiment}; NAME is one of ${all.join(', ')}.`;
  if (names.length > 1) return `one at a time, got ${names.join(' ')}.`;
  if (Object.hasOwn(library, names[0])) return [library[names[0]]];
  return `there is no ${names[0]}; near it is ${near(names[0], all)[0]}. There are ${all.join(', ')}.`;
}

function strangeArm(only: readonly string[], { name, arms }: Experiment): string {
  const strange = only.find((arm) => !arms.includes(arm));
  return strange === undefined ? '' : `${name} has no arm ${strange}. It has ${arms.join(', ')}.`;
}

function valuesOf(given: ReadonlyMap<string, string>): Omit<Request, 'chosen' | 'only' | 'json'> | string {
  const preset = presets.find((one) => one === (given.get('--preset') ?? 'notebook'));
  if (preset === undefined)
    return `there is no preset ${given.get('--preset')}. There are ${presets.join(', ')}.`;
  const dtype = dtypes.find((one) => one === (given.get('--dtype') ?? 'float64'));
  if (dtype === undefined)
    return `there is no dtype ${given.get('--dtype')}. There are ${dtypes.join(', ')}.`;
  const seeds = seedsIn(given.get('--seeds'));
  if (seeds === undefined)
    return `--seeds takes whole numbers, the first and the last: 100-107, got ${given.get('--seeds')}.`;
  const jobs = given.get('--jobs');
  if (jobs !== undefined && !(/^\d+$/.test(jobs) && Number(jobs) >= 1 && Number(jobs) <= mostJobs))
    return `--jobs takes a whole number from 1 to ${mostJobs}, got ${jobs}.`;
  return { preset, dtype, seeds, jobs: jobs === undefined ? undefined : Number(jobs) };
}

/** `100-107`, both of them included, or one number alone. */
function seedsIn(words: string | undefined): number[] | undefined {
  if (words === undefined) return [];
  const found = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(words);
  if (!found) return undefined;
  const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])];
  const count = last - first + 1;
  return count >= 1 && count <= 10_000 ? Array.from({ length: count }, (_, i) => first + i) : undefined;
}
