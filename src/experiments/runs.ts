/** From an experiment to its records: which runs it asks for, and how one of them is carried out. */
import { streams } from '../tensor/random.js';
import type { Generator as RandomGenerator } from '../tensor/random.js';
import type { DType } from '../tensor/dtype.js';
import type { Circumstances, Experiment, Numbers, Plan, PresetName, Result, Step } from './experiment.js';

/** One run: a plan with a seed. */
export interface Run {
  /** Tells it from every other run of the experiment: `'post, depth 8, learningRate 0.01, seed 100'`. */
  readonly id: string;
  readonly plan: Plan;
  readonly seed: number;
}

/** The name of a run, or of a record, within its experiment. */
export function idOf({ arm, setting, seed }: Pick<Result, 'arm' | 'setting' | 'seed'>): string {
  const varied = Object.keys(setting).sort();
  return [arm, ...varied.map((key) => `${key} ${String(setting[key])}`), `seed ${seed}`].join(', ');
}

/**
 * All runs of an experiment, in the order in which its records are written down: arm by arm as planned, then by seed.
 *
 * @param seeds Whole numbers.
 * @throws {RangeError} if a plan has an arm that the experiment does not name, or stands there twice.
 */
export function runs(experiment: Experiment, preset: PresetName, seeds: readonly number[]): Run[] {
  const found = new Map<string, Run>();
  for (const plan of experiment.plans(preset))
    for (const seed of seeds) {
      const id = idOf({ ...plan, seed });
      if (!experiment.arms.includes(plan.arm))
        throw new RangeError(
          `${experiment.name}: expected an arm among ${experiment.arms.join(', ')}, got ${plan.arm}`,
        );
      if (found.has(id))
        throw new RangeError(`${experiment.name}: expected every run to be planned once, got ${id} twice`);
      found.set(id, { id, plan, seed });
    }
  return [...found.values()];
}

/** What the circumstances of a run are made of; only the preset and the seed have to be said. */
export interface Conditions {
  readonly preset: PresetName;
  readonly seed: number;
  /** `float64` unless said otherwise. */
  readonly dtype?: DType;
  /** The name of a mechanism to break on purpose. */
  readonly sabotage?: string;
  /** Another source of random bits. */
  readonly generator?: RandomGenerator;
}

/**
 * The circumstances of a run, with the random streams of its seed.
 *
 * @example
 * circumstances({ preset: 'notebook', seed: 3 }).dtype; // 'float64'
 */
export function circumstances({ generator, ...given }: Conditions): Circumstances {
  return { dtype: 'float64', ...given, random: streams(given.seed, generator) };
}

/**
 * Carries out one run. It yields between its steps, where it can be looked at or left.
 *
 * @param now The time in milliseconds: a room that also runs in a browser is told it.
 * @throws {RangeError} if the run gives a metric that the experiment does not explain, or none.
 * @throws {TypeError} if a metric is neither a number nor an array of numbers.
 */
export function* perform(
  experiment: Experiment,
  plan: Plan,
  given: Circumstances,
  now: () => number,
): Generator<Step, Result> {
  const began = now();
  const dtype = experiment.dtype ?? given.dtype;
  const metrics = yield* experiment.run(plan, { ...given, dtype });
  requireMetrics(experiment, metrics);
  return {
    experiment: experiment.name,
    seed: given.seed,
    arm: plan.arm,
    setting: plan.setting,
    metrics,
    dtype,
    backend: 'reference',
    seconds: (now() - began) / 1000,
  };
}

function requireMetrics({ name, metrics: explained }: Experiment, metrics: Numbers): void {
  const names = Object.keys(metrics);
  const unknown = names.find((metric) => !Object.hasOwn(explained, metric));
  if (unknown !== undefined || names.length === 0)
    throw new RangeError(
      `${name}: expected metrics among ${Object.keys(explained).join(', ')}, got ${unknown ?? 'none'}`,
    );
  for (const metric of names)
    if (![metrics[metric]].flat().every((value) => typeof value === 'number'))
      throw new TypeError(`${name}: expected ${metric} to be a number or an array of numbers`);
}

/** Goes through steps to their end, and returns what comes out. */
export function finish<T>(steps: Generator<unknown, T>): T {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

/** Which records are wanted: all arms and plans unless said otherwise. */
export interface Wish extends Omit<Conditions, 'seed'> {
  readonly seeds: readonly number[];
  readonly only?: (plan: Plan) => boolean;
}

/**
 * The records of an experiment, one run after another: what a notebook cell or a test asks for.
 *
 * @param now The time in milliseconds, for the seconds of each record; without it they are 0.
 * @returns A generator: it yields each record as soon as it is there.
 */
export function* recordsOf(
  experiment: Experiment,
  wish: Wish,
  now: () => number = () => 0,
): Generator<Result> {
  const { seeds, only = () => true, ...conditions } = wish;
  for (const { plan, seed } of runs(experiment, wish.preset, seeds))
    if (only(plan)) yield finish(perform(experiment, plan, circumstances({ ...conditions, seed }), now));
}
