/** Ways back through LayerNorm that are right, each written in its own way. */
import type { RightVersion } from '../../exercise.js';
import { centre, dot, mean, meanSquare, sum } from '../statistics.js';
import { layerNormLines, wayBack } from '../way-back.js';
import type { WayBack } from '../way-back.js';

/** The short form, over corrected statistics. */
export const reference: WayBack = wayBack(layerNormLines);

/** Node by node, as the graph is walked: through x̂, the deviation, the variance, the mean. */
const nodeByNode: WayBack = wayBack({
  ...layerNormLines,
  dx: ({ g, centred, rstd }) => {
    const C = g.length;
    const dvariance = sum(g.map((value, c) => value * centred[c])) * -0.5 * rstd * rstd * rstd;
    const dmean = -rstd * sum(g) - (2 * dvariance * sum(centred)) / C;
    return g.map((value, c) => value * rstd + (dvariance * 2 * centred[c]) / C + dmean / C);
  },
});

/** The whole Jacobian of a row, times g. */
const jacobian: WayBack = wayBack({
  ...layerNormLines,
  dx: ({ g, xhat, rstd }) => {
    const C = g.length;
    return g.map((_, j) =>
      sum(g.map((value, i) => value * rstd * ((i === j ? 1 : 0) - 1 / C - (xhat[i] * xhat[j]) / C))),
    );
  },
});

/** Centred once more at the end instead of less mean(g). */
const projected: WayBack = wayBack({
  ...layerNormLines,
  dx: ({ g, xhat, rstd }) => {
    const along = dot(g, xhat) / g.length;
    return centre(g.map((value, c) => value - along * xhat[c])).map((value) => value * rstd);
  },
});

const loops: WayBack = (dy, x, gamma, eps) => {
  const C = gamma.length;
  const [dgamma, dbeta] = [new Float64Array(C), new Float64Array(C)];
  const dx = x.map((row, n) => {
    const mu = mean(row);
    const rstd = 1 / Math.sqrt(meanSquare(row.map((value) => value - mu)) + eps);
    let [total, along] = [0, 0];
    for (let c = 0; c < C; c++) {
      const xhat = (row[c] - mu) * rstd;
      dgamma[c] += dy[n][c] * xhat;
      dbeta[c] += dy[n][c];
      total += dy[n][c] * gamma[c];
      along += dy[n][c] * gamma[c] * xhat;
    }
    return row.map(
      (value, c) => (rstd / C) * (C * dy[n][c] * gamma[c] - total - (value - mu) * rstd * along),
    );
  });
  return { dx, dgamma: Array.from(dgamma), dbeta: Array.from(dbeta) };
};

/** Five right ones. */
export const rightWaysBack: readonly RightVersion<WayBack>[] = [
  { name: 'the short form', candidate: reference },
  { name: 'node by node', candidate: nodeByNode },
  { name: 'the whole Jacobian', candidate: jacobian },
  { name: 'projected, then centred', candidate: projected },
  { name: 'loops', candidate: loops },
];
