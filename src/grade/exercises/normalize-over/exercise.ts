import type { Exercise } from '../../exercise.js';
import { oversChecks } from './checks.js';
import { rightOvers } from './right.js';
import type { OverFunction } from './right.js';
import { wrongOvers } from './wrong.js';

/** E1.2: one mean and one deviation over the last axes. */
export const normalizeOverExercise: Exercise<OverFunction> = {
  id: 'E1.2',
  title: 'Normalize over the last axes',
  statement:
    'shape holds the lengths of the last axes of x: [d], [s, d] or more. The numbers of these axes share one mean and one deviation. If x does not end in shape, throw an error that names both shapes. No γ and β here.',
  why: 'normalizedShape decides who shares a statistic, and the wrong one still gives plausible numbers.',
  difficulty: 2,
  importance: 2,
  minutes: 8,
  signature: 'normalizeOver(x: Tensor, shape: readonly number[], eps: number): Tensor',
  hints: [
    'Your layer of section 4 takes axis: -1. Here it is a list: axis: [-1, -2].',
    'One axis for each length in shape, counted from the end: shape.map((_, i) => -1 - i).',
    'x.shape.slice(-shape.length) is what x ends in. Two lists are equal if their texts are: a.join() === b.join().',
  ],
  solution: `function normalizeOver(x: Tensor, shape: readonly number[], eps: number): Tensor {
  const end = x.shape.slice(-shape.length);
  if (end.join() !== shape.join()) throw new RangeError(\`x ends in [\${end}], not in [\${shape}]\`);
  const together = { axis: shape.map((_, i) => -1 - i), keepdims: true };
  const centred = sub(x, mean(x, together));
  return div(centred, sqrt(add(mean(mul(centred, centred), together), eps)));
}`,
  checks: oversChecks,
  wrong: wrongOvers,
  right: rightOvers,
};
