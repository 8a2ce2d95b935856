import type { Storage } from './dtype.js';
import type { NDArray } from './ndarray.js';
import { formatShape } from './shape.js';

const mostRows = 10;
const mostColumns = 10;

/**
 * A number with four digits after the point, or in powers of ten where that would hide it.
 *
 * @param value The number.
 * @param size How large its neighbours are: beside numbers near 1, a rounding error of 1e-16 is shown as 0.0000.
 * @example
 * formatNumber(1.23456); // '1.2346'
 * formatNumber(1e-16); // '1.000e-16'
 * formatNumber(1e-16, 1); // '0.0000'
 */
export function formatNumber(value: number, size: number = Math.abs(value)): string {
  if (!Number.isFinite(value)) return String(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(3);
  return value.toFixed(4).replace(/^-(0\.0*)$/, '$1');
}

/**
 * An array as text: its shape and dtype, then its rows, long ones shortened in the middle.
 *
 * @example
 * formatArray(tensor([])); // 'Tensor [0] float64 (empty)'
 */
export function formatArray(x: NDArray): string {
  const head = `Tensor ${formatShape(x.shape)} ${x.dtype}`;
  if (x.data.length === 0) return `${head} (empty)`;
  if (x.shape.length === 0) return `${head}\n  ${formatNumber(x.data[0])}`;
  const columns = x.shape[x.shape.length - 1];
  const rows = x.data.length / columns;
  const size = largestFinite(x.data);
  const width = Math.max(
    ...shownRows(rows).flatMap((n) => rowNumbers(x, n, columns, size).map((cell) => cell.length)),
  );
  const lines = shownRows(rows).map(
    (n) =>
      `  [${rowNumbers(x, n, columns, size)
        .map((cell) => cell.padStart(width))
        .join(', ')}]`,
  );
  if (rows > mostRows) lines.splice(mostRows / 2, 0, `  … ${rows - mostRows} more rows …`);
  return [head, ...lines].join('\n');
}

/** Runs through memory once, so that a large array is not spread over the call stack. */
function largestFinite(data: Storage): number {
  let largest = 0;
  for (let i = 0; i < data.length; i++) {
    const size = Math.abs(data[i]);
    if (size > largest && size !== Infinity) largest = size;
  }
  return largest;
}

/** Which rows are written: all, or as many of the first as of the last. */
function shownRows(rows: number): number[] {
  const ends = mostRows / 2;
  return rows > mostRows ? [...upTo(ends), ...upTo(ends).map((n) => rows - ends + n)] : upTo(rows);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** The numbers of a row that are written; of a long one only those, since it may have a million. */
function rowNumbers({ data }: NDArray, n: number, columns: number, size: number): string[] {
  const cells = (from: number, to: number): string[] =>
    Array.from(data.subarray(n * columns + from, n * columns + to), (value) => formatNumber(value, size));
  return columns > mostColumns ? [...cells(0, 5), '…', ...cells(columns - 4, columns)] : cells(0, columns);
}
