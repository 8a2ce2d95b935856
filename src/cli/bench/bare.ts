import type { Storage } from '../../index.js';

/** A LayerNorm as loops over flat memory and nothing else: no rows, no tape, no checks. What the readable one is held against. */
export interface BareLayerNorm {
  readonly y: Storage;
  readonly dx: Storage;
  readonly dgamma: Storage;
  readonly dbeta: Storage;
}

/** One forward and one backward with fresh outputs; the same numbers as `layerNorm`. */
export function bareLayerNorm(
  [x, gamma, beta, dy]: readonly Storage[],
  { N, C, eps }: { readonly N: number; readonly C: number; readonly eps: number },
): BareLayerNorm {
  const fresh = (n: number): Storage =>
    x instanceof Float32Array ? new Float32Array(n) : new Float64Array(n);
  const out = { y: fresh(N * C), dx: fresh(N * C), dgamma: fresh(C), dbeta: fresh(C) };
  const rstd = new Float64Array(N);
  forward(x, gamma, beta, out.y, rstd, C, eps);
  backward(x, gamma, dy, rstd, C, out);
  return out;
}

function centreInto(centred: Float64Array, x: Storage, start: number, C: number): void {
  let mean = 0;
  for (let i = 0; i < C; i++) mean += x[start + i];
  mean /= C;
  let left = 0;
  for (let i = 0; i < C; i++) left += centred[i] = x[start + i] - mean;
  left /= C;
  for (let i = 0; i < C; i++) centred[i] -= left;
}

function forward(
  x: Storage,
  gamma: Storage,
  beta: Storage,
  y: Storage,
  rstd: Float64Array,
  C: number,
  eps: number,
): void {
  const centred = new Float64Array(C);
  for (let n = 0, start = 0; n < rstd.length; n++, start += C) {
    centreInto(centred, x, start, C);
    let squares = 0;
    for (let i = 0; i < C; i++) squares += centred[i] * centred[i];
    const r = (rstd[n] = 1 / Math.sqrt(squares / C + eps));
    for (let i = 0; i < C; i++) y[start + i] = gamma[i] * (centred[i] * r) + beta[i];
  }
}

function backward(
  x: Storage,
  gamma: Storage,
  dy: Storage,
  rstd: Float64Array,
  C: number,
  out: BareLayerNorm,
): void {
  const [xhat, g] = [new Float64Array(C), new Float64Array(C)];
  const [sumDy, sumDyXhat] = [new Float64Array(C), new Float64Array(C)];
  for (let n = 0, start = 0; n < rstd.length; n++, start += C) {
    const r = rstd[n];
    centreInto(xhat, x, start, C);
    let [sumG, sumGXhat] = [0, 0];
    for (let i = 0; i < C; i++) {
      const d = dy[start + i];
      xhat[i] *= r;
      g[i] = gamma[i] * d;
      sumDy[i] += d;
      sumDyXhat[i] += d * xhat[i];
      sumG += g[i];
      sumGXhat += g[i] * xhat[i];
    }
    const [meanG, meanGXhat] = [sumG / C, sumGXhat / C];
    for (let i = 0; i < C; i++) out.dx[start + i] = r * (g[i] - meanG - xhat[i] * meanGXhat);
  }
  out.dbeta.set(sumDy);
  out.dgamma.set(sumDyXhat);
}
