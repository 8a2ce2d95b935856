import { Failure } from '../../exercise.js';
import type { Shown } from '../../exercise.js';
import { said } from '../../grading.js';
import { inputLine } from '../evidence.js';
import { answer } from '../outcome.js';
import { same } from '../plain.js';
import { requireSomething } from '../../results.js';
import type { Case } from './cases.js';

/** The function the exercise asks for. */
export type GradientCheck = (
  f: (x: number[]) => number,
  gradient: (x: number[]) => number[],
  x: number[],
) => boolean;

/** Richardson's extrapolation in six dimensions asks f less than a hundred times. */
const mostCalls = 1000;

/** What a candidate said, and what it did on the way. */
export interface Said {
  readonly verdict: boolean;
  readonly xAfter: readonly number[];
}

/**
 * Asks a candidate one question.
 *
 * @throws {Failure} if it stops, gives no boolean, or asks f again and again.
 */
export function ask(candidate: GradientCheck, { smooth, x, claimed }: Case): Said {
  const given = [...x];
  let calls = 0;
  const f = (at: number[]): number => {
    calls += 1;
    if (calls > mostCalls) throw new RangeError(`f was asked more than ${mostCalls} times`);
    return smooth.f(at);
  };
  let verdict: unknown;
  try {
    verdict = answer(candidate, [f, (at: number[]) => claimed(at), given]);
  } catch (error) {
    if (calls > mostCalls) throw tooOften();
    throw error;
  }
  if (calls > mostCalls) throw tooOften();
  requireSomething(verdict, 'Your function');
  if (typeof verdict !== 'boolean')
    throw new Failure(
      'not a boolean',
      `Your function gives back the ${typeof verdict} ${said(verdict)}, where true or false is asked for.`,
    );
  return { verdict, xAfter: given };
}

function tooOften(): Failure {
  return new Failure(
    'asks too often',
    `Your function asks f more than ${mostCalls} times for a handful of numbers. Two values of f for each component are enough.`,
  );
}

/** Function, point and claim in one line. */
export function question({ smooth, x, claim, claimed }: Case, verdict: string): Shown {
  const point = inputLine(['x', 'claimed gradient'], [x, claimed([...x])]);
  return {
    input: `f(x) = ${smooth.text}, ${point} (${claim})`,
    expected: String(claim === 'right'),
    got: verdict,
  };
}

/** @throws {Failure} if x is not what it was. */
export function requireUntouched(before: readonly number[], after: readonly number[]): void {
  if (same([...before], [...after])) return;
  throw new Failure(
    'input changed',
    'After your check x is not what it was. Put the number itself back (keep it in a variable): x + h − h is not always x. Or change a copy.',
    {
      input: `x = [${before.join(', ')}]`,
      expected: 'the same, afterwards',
      got: `x = [${after.join(', ')}]`,
    },
  );
}
