/**
 * Orthogonal initial weights: they turn and mirror, and stretch nothing by more than the gain.
 *
 *     (1)  A  = R Q                 A [r, n] of normal draws, r ≤ n; R is triangular, the rows of Q have length 1 and
 *                                   stand at right angles
 *     (2)  R  has a positive diagonal                         so there is one such Q, and each is equally likely
 *     (3)  W  = gain · Q            or its transpose, where there are more rows than columns
 *
 * The rows are made one after another (Gram and Schmidt): what a row shares with those before it is taken off, twice,
 * since the first time leaves roundings; then it is divided by its length. That length is the diagonal of R, so (2) holds
 * by itself. Other ways to find Q have to change signs afterwards.
 *
 * Sources: Saxe, McClelland and Ganguli (2013), "Exact solutions to the nonlinear dynamics of learning in deep linear
 * neural networks", arXiv:1312.6120, section 3; equation (2): Mezzadri (2007), arXiv:math-ph/0609050, section 5.
 */
import { allocate } from '../tensor/dtype.js';
import { ShapeError } from '../tensor/errors.js';
import type { NDArray } from '../tensor/ndarray.js';
import { dot } from '../tensor/rows.js';
import type { Shape } from '../tensor/shape.js';
import { sizeOf } from '../tensor/shape.js';
import type { InitialOptions } from './initialization.js';

/**
 * Weights whose rows, or whose columns where there are more rows than columns, have length `gain` and stand at right
 * angles. A longer shape is read as [first axis, all others together]: the kernels of a convolution.
 *
 * @param shape At least two axes.
 * @param options `random`; `gain` = 1; `dtype`.
 * @throws {ShapeError} if there are fewer than two axes.
 * @example
 * const W = new Tensor(orthogonal([2, 3], { random: stream('weights', 1), gain: 2 }));
 * matmul(W, transpose(W)); // [[4, 0], [0, 4]]
 */
export function orthogonal(shape: Shape, { random, gain = 1, dtype = 'float64' }: InitialOptions): NDArray {
  if (shape.length < 2) throw new ShapeError('orthogonal', 'weights', '[rows, columns, ...]', shape);
  const [rows, columns] = [shape[0], sizeOf(shape.slice(1))];
  const [r, n] = [Math.min(rows, columns), Math.max(rows, columns)];
  const A = Array.from({ length: r }, () => Float64Array.from(random.normals([n]).data));
  A.forEach((row, i) => makeOrthonormal(row, A.slice(0, i)));
  const data = allocate(dtype, rows * columns);
  for (let i = 0; i < r; i++)
    for (let k = 0; k < n; k++) data[rows <= columns ? i * n + k : k * r + i] = gain * A[i][k]; // (3)
  return { data, shape: [...shape], dtype };
}

/** Equations (1) and (2) for one row, in place. */
function makeOrthonormal(row: Float64Array, before: readonly Float64Array[]): void {
  for (const other of [...before, ...before]) {
    const shared = dot(row, other);
    for (let k = 0; k < row.length; k++) row[k] -= shared * other[k];
  }
  const length = Math.sqrt(dot(row, row));
  for (let k = 0; k < row.length; k++) row[k] /= length;
}
