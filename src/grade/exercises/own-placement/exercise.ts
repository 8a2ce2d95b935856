import type { Exercise } from '../../exercise.js';
import { ownPlacementChecks } from './checks.js';
import type { BlockFunction } from './harness.js';
import { rightBlocks } from './right.js';
import { wrongBlocks } from './wrong.js';

/** E9.4: a placement of one's own, which a stack of 48 has to bear. */
export const ownPlacementExercise: Exercise<BlockFunction> = {
  id: 'E9.4',
  title: 'A placement of your own',
  statement:
    'Design a block: x, the sub-layer f, a norm without parameters, and the number l of the block among L. Any formula will do that a stack of 48 of them can bear, where every sub-layer answers twice as loud as it is asked: no activation with a root mean square above 10, no gradient of a sub-layer more than 10 times another, and the sub-layers together must count: without them the answer moves by half its size or more. Ask f once. Two of the six blocks above hold as they stand. Find another: none of the six, also not with another α, γ or gate.',
  why: 'Pre-LN and Post-LN both fail here, each in its own way. Whoever designs a block that holds has understood both.',
  difficulty: 2,
  importance: 2,
  minutes: 12,
  signature:
    'block(x: Tensor, f: (x: Tensor) => Tensor, norm: (x: Tensor) => Tensor, l: number, L: number): Tensor',
  hints: [
    'Which two numbers matter? What the stream is multiplied by from block to block, and how large the branch is beside it. Pre-LN leaves the stream alone and lets the branches add up; in Post-LN a loud branch is soon all there is.',
    'L branches that know nothing of each other add up like √L. By what would you multiply each, for the sum to stay as large as x?',
    'Take Pre-LN, and multiply the branch by 1 / Math.sqrt(L).',
  ],
  solution: `function block(x: Tensor, f: (x: Tensor) => Tensor, norm: (x: Tensor) => Tensor, l: number, L: number): Tensor {
  return add(x, mul(1 / Math.sqrt(L), f(norm(x)))); // the branches add up to a size of about 2
}`,
  checks: ownPlacementChecks,
  wrong: wrongBlocks,
  right: rightBlocks,
};
