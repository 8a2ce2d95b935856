/** Detectives that find who hears whom, each in its own way. */
import type { Matrix } from '../../arrays/plain.js';
import type { RightVersion } from '../../exercise.js';
import type { SampleLayer } from './layers.js';

/** What is called with a layer, a batch [N, C]; gives [N, N], 1 where sample i hears sample j. */
export type WhoInputs = readonly [layer: SampleLayer, x: Matrix];

/** The function the exercise asks for. */
export type WhoFunction = (layer: SampleLayer, x: Matrix) => Matrix;

/** What a wrong version can exchange. */
export interface Lines {
  /** The batch with sample j changed. */
  changed(x: Matrix, j: number): Matrix;
  /** Whether a row that came out is another one. */
  moved(before: readonly number[], after: readonly number[]): boolean;
  /** What stands at row i, column j, from the rows that moved when each sample was changed. */
  entry(moved: (i: number, j: number) => boolean, i: number, j: number): number;
}

/** Other numbers, in no simple relation to those that were there. */
const others = (row: readonly number[], j: number): number[] =>
  row.map((value, c) => Math.sin(7 * j + 3 * c + 1) * 3 - value / 2);

const rightLines: Lines = {
  changed: (x, j) => x.map((row, n) => (n === j ? others(row, j) : [...row])),
  moved: (before, after) => before.some((value, c) => Math.abs(value - after[c]) > 1e-9),
  entry: (moved, i, j) => (moved(i, j) ? 1 : 0),
};

/** A detective from lines, those that are left out as they should be. */
export function whoWith(changes: Partial<Lines>): WhoFunction {
  const lines = { ...rightLines, ...changes };
  return (layer, x) => {
    const before = layer(x.map((row) => [...row]));
    const after = x.map((_, j) => layer(lines.changed(x, j)));
    const moved = (i: number, j: number): boolean => lines.moved(before[i], after[j][i]);
    return x.map((_, i) => x.map((__, j) => lines.entry(moved, i, j)));
  };
}

/** Each sample replaced in turn. */
export const whoSeesWhom: WhoFunction = whoWith({});

/** Every number nudged for itself. */
const nudged: WhoFunction = (layer, x) => {
  const before = layer(x);
  const sees = x.map(() => x.map(() => 0));
  x.forEach((row, j) =>
    row.forEach((_, c) => {
      const after = layer(
        x.map((other, n) => other.map((value, k) => (n === j && k === c ? value + 0.01 : value))),
      );
      after.forEach((values, i) => {
        if (values.some((value, k) => Math.abs(value - before[i][k]) > 1e-9)) sees[i][j] = 1;
      });
    }),
  );
  return sees;
};

/** In loops, with the sample put back afterwards, in a batch of its own. */
const inLoops: WhoFunction = (layer, given) => {
  const x = given.map((row) => row.slice());
  const y = JSON.parse(JSON.stringify(layer(x))) as Matrix;
  const sees: Matrix = [];
  for (let i = 0; i < x.length; i++) sees.push(new Array<number>(x.length).fill(0));
  for (let j = 0; j < x.length; j++) {
    const kept = x[j];
    x[j] = kept.map((value, c) => 1.7 * value + (c + 1) * (c + 1));
    const z = layer(x);
    for (let i = 0; i < x.length; i++)
      for (let c = 0; c < kept.length; c++) if (Math.abs(y[i][c] - z[i][c]) > 1e-8) sees[i][j] = 1;
    x[j] = kept;
  }
  return sees;
};

/** By the largest distance, over two changes. */
const byDistance: WhoFunction = (layer, x) => {
  const y = layer(x);
  const distance = (a: readonly number[], b: readonly number[]): number =>
    Math.max(...a.map((value, c) => Math.abs(value - b[c])));
  const changes = [
    (value: number, c: number) => value * value + c,
    (value: number, c: number) => -3 + value / (c + 2),
  ];
  const columns = x.map((_, j) =>
    changes.map((change) => layer(x.map((row, n) => (n === j ? row.map(change) : row)))),
  );
  return x.map((_, i) => columns.map((found) => Number(found.some((z) => distance(y[i], z[i]) > 1e-9))));
};

/** Four right ones. */
export const rightDetectives: readonly RightVersion<WhoFunction>[] = [
  { name: 'each sample replaced', candidate: whoSeesWhom },
  { name: 'every number nudged', candidate: nudged },
  { name: 'loops, and put back', candidate: inLoops },
  { name: 'by the largest distance', candidate: byDistance },
];
