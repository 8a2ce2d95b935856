import { isMatrix, mapNumbers } from './plain.js';
import type { Inputs } from './plain.js';

/** How small an input may become and still ask the same question. */
export interface Smallest {
  readonly rows: number;
  readonly columns: number;
}

/**
 * A smaller input that still shows the mistake: fewer rows, fewer columns, rounder numbers.
 *
 * Every table of the inputs has the same rows and columns, and every list one number for each column.
 *
 * @param fails Whether the mistake still shows.
 */
export function smaller<A extends Inputs>(
  inputs: A,
  fails: (inputs: A) => boolean,
  { rows, columns }: Smallest,
): A {
  let best = inputs;
  const cuts = [
    { cut: cutRows, least: rows },
    { cut: cutColumns, least: columns },
  ];
  for (const { cut, least } of cuts)
    for (let length = lengthOf(best, cut); length > least;) {
      const half = Math.max(least, Math.ceil(length / 2));
      const found = [0, length - half]
        .map((start) => best.map((item) => cut(item, start, start + half)) as unknown as A)
        .find(fails);
      if (!found) break;
      [best, length] = [found, half];
    }
  const rounded = [1, 10, 100].map(
    (unit) => mapTables(best, (value) => Math.round(value * unit) / unit) as unknown as A,
  );
  return rounded.find(fails) ?? best;
}

type Cut = (data: unknown, start: number, end: number) => unknown;

const cutRows: Cut = (data, start, end) =>
  isMatrix(data) ? data.slice(start, end) : inside(data, (item) => cutRows(item, start, end));

const cutColumns: Cut = (data, start, end) => {
  if (isMatrix(data)) return data.map((row) => row.slice(start, end));
  if (Array.isArray(data) && data.every((item) => typeof item === 'number')) return data.slice(start, end);
  return inside(data, (item) => cutColumns(item, start, end));
};

function inside(data: unknown, f: (item: unknown) => unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, item]) => [key, f(item)]));
}

function mapTables(inputs: Inputs, f: (value: number) => number): unknown[] {
  return inputs.map((item) => (Array.isArray(item) ? mapNumbers(item, f) : item));
}

function lengthOf(inputs: Inputs, cut: Cut): number {
  const matrix = inputs.find(isMatrix);
  return matrix === undefined ? 0 : cut === cutRows ? matrix.length : matrix[0].length;
}
