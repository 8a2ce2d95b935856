/** Mistakes that show in what an experiment asks, where many mistakes share one pattern of verdicts. */
import { Failure } from '../exercise.js';
import type { Candidate, Check, Shown, WrongVersion } from '../exercise.js';
import { judgedBy } from '../judging.js';
import type { Experiment, Specimen } from '../judging.js';

interface Notes<L extends Candidate> {
  readonly known: readonly Pick<WrongVersion<Experiment<L>>, 'name' | 'says'>[];
  /** Layers whose first answer is shown: those that take short lists. */
  readonly answering?: readonly Specimen<L>[];
  /** The name of the known mistake that it makes, if one shows. */
  notice(experiment: Experiment<L>): string | undefined;
}

/** Checks that say a mistake which shows, and otherwise what they say by themselves. */
export function noticing<L extends Candidate>(
  checks: readonly Check<Experiment<L>>[],
  { known, answering = [], notice }: Notes<L>,
): Check<Experiment<L>>[] {
  return checks.map((check) => ({
    ...check,
    run(experiment, seed) {
      try {
        check.run(experiment, seed);
      } catch (error) {
        if (!(error instanceof Failure) || unspoken.includes(error.misconception)) throw error;
        const name = notice(experiment);
        const { name: misconception, says } = known.find((each) => each.name === name) ?? {
          name: error.misconception,
          says: error.message,
        };
        throw new Failure(misconception, says, withAnswer(error.shown, experiment, answering));
      }
    },
  }));
}

/** Said of experiments that judge nothing, or everything the wrong way round. */
const unspoken = ['stops', 'not a verdict', 'asks nothing', 'upside down'];

/** What the layer that is shown gives where it is first asked. */
function withAnswer<L extends Candidate>(
  shown: Shown | undefined,
  experiment: Experiment<L>,
  layers: readonly Specimen<L>[],
): Shown | undefined {
  const specimen = layers.find(({ name }) => name === shown?.input);
  if (!shown || !specimen) return shown;
  let first = '';
  const telling = ((...inputs: never[]) => {
    const answer = specimen.layer(...inputs);
    first ||= `; of ${inputs.map(short).join(', ')} it makes ${short(answer)}`;
    return answer;
  }) as L;
  trusts(experiment, telling);
  return { ...shown, input: specimen.name + first };
}

function short(value: unknown): string {
  const text = JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'number' ? Number(each.toPrecision(4)) : each,
  );
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

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
