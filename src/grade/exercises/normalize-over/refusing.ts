import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { formatShape } from '../../../tensor/shape.js';
import { Failure } from '../../exercise.js';
import { said } from '../../grading.js';
import type { OverFunction } from './right.js';
import { wrongOvers } from './wrong.js';

/** Shapes of x, and what none of them ends in. */
const misfits = [
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
] as const;

/** Which known mistake refuses exactly the same ones. */
function knownFor(answers: readonly Answer[]): (typeof wrongOvers)[number] | undefined {
  const pattern = (all: readonly Answer[]): string => all.map(({ kind }) => kind).join();
  return wrongOvers.find(
    ({ caughtBy, candidate }) =>
      caughtBy === 'refuses a shape that x does not end in' &&
      pattern(asked(candidate, 0)) === pattern(answers),
  );
}

interface Answer {
  readonly kind: 'refused' | 'refused without words' | 'given back' | 'answered';
  readonly input: string;
  readonly got: string;
}

function asked(candidate: OverFunction, seed: number): readonly Answer[] {
  return misfits.map(([of, shape], i) => {
    const x = new Tensor(stream('normalize-over exercise, misfits', 10 * seed + i).normals(of));
    const input = `x of shape ${formatShape(of)}, shape ${formatShape(shape)}`;
    try {
      const y: unknown = candidate(x, [...shape], 1e-5);
      return { kind: y === x ? 'given back' : 'answered', input, got: 'a result' };
    } catch (error) {
      const message = said(error);
      const namesBoth = [...shape, ...of.slice(-shape.length)].every((length) =>
        message.includes(String(length)),
      );
      return { kind: namesBoth ? 'refused' : 'refused without words', input, got: message };
    }
  });
}

/** @throws {Failure} if a shape that does not fit gets an answer, or an error that does not say what does not fit. */
export function refusesWhatDoesNotFit(candidate: OverFunction, seed = 0): void {
  const answers = asked(candidate, seed);
  const first = answers.find(({ kind }) => kind !== 'refused');
  if (first === undefined) return;
  const { kind, input, got } = first;
  const known = knownFor(answers);
  const says =
    kind === 'refused without words'
      ? 'You refuse, and the error should name both shapes: what x ends in and what was asked for.'
      : 'x does not end in this shape, and your function gives an answer all the same. Throw an error instead.';
  throw new Failure(known?.name ?? 'nothing is refused', known?.says ?? says, {
    input,
    expected: 'an error that names both shapes',
    got,
  });
}
