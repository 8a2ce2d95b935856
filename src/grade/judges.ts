/** The checks of an experiment that know the usual wrong experiments by their verdicts. */
import { Failure } from './exercise.js';
import type { Candidate, Check, WrongVersion } from './exercise.js';
import { believes, judgedBy, refuses, upsideDown } from './judging.js';
import type { Experiment, Specimen } from './judging.js';

interface Part<L extends Candidate> {
  readonly name: string;
  readonly points: number;
  readonly layers: readonly Specimen<L>[];
}

/** The layers of one exercise. */
export interface Judges<L extends Candidate> {
  readonly right: Part<L>;
  /** From the bug as it was found to the bug in other clothes. */
  readonly wrong: readonly Part<L>[];
  /** Layers on which wrong experiments differ that say the same of all others; nobody is graded by them. */
  readonly telling: readonly Specimen<L>[];
  readonly known: readonly Pick<WrongVersion<Experiment<L>>, 'name' | 'says' | 'candidate'>[];
}

/** First whether an experiment believes what is right, then whether it refuses what is wrong. */
export function judges<L extends Candidate>({
  right,
  wrong,
  telling,
  known,
}: Judges<L>): Check<Experiment<L>>[] {
  const layers = [...[right, ...wrong].flatMap((part) => part.layers), ...telling];
  /** The first known experiment that says the same of every layer. */
  const knownAs = (experiment: Experiment<L>): (typeof known)[number] | undefined => {
    const verdicts = layers.map((specimen) => verdictOf(experiment, specimen));
    return known.find(({ candidate }) =>
      layers.every((specimen, i) => verdictOf(candidate, specimen) === verdicts[i]),
    );
  };
  const naming = (check: Check<Experiment<L>>): Check<Experiment<L>> => ({
    ...check,
    run(experiment, seed) {
      try {
        check.run(experiment, seed);
      } catch (error) {
        if (!(error instanceof Failure) || !isMisjudged(error)) throw error;
        const version = knownAs(experiment);
        const reversed = upsideDown(experiment, {
          right: right.layers,
          wrong: wrong.flatMap((part) => part.layers),
        });
        if (reversed && !version) throw reversed;
        const { name, says } = version ?? { name: error.misconception, says: error.message };
        const also =
          error.misconception === 'false alarm' && refusesSome(experiment, wrong) ? ` ${countsAgain}` : '';
        throw new Failure(name, says + also, error.shown);
      }
    },
  });
  return [naming(believes(right)), ...wrong.map((part) => naming(refuses(part)))];
}

/** False alarms come first, so one of them hides the points for all that is refused rightly. */
const countsAgain = 'The wrong ones that it refuses count as soon as it refuses no right one.';

const refusesSome = <L extends Candidate>(experiment: Experiment<L>, parts: readonly Part<L>[]): boolean =>
  parts.some(({ layers }) => layers.some((specimen) => verdictOf(experiment, specimen) === 'refused'));

function isMisjudged({ misconception }: Failure): boolean {
  return ['false alarm', 'slips through', 'stops'].includes(misconception);
}

/** What an experiment says of a layer; one that stops says so, in whatever words. */
function verdictOf<L extends Candidate>(experiment: Experiment<L>, specimen: Specimen<L>): string {
  try {
    const judged = judgedBy(experiment, specimen);
    return typeof judged === 'string' ? judged : 'stopped';
  } catch (error) {
    if (error instanceof Failure) return error.misconception;
    throw error;
  }
}
