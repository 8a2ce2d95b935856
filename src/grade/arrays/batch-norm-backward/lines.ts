import { transposed } from '../inputs.js';
import { centre, sum } from '../statistics.js';
import { layerNormLines, times } from '../way-back.js';
import type { Lines, WayBack } from '../way-back.js';

/** The lines of LayerNorm's way back, down a column instead of along a row; dγ and dβ are sums down the column. */
export function columnsBack(changes: Partial<Lines>): WayBack {
  const lines = { ...layerNormLines, centred: centre, ...changes };
  return (dy, x, gamma, eps) => {
    const upstream = transposed(dy);
    const done = transposed(x).map((column, c) => {
      const centred = lines.centred(column, x);
      const rstd = lines.rstd(centred, eps, column);
      const xhat = centred.map((value) => value * rstd);
      const weights = column.map(() => gamma[c]);
      const g = times(upstream[c], weights);
      return written(lines, { dy: upstream[c], x: column, gamma: weights, centred, xhat, rstd, g });
    });
    return {
      dx: transposed(done.map(({ dx }) => dx)),
      dgamma: done.map(({ dgamma }) => sum(dgamma)),
      dbeta: done.map(({ dbeta }) => sum(dbeta)),
    };
  };
}

type Column = Parameters<Lines['dx']>[0];

function written(lines: Lines, column: Column): Record<'dx' | 'dgamma' | 'dbeta', number[]> {
  return { dx: lines.dx(column), dgamma: lines.dgamma(column), dbeta: lines.dbeta(column) };
}
