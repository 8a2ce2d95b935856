/**
 * Checks of an experiment: a function that is handed a layer, asks it whatever it likes, and says whether the layer is
 * what it should be. A good one believes every right layer, however it is written, and none of the wrong ones.
 */
import { Failure } from './exercise.js';
import type { Candidate, Check } from './exercise.js';
import { said } from './grading.js';
import { isNotYetWritten } from './not-yet-written.js';

/** `true` where the layer is right. An error counts as `false` where the layer is wrong. */
export type Experiment<L extends Candidate> = (layer: L) => boolean;

/** A layer to judge, and what to say to an experiment that misjudges it. */
export interface Specimen<L extends Candidate> {
  readonly name: string;
  readonly layer: L;
  readonly says: string;
}

/** What an experiment made of a layer. */
export type Judged = 'believed' | 'refused' | { readonly stopped: string };

interface Judging<L extends Candidate> {
  readonly name: string;
  readonly points: number;
  readonly layers: readonly Specimen<L>[];
}

/** A check that an experiment says `true` of each of these. */
export function believes<L extends Candidate>({ name, points, layers }: Judging<L>): Check<Experiment<L>> {
  return {
    name,
    points,
    run(experiment) {
      for (const specimen of layers) {
        const judged = judgedBy(experiment, specimen);
        if (judged === 'believed') continue;
        const shown = { input: specimen.name, expected: 'true' };
        if (judged === 'refused') throw new Failure('false alarm', specimen.says, { ...shown, got: 'false' });
        throw new Failure(
          'stops',
          `Your experiment stopped with an error at a right one: ${judged.stopped}`,
          {
            ...shown,
            got: `an error: ${judged.stopped}`,
          },
        );
      }
    },
  };
}

/** A check that an experiment does not say `true` of any of these. */
export function refuses<L extends Candidate>({ name, points, layers }: Judging<L>): Check<Experiment<L>> {
  return {
    name,
    points,
    run(experiment) {
      for (const specimen of layers)
        if (judgedBy(experiment, specimen) === 'believed')
          throw new Failure('slips through', specimen.says, {
            input: specimen.name,
            expected: 'false',
            got: 'true',
          });
    },
  };
}

/**
 * Asks an experiment about a layer.
 *
 * @throws {Failure} if it gives something else than true or false, or says so without asking the layer.
 */
export function judgedBy<L extends Candidate>(experiment: Experiment<L>, { layer }: Specimen<L>): Judged {
  let asked = 0;
  const watched = ((...inputs: never[]) => {
    asked += 1;
    return layer(...inputs);
  }) as L;
  let verdict: unknown;
  try {
    verdict = experiment(watched);
  } catch (error) {
    if (isNotYetWritten(error)) throw error;
    return { stopped: said(error) };
  }
  requireVerdict(verdict, asked);
  return verdict ? 'believed' : 'refused';
}

function requireVerdict(verdict: unknown, asked: number): void {
  if (typeof verdict !== 'boolean')
    throw new Failure(
      'not a verdict',
      `Your experiment should end with true (what it was handed is right) or false, and gave back ${verdict === undefined ? 'nothing. Is a return missing?' : `something else: ${said(verdict)}.`}`,
    );
  if (asked === 0)
    throw new Failure(
      'asks nothing',
      'Your experiment gave its verdict without calling what it was handed. Which name stands in the brackets of your function, and what does its body call?',
    );
}

/** @returns What to say to an experiment that says the opposite of what is right, of every layer. */
export function upsideDown<L extends Candidate>(
  experiment: Experiment<L>,
  { right, wrong }: { readonly right: readonly Specimen<L>[]; readonly wrong: readonly Specimen<L>[] },
): Failure | undefined {
  const says = (verdict: Judged) => (specimen: Specimen<L>) => judgedBy(experiment, specimen) === verdict;
  if (!right.every(says('refused')) || !wrong.every(says('believed'))) return undefined;
  return new Failure(
    'upside down',
    'Your experiment tells them apart, and its verdict is upside down: true is for what is right, false for what is not.',
    { input: right[0].name, expected: 'true', got: 'false' },
  );
}
