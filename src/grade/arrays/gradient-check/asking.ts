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

/** For each component: ten times what the most patient extrapolation asks. */
const mostForEach = 1000;

/** What a candidate said, and what it did on the way. */
export interface Said {
  readonly verdict: boolean;
  readonly xAfter: readonly number[];
  /** How far from x f was asked: a list of differences for each time. */
  readonly moves: readonly (readonly number[])[];
  /** Whether the gradient was asked at x and nowhere else. */
  readonly gradientAtX: boolean;
}

/**
 * Asks a candidate one question.
 *
 * @throws {Failure} if it stops, gives no boolean, or asks f again and again.
 */
export function ask(candidate: GradientCheck, { smooth, x, claimed }: Case): Said {
  const given = [...x];
  const most = mostForEach * x.length;
  let [calls, over, gradientAtX] = [0, false, true];
  const moves: number[][] = [];
  const gradient = (at: number[]): number[] => {
    gradientAtX &&= same([...at], [...x]);
    return claimed(at);
  };
  const f = (at: number[]): number => {
    if (!over) calls += 1;
    if (calls > most) throw new RangeError(`f was asked more than ${most} times`);
    moves.push(at.map((value, i) => value - x[i]));
    return smooth.f(at);
  };
  let verdict: unknown;
  try {
    verdict = answer(candidate, [f, gradient, given]);
  } catch (error) {
    if (calls > most) throw tooOften(x.length);
    throw error;
  } finally {
    // Whoever keeps f, to ask the same once more, is not counted.
    over = true;
  }
  if (calls > most) throw tooOften(x.length);
  requireSomething(verdict, 'Your function');
  if (typeof verdict !== 'boolean')
    throw new Failure(
      'not a boolean',
      `Your function gives back the ${typeof verdict} ${said(verdict)}, where true or false is asked for.`,
    );
  return { verdict, xAfter: given, moves, gradientAtX };
}

function tooOften(components: number): Failure {
  const numbers = components === 1 ? 'one component' : `${components} components`;
  return new Failure(
    'asks too often',
    `Your function asks f more than ${mostForEach * components} times for ${numbers}. Two values of f for each are enough, and a few dozen are plenty.`,
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
