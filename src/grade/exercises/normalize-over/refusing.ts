/** Whether a function takes the shapes that x ends in, and refuses the others with both shapes in its error. */
import { formatShape } from '../../../tensor/shape.js';
import { Failure } from '../../exercise.js';
import { asked, comparing, isRefusal } from './asking.js';
import type { Answer, Pair } from './asking.js';
import type { OverFunction } from './right.js';
import { refuses, takes, wrongOvers } from './wrong.js';

const fits: readonly Pair[] = [
  [[2, 4], [4]],
  [
    [2, 2, 3],
    [2, 3],
  ],
];
const whole: Pair = [[5], [5]];
const misfits: readonly Pair[] = [
  [[2, 3], [2]],
  [
    [4, 2, 3],
    [5, 3],
  ],
  [
    [4, 2, 3],
    [3, 2],
  ],
  [[3], [2, 3]],
  [[4, 12], [2]],
  [
    [4, 12],
    [4, 12, 7],
  ],
];

/** The known mistake that compares in the same way. */
function knownFor(
  check: string,
  answers: readonly Answer[],
  pairs: readonly Pair[],
): (typeof wrongOvers)[number] | undefined {
  return wrongOvers.find(
    ({ caughtBy, candidate }) =>
      caughtBy === check && comparing(asked(candidate, pairs, 0)) === comparing(answers),
  );
}

/** @throws {Failure} if a shape that x ends in is refused. */
export function takesWhatFits(candidate: OverFunction, seed = 0): void {
  const pairs = [...fits, whole, ...misfits];
  const answers = asked(candidate, pairs, seed);
  const place = answers.findIndex((answer, i) => i < fits.length && isRefusal(answer));
  if (place < 0) return;
  const known = knownFor(takes, answers, pairs);
  throw new Failure(
    known?.name ?? 'refuses what fits',
    known?.says ??
      'x ends in this shape, and your function refuses it. Which lengths do you compare with which?',
    {
      input: answers[place].input,
      expected: `numbers of shape ${formatShape(pairs[place][0])}`,
      got: answers[place].got,
    },
  );
}

/** @throws {Failure} if a shape that does not fit gets an answer, or an error that does not say what does not fit. */
export function refusesWhatDoesNotFit(candidate: OverFunction, seed = 0): void {
  const answers = asked(candidate, misfits, seed);
  const slipped = answers.find((answer) => !isRefusal(answer));
  const first = slipped ?? answers.find(({ kind }) => kind !== 'refused');
  if (first === undefined) return;
  const { kind, input, got } = first;
  const words = kind === 'refused, one shape named' ? 'one shape named' : 'an error without words';
  const known = slipped ? knownFor(refuses, answers, misfits) : wrongOvers.find(({ name }) => name === words);
  throw new Failure(
    known?.name ?? 'a shape slips through',
    known?.says ??
      'x does not end in this shape, and it gets through your comparison. Which lengths do you compare with which?',
    { input, expected: 'an error that names both shapes', got },
  );
}
