import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Pool } from '../../src/cli/experiment/pool.js';
import type { Task } from '../../src/cli/experiment/task.js';
import { controlled, controlsOf } from '../../src/experiments/controls.js';
import type { Outcome } from '../../src/experiments/controls.js';
import type { Experiment, Result } from '../../src/experiments/experiment.js';
import { experiments } from '../../src/experiments/registry.js';
import { idOf, runs } from '../../src/experiments/runs.js';
import type { Wish } from '../../src/experiments/runs.js';
import { milliseconds, note, seed } from '../long-run.js';

jest.setTimeout(2 ** 31 - 1);

const preset = 'notebook';
const end = Date.now() + milliseconds('controls');
const registry = join(__dirname, '../../src/experiments/registry.ts');
class OutOfTime extends Error {}

/** Carries out the runs that are wished for in threads, as long as there is time. */
async function records(
  experiment: Experiment,
  { only, generator, ...wish }: Wish,
  until: number,
): Promise<Result[]> {
  const { name } = experiment;
  const tasks = runs(experiment, wish.preset, wish.seeds)
    .filter(({ plan }) => only?.(plan) ?? true)
    .map((run): Task => {
      const conditions = { dtype: experiment.dtype ?? 'float64', ...wish } as const;
      return {
        ...run,
        ...conditions,
        experiment: name,
        ...(generator ? { generator: 'xorshift128plus' } : {}),
      };
    });
  const found: Result[] = [];
  const failures: string[] = [];
  const pool = new Pool(registry, availableParallelism());
  const clock = setInterval(() => Date.now() > until && void pool.close(), 200);
  await pool.run(tasks, {
    share: () => undefined,
    result: (_task, result) => found.push(result),
    failure: ({ id }, reason) => failures.push(`${name}, ${id}: ${reason}`),
  });
  clearInterval(clock);
  await pool.close();
  if (failures.length > 0) throw new Error(failures.join('\n'));
  if (found.length < tasks.length) throw new OutOfTime();
  return found;
}

/** Seeds that are those of no other number of a long run, and that no threshold was chosen on. */
function freshSeeds({ seedsToJudge = 8 }: Experiment, from: number): number[] {
  return Array.from({ length: seedsToJudge }, (_, i) => 10_000 + 1000 * seed + from + i);
}

/** Every run of an arm has to carry all of that arm's metrics. */
function uneven(results: readonly Result[]): string[] {
  const first = new Map<string, string>();
  return results
    .filter(({ arm, metrics }) => {
      const names = Object.keys(metrics).sort().join();
      if (!first.has(arm)) first.set(arm, names);
      return first.get(arm) !== names;
    })
    .map(idOf);
}

// A third of the time that is left for each, so that a short run brings some of them to their end. Each seed of a long run
// begins with another one, since what an experiment does not need goes to those behind it.
const all = Object.values(experiments);
const inTurn = all.map((_one, i) => all[(i + seed) % all.length]);
let waiting = inTurn.length;

test.each(inTurn.map((experiment) => [experiment.name, experiment] as const))(
  'the claims of %s hold on fresh seeds and with another generator, and not where they must not',
  async (name, experiment) => {
    const outcomes: Outcome[] = [];
    const notAlike: string[] = [];
    const until = Date.now() + (end - Date.now()) / Math.min(3, waiting--);
    const means = {
      seeds: freshSeeds(experiment, 0),
      otherSeeds: freshSeeds(experiment, 500),
      records: async (wish: Wish): Promise<Result[]> => {
        const results = await records(experiment, wish, until);
        notAlike.push(...uneven(results));
        return results;
      },
    };
    try {
      for await (const outcome of controlled(experiment, preset, means)) outcomes.push(outcome);
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
    }
    const count = experiment.claims(preset).flatMap(controlsOf).length;
    const [left, failed] = [count - outcomes.length, outcomes.filter(({ passed }) => !passed)];
    note(
      `controls of ${name}, seeds from ${means.seeds[0]}: ${outcomes.length - failed.length} as they must be, ` +
        `${failed.length} not, ${left} left out for want of time.`,
    );
    expect(failed).toEqual([]);
    expect(notAlike).toEqual([]);
  },
);
