/** Eigenvalues of a small symmetric matrix, for the figures that show them. */

/** Off the diagonal, less than this share of the whole counts as nothing. */
const nothing = 1e-30;
const mostSweeps = 60;

/**
 * The eigenvalues, smallest first: plane rotations clear one entry after another until only the diagonal is left
 * (Jacobi's method).
 *
 * @param matrix Square and symmetric.
 * @example
 * eigenvalues([[2, 1], [1, 2]]); // [1, 3]
 */
export function eigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const a = matrix.map((row) => [...row]);
  const whole = squares(a, () => true);
  for (let sweep = 0; sweep < mostSweeps && squares(a, (i, j) => i !== j) > nothing * whole; sweep += 1)
    for (let p = 0; p < a.length; p += 1) for (let q = p + 1; q < a.length; q += 1) rotate(a, p, q);
  return a.map((row, i) => row[i]).sort((one, other) => one - other);
}

function squares(a: readonly (readonly number[])[], counts: (i: number, j: number) => boolean): number {
  return a
    .flatMap((row, i) => row.filter((_, j) => counts(i, j)))
    .reduce((sum, value) => sum + value * value, 0);
}

/** Turns the plane of axes p and q so that a[p][q] becomes 0. */
function rotate(a: number[][], p: number, q: number): void {
  if (a[p][q] === 0) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  for (const row of a) [row[p], row[q]] = [cos * row[p] - sin * row[q], sin * row[p] + cos * row[q]];
  const [above, below] = [a[p], a[q]];
  a[p] = above.map((value, j) => cos * value - sin * below[j]);
  a[q] = above.map((value, j) => sin * value + cos * below[j]);
}
