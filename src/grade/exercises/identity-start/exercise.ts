import type { Exercise } from '../../exercise.js';
import { startChecks } from './checks.js';
import type { StartFunction } from './inputs.js';
import { rightStarts } from './right.js';
import { wrongStarts } from './wrong.js';

/** E9.3: parameters with which a block starts as the identity, and can leave it. */
export const identityStartExercise: Exercise<StartFunction> = {
  id: 'E9.3',
  title: 'Start as the identity',
  statement:
    'A block without a norm computes x + gate · relu(x · w1) · w2. Give the parameters with which it starts as the identity and still can learn, for two recipes. "rezero": the gate is 0, w1 has the deviation √(2/width), w2 √(1/hidden). "fixup": the gate is 1, w2 is 0, and w1 has the deviation √(2/width) · depth^(−1/2). w1 has the shape [width, hidden], w2 [hidden, width], gate is one number.',
  why: 'A stack of identities is calm at any depth. The art is to start there without being caught there: two zeros in a row, and nothing ever moves.',
  difficulty: 2,
  importance: 2,
  minutes: 8,
  signature: 'start(kind: Start, sizes: Sizes, random: Stream): { w1: Tensor; w2: Tensor; gate: Tensor }',
  hints: [
    'A product is 0 as soon as one factor is. Which factor is it in ReZero, and which in Fixup? The other two are not 0.',
    'random.normals([width, hidden], { deviation: 0.1 }) draws an array, new Tensor(array) makes a parameter of it, and a deviation of 0 gives zeros.',
    'Work out the deviation of w1 first: Math.sqrt(2 / width), and for fixup that divided by Math.sqrt(depth).',
  ],
  solution: `function start(kind: Start, { width, hidden, depth }: Sizes, random: Stream): BlockParameters {
  const deviation = Math.sqrt(2 / width);
  const w1 = (by: number) => new Tensor(random.normals([width, hidden], { deviation: deviation * by }));
  const w2 = (size: number) => new Tensor(random.normals([hidden, width], { deviation: size }));
  return kind === 'rezero'
    ? { w1: w1(1), w2: w2(Math.sqrt(1 / hidden)), gate: tensor(0) }
    : { w1: w1(1 / Math.sqrt(depth)), w2: w2(0), gate: tensor(1) };
}`,
  checks: startChecks,
  wrong: wrongStarts,
  right: rightStarts,
};
