import type { Storage } from './dtype.js';

/** A matrix inside memory. With `row` and `column` exchanged it is the transpose, without a number being moved. */
export interface Matrix {
  readonly data: Storage;
  /** Where its first number stands. */
  readonly start: number;
  /** How far the number below is. */
  readonly row: number;
  /** How far the number to the right is. */
  readonly column: number;
}

/** A matrix that stands row after row from `start`. */
export function matrix(data: Storage, columns: number, start: number = 0): Matrix {
  return { data, start, row: columns, column: 1 };
}

/** The same numbers, rows and columns exchanged. */
export function transposed({ data, start, row, column }: Matrix): Matrix {
  return { data, start, row: column, column: row };
}

/** The sizes of a product: y [m, n] = a [m, k] · b [k, n]. */
export interface ProductSize {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/**
 * Writes a · b into y, whose rows are without gaps.
 *
 * Two rows and four columns of y at a time: eight sums stay in registers while six numbers are fetched. Each sum is
 * float64 and adds its terms in order, so neither the tile nor a transpose changes a bit.
 */
export function multiply(a: Matrix, b: Matrix, y: Matrix, { m, k, n }: ProductSize): void {
  if (isLarge({ m, k, n })) return multiplyInPanels(a, b, y, { m, k, n });
  const at = { m: 0, k, n };
  for (; at.m + 2 <= m; at.m += 2) {
    twoRows(a, b, y, at);
    if (n % 4 !== 0) lastColumns(a, b, y, at);
  }
  if (at.m < m) oneRow(a, b, y, at);
}

/** Rows m and m + 1 of y, as far as four columns at a time go. */
function twoRows(A: Matrix, B: Matrix, Y: Matrix, { m, k, n }: ProductSize): void {
  const { data: a, row: below, column: right } = A;
  const { data: b, row: step, column: next } = B;
  const [y, at, under] = [Y.data, Y.start + m * Y.row, Y.row];
  for (let j = 0; j + 4 <= n; j += 4) {
    let [c0, c1, c2, c3, d0, d1, d2, d3] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let p = 0, u = A.start + m * below, v = B.start + j * next; p < k; p++, u += right, v += step) {
      const upper = a[u];
      const lower = a[u + below];
      const b0 = b[v];
      const b1 = b[v + next];
      const b2 = b[v + 2 * next];
      const b3 = b[v + 3 * next];
      c0 += upper * b0;
      c1 += upper * b1;
      c2 += upper * b2;
      c3 += upper * b3;
      d0 += lower * b0;
      d1 += lower * b1;
      d2 += lower * b2;
      d3 += lower * b3;
    }
    const o = at + j;
    y[o] = c0;
    y[o + 1] = c1;
    y[o + 2] = c2;
    y[o + 3] = c3;
    y[o + under] = d0;
    y[o + under + 1] = d1;
    y[o + under + 2] = d2;
    y[o + under + 3] = d3;
  }
}

/** The columns of rows m and m + 1 that are left, one to three. */
function lastColumns(A: Matrix, B: Matrix, Y: Matrix, { m, k, n }: ProductSize): void {
  const [{ data: a, row: below, column: right }, { data: b, row: step, column: next }] = [A, B];
  const [y, at, under] = [Y.data, Y.start + m * Y.row, Y.row];
  for (let j = n - (n % 4); j < n; j++) {
    let [c, d] = [0, 0];
    for (let p = 0, u = A.start + m * below, v = B.start + j * next; p < k; p++, u += right, v += step) {
      c += a[u] * b[v];
      d += a[u + below] * b[v];
    }
    y[at + j] = c;
    y[at + under + j] = d;
  }
}

/** Row m of y. */
function oneRow(A: Matrix, B: Matrix, Y: Matrix, { m, k, n }: ProductSize): void {
  const [{ data: a, column: right }, { data: b, row: step }] = [A, B];
  for (let j = 0; j < n; j++) {
    let sum = 0;
    let u = A.start + m * A.row;
    let v = B.start + j * B.column;
    for (let p = 0; p < k; p++, u += right, v += step) sum += a[u] * b[v];
    Y.data[Y.start + m * Y.row + j] = sum;
  }
}

/** From so many numbers of b on, and so many rows of a, a product is worth two copies. */
const [largeMatrix, manyRows] = [8192, 16];

function isLarge({ m, k, n }: ProductSize): boolean {
  return m >= manyRows && m % 2 === 0 && n % 4 === 0 && k * n >= largeMatrix;
}

/** So many rows of a stay near while all of b goes over them. */
const rowsNear = 32;

/**
 * Writes a · b into y with the same bits. Both are copied first, as float64: pairs of rows of a, and four columns of b, side
 * by side. So the innermost loop reads from front to back, and numbers of one kind.
 */
function multiplyInPanels(a: Matrix, b: Matrix, y: Matrix, { m, k, n }: ProductSize): void {
  const columns = inPanels(b, { k, n, width: 4 });
  for (let top = 0; top < m; top += rowsNear) {
    const count = Math.min(rowsNear, m - top);
    const rows = inPanels(transposed({ ...a, start: a.start + top * a.row }), { k, n: count, width: 2 });
    const out = { ...y, start: y.start + top * y.row };
    for (let j = 0; j < n; j += 4) for (let i = 0; i < count; i += 2) tile(rows, columns, out, { i, j, k });
  }
}

/** The numbers of a [k, n] matrix: row by row of its first columns, as many as `width`, then of the next ones. */
function inPanels(
  { data, start, row, column }: Matrix,
  { k, n, width }: { readonly k: number; readonly n: number; readonly width: number },
): Float64Array {
  const panels = new Float64Array(k * n);
  for (let p = 0; p < k; p++)
    for (let j = 0; j < n; j += width)
      for (let c = 0; c < width; c++)
        panels[j * k + width * p + c] = data[start + p * row + (j + c) * column];
  return panels;
}

/** Rows i and i + 1 of y, columns j to j + 3. */
function tile(
  rows: Float64Array,
  columns: Float64Array,
  Y: Matrix,
  { i, j, k }: Record<'i' | 'j' | 'k', number>,
): void {
  let [c0, c1, c2, c3, d0, d1, d2, d3] = [0, 0, 0, 0, 0, 0, 0, 0];
  const end = (j + 4) * k;
  for (let u = i * k, v = j * k; v < end; u += 2, v += 4) {
    const upper = rows[u];
    const lower = rows[u + 1];
    const b0 = columns[v];
    const b1 = columns[v + 1];
    const b2 = columns[v + 2];
    const b3 = columns[v + 3];
    c0 += upper * b0;
    c1 += upper * b1;
    c2 += upper * b2;
    c3 += upper * b3;
    d0 += lower * b0;
    d1 += lower * b1;
    d2 += lower * b2;
    d3 += lower * b3;
  }
  const y = Y.data;
  const o = Y.start + i * Y.row + j;
  const under = o + Y.row;
  [y[o], y[o + 1], y[o + 2], y[o + 3]] = [c0, c1, c2, c3];
  [y[under], y[under + 1], y[under + 2], y[under + 3]] = [d0, d1, d2, d3];
}
