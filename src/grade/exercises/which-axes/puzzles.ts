/** Data: six pairs of what went in and what came out, and who shared a statistic in each. */
import { reshape } from '../../../autograd/ops/reshape.js';
import { Tensor } from '../../../autograd/tensor.js';
import { normalize } from '../../../norm/normalize.js';
import type { NormalizeOptions } from '../../../norm/normalize.js';
import { stream } from '../../../tensor/random.js';

/** What went in, and what came out. */
export interface AxisPuzzle {
  readonly x: Tensor;
  readonly y: Tensor;
}

/** All lists of axes of four that there are, and one that cuts the channels in two groups. */
export const axisLists: readonly string[] = [
  ...Array.from({ length: 15 }, (_, k) =>
    [0, 1, 2, 3].filter((axis) => ((k + 1) >> axis) % 2 === 1).join(' '),
  ),
  '1 2 3 in 2 groups',
];

const numbers = (name: string, ...shape: number[]): Tensor =>
  new Tensor(stream(`which axes, ${name}`, 1).normals(shape, { mean: 2, deviation: 3 }));

function puzzle(x: Tensor, options: Pick<NormalizeOptions, 'axes' | 'center'>): AxisPuzzle {
  return { x, y: normalize(x, { ...options, scale: 'rms', eps: 1e-12 }) };
}

function inGroups(x: Tensor, groups: number): AxisPuzzle {
  const [N, C, ...rest] = x.shape;
  const grouped = reshape(x, [N, groups, C / groups, ...rest]);
  const y = normalize(grouped, { axes: [2, 3, 4], center: true, scale: 'rms', eps: 1e-12 });
  return { x, y: reshape(y, x.shape) };
}

/**
 * The six of the exercise, from the easiest to the hardest.
 *
 * @example
 * axisPuzzles[0].y.shape; // [2, 3, 4]
 */
export const axisPuzzles: readonly AxisPuzzle[] = [
  puzzle(numbers('one', 2, 3, 4), { axes: [2], center: true }),
  puzzle(numbers('two', 2, 3, 4), { axes: [0, 1], center: true }),
  puzzle(numbers('three', 3, 4, 2, 3), { axes: [2, 3], center: true }),
  puzzle(numbers('four', 3, 4, 2, 3), { axes: [1], center: false }),
  puzzle(numbers('five', 3, 2, 4), { axes: [0, 2], center: true }),
  inGroups(numbers('six', 3, 4, 2, 3), 2),
];

/** The right names, in the order of the pairs. */
export const axisAnswers: readonly string[] = ['2', '0 1', '2 3', '1', '0 2', '1 2 3 in 2 groups'];
