/** Ways back through RMSNorm that are right, each written in its own way. */
import type { RightVersion } from '../../exercise.js';
import type { Matrix } from '../plain.js';
import { dot, mean, sum } from '../statistics.js';
import { layerNormLines, times, wayBack } from '../way-back.js';
import type { Lines } from '../way-back.js';

/** The function the exercise asks for. */
export type RmsWayBack = (
  dy: Matrix,
  x: Matrix,
  gamma: number[],
  eps: number,
) => { dx: Matrix; dgamma: number[] };

/** RMSNorm's lines: nothing is centred, so the path through the mean is not there. */
export const rmsNormLines: Lines = {
  ...layerNormLines,
  centred: (x) => x,
  dx: ({ g, xhat, rstd }) => {
    const along = mean(times(g, xhat));
    return g.map((value, c) => rstd * (value - xhat[c] * along));
  },
};

/** A way back from lines, without dβ: there is no β. */
export function backWith(lines: Partial<Lines>): RmsWayBack {
  const back = wayBack({ ...rmsNormLines, ...lines });
  return (...inputs) => {
    const { dx, dgamma } = back(...inputs);
    return { dx, dgamma };
  };
}

/** The short form. */
export const reference: RmsWayBack = backWith({});

/** By the quotient rule, in x and the cube of r. */
const quotient: RmsWayBack = backWith({
  dx: ({ g, x, rstd }) =>
    g.map((value, c) => value * rstd - (x[c] * dot(g, x) * rstd * rstd * rstd) / x.length),
});

/** The whole Jacobian of a row, times g. */
const jacobian: RmsWayBack = backWith({
  dx: ({ g, xhat, rstd }) =>
    g.map((_, j) =>
      sum(g.map((value, i) => value * rstd * ((i === j ? 1 : 0) - (xhat[i] * xhat[j]) / g.length))),
    ),
});

const loops: RmsWayBack = (dy, x, gamma, eps) => {
  const C = gamma.length;
  const dgamma = new Array<number>(C).fill(0);
  const dx: Matrix = [];
  for (let n = 0; n < x.length; n++) {
    let [squares, along] = [0, 0];
    for (const value of x[n]) squares += value * value;
    const r = (squares / C + eps) ** -0.5;
    for (let c = 0; c < C; c++) {
      dgamma[c] += dy[n][c] * x[n][c] * r;
      along += (dy[n][c] * gamma[c] * x[n][c] * r) / C;
    }
    dx.push(x[n].map((value, c) => r * (dy[n][c] * gamma[c] - value * r * along)));
  }
  return { dx, dgamma };
};

/** Four right ones. */
export const rightWaysBack: readonly RightVersion<RmsWayBack>[] = [
  { name: 'the short form', candidate: reference },
  { name: 'the quotient rule', candidate: quotient },
  { name: 'the whole Jacobian', candidate: jacobian },
  { name: 'loops', candidate: loops },
];
