/** An exercise whose answer may come from the library, and one whose answer may not: by name, as a thread finds them. */
import type { Candidate, Exercise } from '../../../src/grade/index.js';
import { Failure } from '../../../src/grade/exercise.js';

function requireDoubled(candidate: Candidate, seed = 0): void {
  const twice = candidate as (...inputs: unknown[]) => unknown;
  const got = JSON.stringify(twice([1, 2, seed]));
  if (got !== JSON.stringify([2, 4, 2 * seed])) throw new Failure('not doubled', `It gave ${got}.`);
}

const exercise: Exercise<Candidate> = {
  id: 'closed',
  title: 'Twice',
  statement: 'Double each number of a list.',
  why: 'To try what a file may import.',
  difficulty: 1,
  importance: 1,
  minutes: 1,
  signature: 'twice(x: number[]): number[]',
  exportName: 'twice',
  hints: ['', '', ''],
  solution: '',
  checks: [
    {
      name: 'doubles',
      points: 100,
      run: requireDoubled,
    },
  ],
  wrong: [],
  right: [],
};

export const fileExercises: Readonly<Record<string, Exercise<Candidate>>> = {
  closed: exercise,
  open: { ...exercise, id: 'open', mayImport: 'normlab' },
};
