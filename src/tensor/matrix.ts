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
  if (isLarge(a, { m, k, n })) return multiplyInPanels(a, b, y, { m, k, n });
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

/** A matrix with more numbers does not stay in the nearest memory while all rows of a go over it. */
const largestNear = 65536;

/** Whether a product is so large that `multiplyInPanels` is faster: about twice, at [200, 512] · [512, 2048]. */
function isLarge({ column }: Matrix, { m, k, n }: ProductSize): boolean {
  return column === 1 && m >= 16 && m % 2 === 0 && n % 4 === 0 && k * n > largestNear;
}

/** So many rows of a stay near, too, while all of b goes over them. */
const rowsNear = 32;

/** Writes a · b into y with the same bits. b is copied first: four columns side by side, then the next four. */
function multiplyInPanels(a: Matrix, b: Matrix, y: Matrix, { m, k, n }: ProductSize): void {
  const panels = inPanels(b, k, n);
  for (let top = 0; top < m; top += rowsNear)
    for (let j = 0; j < n; j += 4)
      for (let i = top; i < top + rowsNear && i < m; i += 2) tile(a, panels, y, { i, j, k });
}

/** The numbers of b as float64: row by row of its first four columns, then of the next four. */
function inPanels({ data, start, row, column }: Matrix, k: number, n: number): Float64Array {
  const panels = new Float64Array(k * n);
  for (let p = 0; p < k; p++)
    for (let j = 0; j < n; j += 4)
      for (let c = 0; c < 4; c++) panels[j * k + 4 * p + c] = data[start + p * row + (j + c) * column];
  return panels;
}

/** Two rows and four columns of y. */
function tile(
  A: Matrix,
  panels: Float64Array,
  Y: Matrix,
  { i, j, k }: Record<'i' | 'j' | 'k', number>,
): void {
  const { data: a, row: below } = A;
  let [c0, c1, c2, c3, d0, d1, d2, d3] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let p = 0, u = A.start + i * below, v = j * k; p < k; p++, u++, v += 4) {
    const upper = a[u];
    const lower = a[u + below];
    const b0 = panels[v];
    const b1 = panels[v + 1];
    const b2 = panels[v + 2];
    const b3 = panels[v + 3];
    c0 += upper * b0;
    c1 += upper * b1;
    c2 += upper * b2;
    c3 += upper * b3;
    d0 += lower * b0;
    d1 += lower * b1;
    d2 += lower * b2;
    d3 += lower * b3;
  }
  const [y, o] = [Y.data, Y.start + i * Y.row + j];
  [y[o], y[o + 1], y[o + 2], y[o + 3]] = [c0, c1, c2, c3];
  const under = o + Y.row;
  [y[under], y[under + 1], y[under + 2], y[under + 3]] = [d0, d1, d2, d3];
}
