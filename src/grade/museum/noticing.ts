/** Mistakes that show in what an experiment asks, where many mistakes share one pattern of verdicts. */
import { Failure } from '../exercise.js';
import type { Candidate, Check, WrongVersion } from '../exercise.js';
import { judgedBy } from '../judging.js';
import type { Experiment } from '../judging.js';

interface Notes<L extends Candidate> {
  readonly known: readonly Pick<WrongVersion<Experiment<L>>, 'name' | 'says'>[];
  /** The name of the known mistake that it makes, if one shows. */
  notice(experiment: Experiment<L>): string | undefined;
}

/** Checks that say a mistake which shows, and otherwise what they say by themselves. */
export function noticing<L extends Candidate>(
  checks: readonly Check<Experiment<L>>[],
  { known, notice }: Notes<L>,
): Check<Experiment<L>>[] {
  return checks.map((check) => ({
    ...check,
    run(experiment, seed) {
      try {
        check.run(experiment, seed);
      } catch (error) {
        const isMisjudged = error instanceof Failure && !unspoken.includes(error.misconception);
        const name = isMisjudged ? notice(experiment) : undefined;
        const version = known.find((each) => each.name === name);
        throw isMisjudged && version ? new Failure(version.name, version.says, error.shown) : error;
      }
    },
  }));
}

/** Said of experiments that judge nothing, or everything the wrong way round. */
const unspoken = ['stops', 'not a verdict', 'asks nothing', 'upside down'];

/** Whether an experiment says true of a layer. */
export function trusts<L extends Candidate>(experiment: Experiment<L>, layer: L): boolean {
  try {
    return judgedBy(experiment, { name: '', layer, says: '' }) === 'believed';
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** What an experiment hands to a layer, call by call. */
export function callsOf<L extends Candidate>(experiment: Experiment<L>, layer: L): Parameters<L>[] {
  const calls: Parameters<L>[] = [];
  const listening = ((...inputs: Parameters<L>) => {
    calls.push(inputs);
    return layer(...inputs);
  }) as unknown as L;
  trusts(experiment, listening);
  return calls;
}
