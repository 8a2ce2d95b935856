import type { Exercise } from '../../exercise.js';
import { placementChecks } from './checks.js';
import type { PlaceFunction } from './inputs.js';
import { rightPlacements } from './right.js';
import { wrongPlacements } from './wrong.js';

/** E9.1: five placements from their diagrams. */
export const placementsExercise: Exercise<PlaceFunction> = {
  id: 'E9.1',
  title: 'Five placements from their diagrams',
  statement:
    'Write one function for five blocks: place(placement, x, pieces), where placement is one of "post", "pre", "peri", "deepnorm" and "rezero". pieces holds f (the sub-layer), norm, outputNorm (the second norm of Peri-LN), alpha (DeepNorm’s number) and gate (ReZero’s factor, a tensor that is learned). Each block takes from pieces only what stands in its diagram.',
  why: 'Five models that differ in one line of code train differently at depth 48. The line is short, and the wrong one looks just as good.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  signature: 'place(placement: Placement, x: Tensor, pieces: Pieces): Tensor',
  hints: [
    'Every block has two roads from x to the sum: the branch through f, and the stream round it. For each placement ask: what stands on the branch, what on the stream, what behind the sum?',
    'post: the norm behind the sum. pre: the norm on the branch before f. peri: on the branch before f and, another one, behind it. deepnorm: as post, with alpha on the stream. rezero: gate on the branch behind f, and no norm.',
    'post is norm(add(x, f(x))), and pre is add(x, f(norm(x))). The other three change one thing each.',
  ],
  solution: `function place(placement: Placement, x: Tensor, { f, norm, outputNorm, alpha, gate }: Pieces): Tensor {
  if (placement === 'post') return norm(add(x, f(x)));
  if (placement === 'pre') return add(x, f(norm(x)));
  if (placement === 'peri') return add(x, outputNorm(f(norm(x))));
  if (placement === 'deepnorm') return norm(add(mul(alpha, x), f(x)));
  return add(x, mul(gate, f(x)));
}`,
  checks: placementChecks,
  wrong: wrongPlacements,
  right: rightPlacements,
};
