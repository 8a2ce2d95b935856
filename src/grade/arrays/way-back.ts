/** The way back through a normalization of rows, in lines that a wrong version can exchange. */
import type { Matrix } from './plain.js';
import { centre, mean, meanSquare } from './statistics.js';

/** The gradients for the inputs of a normalization of rows. */
interface Gradients {
  readonly dx: Matrix;
  readonly dgamma: number[];
  readonly dbeta: number[];
}

/** The function that an exercise on the way back asks for. */
export type WayBack = (dy: Matrix, x: Matrix, gamma: number[], eps: number) => Gradients;

/** What is known of one row when its gradient is written down. */
interface Row {
  readonly dy: readonly number[];
  readonly x: readonly number[];
  readonly gamma: readonly number[];
  readonly centred: readonly number[];
  readonly xhat: readonly number[];
  readonly rstd: number;
  /** γ ⊙ dy. */
  readonly g: readonly number[];
}

/** The lines of the way back. */
export interface Lines {
  centred(x: readonly number[], all: Matrix): readonly number[];
  rstd(centred: readonly number[], eps: number, x: readonly number[]): number;
  dx(row: Row): number[];
  /** What one row adds to dγ. */
  dgamma(row: Row): number[];
  /** What one row adds to dβ. */
  dbeta(row: Row): number[];
}

/** LayerNorm's lines: (6), (7) and (8) of notebook 03. */
export const layerNormLines: Lines = {
  centred: centre,
  rstd: (centred, eps) => 1 / Math.sqrt(meanSquare(centred) + eps),
  dx: ({ g, xhat, rstd }) => {
    const [direct, along] = [mean(g), mean(times(g, xhat))];
    return g.map((value, c) => rstd * (value - direct - xhat[c] * along));
  },
  dgamma: ({ dy, xhat }) => times(dy, xhat),
  dbeta: ({ dy }) => [...dy],
};

/** A way back from lines: row by row, with dγ and dβ added up over the rows. */
export function wayBack(lines: Lines): WayBack {
  return (dy, x, gamma, eps) => {
    const done = x.map((values, n) => {
      const centred = lines.centred(values, x);
      const rstd = lines.rstd(centred, eps, values);
      const xhat = centred.map((value) => value * rstd);
      const row = { dy: dy[n], x: values, gamma, centred, xhat, rstd, g: times(dy[n], gamma) };
      return { dx: lines.dx(row), dgamma: lines.dgamma(row), dbeta: lines.dbeta(row) };
    });
    return {
      dx: done.map((row) => row.dx),
      dgamma: added(done.map((row) => row.dgamma)),
      dbeta: added(done.map((row) => row.dbeta)),
    };
  };
}

/** The products, number by number. */
export function times(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value * b[i]);
}

/** The sum of the rows. */
export function added(table: readonly (readonly number[])[]): number[] {
  return (table[0] ?? []).map((_, c) => table.reduce((total, row) => total + row[c], 0));
}
