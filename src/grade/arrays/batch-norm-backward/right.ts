/** Ways back through BatchNorm that are right, each written in its own way. */
import type { RightVersion } from '../../exercise.js';
import { centre, dot, sum } from '../statistics.js';
import { times } from '../way-back.js';
import type { WayBack } from '../way-back.js';
import { columnsBack } from './lines.js';

/** The short form, over corrected statistics. */
export const reference: WayBack = columnsBack({});

/** Node by node, as in the paper of Ioffe and Szegedy. */
const nodeByNode: WayBack = columnsBack({
  dx: ({ g, centred, rstd }) => {
    const N = g.length;
    const dvariance = dot(g, centred) * -0.5 * rstd * rstd * rstd;
    const dmean = -rstd * sum(g) + (dvariance * -2 * sum(centred)) / N;
    return g.map((value, n) => value * rstd + (dvariance * 2 * centred[n]) / N + dmean / N);
  },
});

/** The whole Jacobian of a column, times g. */
const jacobian: WayBack = columnsBack({
  dx: ({ g, xhat, rstd }) => {
    const N = g.length;
    return g.map((_, j) =>
      sum(g.map((value, i) => value * rstd * ((i === j ? 1 : 0) - 1 / N - (xhat[i] * xhat[j]) / N))),
    );
  },
});

/** By dγ and dβ, which hold the two sums already. */
const bySums: WayBack = columnsBack({
  dx: ({ dy, gamma, xhat, rstd }) => {
    const N = dy.length;
    const [dgamma, dbeta] = [sum(times(dy, xhat)), sum(dy)];
    return dy.map((value, n) => ((gamma[n] * rstd) / N) * (N * value - dbeta - xhat[n] * dgamma));
  },
});

/** Row by row, in typed arrays. */
const loops: WayBack = (dy, x, gamma, eps) => {
  const [N, C] = [x.length, gamma.length];
  const [mu, spread, dgamma, dbeta] = [0, 0, 0, 0].map(() => new Float64Array(C));
  for (const row of x) row.forEach((value, c) => (mu[c] += value / N));
  for (const row of x) row.forEach((value, c) => (spread[c] += (value - mu[c]) ** 2 / N));
  const rstd = spread.map((value) => 1 / Math.sqrt(value + eps));
  const xhat = x.map((row) => row.map((value, c) => (value - mu[c]) * rstd[c]));
  dy.forEach((row, n) =>
    row.forEach((value, c) => {
      dgamma[c] += value * xhat[n][c];
      dbeta[c] += value;
    }),
  );
  const dx = dy.map((row, n) =>
    row.map((value, c) => gamma[c] * rstd[c] * (value - dbeta[c] / N - (xhat[n][c] * dgamma[c]) / N)),
  );
  return { dx, dgamma: [...dgamma], dbeta: [...dbeta] };
};

/** Projected first, centred at the end. */
const projected: WayBack = columnsBack({
  dx: ({ g, xhat, rstd }) => {
    const along = dot(g, xhat) / g.length;
    return centre(g.map((value, n) => value - along * xhat[n])).map((value) => value * rstd);
  },
});

/** Six right ones. */
export const rightWaysBack: readonly RightVersion<WayBack>[] = [
  { name: 'the short form', candidate: reference },
  { name: 'node by node', candidate: nodeByNode },
  { name: 'the whole Jacobian', candidate: jacobian },
  { name: 'by dγ and dβ', candidate: bySums },
  { name: 'loops', candidate: loops },
  { name: 'projected, then centred', candidate: projected },
];
