/**
 * Spectral normalization: a matrix is divided by an estimate of its largest singular value, which improves with each call.
 *
 *     (1)  v ← wᵀu / ‖wᵀu‖                    k times in training; u is kept from call to call
 *     (2)  u ← w v / ‖w v‖
 *     (3)  σ  = uᵀ w v                        the largest singular value, once u and v have settled
 *     (4)  ŵ  = w / σ
 *
 * Backward, given dŵ, with u and v as constants:
 *
 *     (5)  dw = (dŵ − ⟨dŵ, ŵ⟩ u vᵀ) / σ
 *
 * As long as u and v have not settled, that is the gradient of no function of w: differences of ŵ disagree with it. Lengths
 * below ε are not divided by but replaced by ε, so that zeros stay zeros.
 *
 * Source: Miyato, Kataoka, Koyama and Yoshida (2018), "Spectral Normalization for Generative Adversarial Networks",
 * arXiv:1802.05957, section 2 and algorithm 1.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { div } from '../autograd/ops/div.js';
import { mul } from '../autograd/ops/mul.js';
import { sum } from '../autograd/ops/sum.js';
import { Tensor } from '../autograd/tensor.js';
import { commonDType } from '../tensor/dtype.js';
import { matrix, multiply } from '../tensor/matrix.js';
import { mapped, ndarray, zerosLike } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { dot, rowsOf } from '../tensor/rows.js';
import type { Row } from '../tensor/rows.js';
import { requireEps, requireNormalizedShape, requireShape } from './requirements.js';
import { requireSlices } from './slices.js';

/** What a call of `spectralNorm` can choose. */
export interface SpectralNormOptions {
  /** k, how often u and v are improved. 1 unless said otherwise; with 0, as in use, u stays and v is made from it. */
  readonly iterations?: number;
  /** ε, the least divisor. 1e-12 unless said otherwise. */
  readonly eps?: number;
}

interface Settled {
  readonly u: Row;
  readonly v: Row;
  readonly eps: number;
}

const spectralNormOp: Op<'w', Settled> = defineOp('spectralNorm', {
  forward({ w }, { u, v, eps }) {
    const W = rowsOf(w, v.length);
    let sigma = 0;
    for (let i = 0; i < W.count; i++) sigma += u[i] * dot(W.row(i), v); //                 (3)
    const s = Math.max(sigma, eps);
    return { y: mapped(w, (value) => value / s), saved: s }; //                            (4)
  },

  backward(dy, { w }, s, { u, v, eps }) {
    const dw = zerosLike(w);
    const [W, DY, DW] = [w, dy, dw].map((array) => rowsOf(array, v.length));
    const along = s > eps ? dot(dy.data, w.data) / s : 0;
    for (let i = 0; i < W.count; i++) {
      const [dyi, dwi] = [DY.row(i), DW.row(i)];
      for (let j = 0; j < v.length; j++) dwi[j] = (dyi[j] - along * u[i] * v[j]) / s; //   (5)
    }
    return { w: dw };
  },

  compose({ w }, { u, v, eps }) {
    const outer = ndarray(
      Float64Array.from(w.data, (_, place) => u[Math.floor(place / v.length)] * v[place % v.length]),
      w.shape,
    );
    const sigma = sum(mul(w, new Tensor(outer))); //                                       (3)
    return div(w, sigma.data[0] < eps ? eps : sigma); //                                   (4)
  },
});

/** u and v after k steps of power iteration; u as it was, where there are none. */
function improved(w: NDArray, { data }: NDArray, iterations: number, eps: number): { u: Row; v: Row } {
  const rows = w.shape[0];
  const columns = w.data.length / rows;
  let u: Row = unit(data, 0);
  let v: Row = new Float64Array(columns);
  for (let step = 0; step < Math.max(1, iterations); step++) {
    multiply(matrix(u, rows), matrix(w.data, columns), matrix(v, columns), { m: 1, k: rows, n: columns });
    v = unit(v, eps); //                                                                   (1)
    if (step === iterations) break;
    u = new Float64Array(rows);
    multiply(matrix(w.data, columns), matrix(v, 1), matrix(u, 1), { m: rows, k: columns, n: 1 });
    u = unit(u, eps); //                                                                   (2)
  }
  return { u, v };
}

function unit(x: Row, eps: number): Float64Array {
  const length = Math.max(Math.sqrt(dot(x, x)), eps);
  return Float64Array.from(x, (value) => value / length);
}

/**
 * Divides a matrix by an estimate of its largest singular value.
 *
 * @param inputs `w` of shape [out, in, ...], read as a matrix of `out` rows; `u` of shape [out], what is known of the
 * direction that w stretches most: any start but zeros. It is improved in place, where w is finite and not zero.
 * @param options `iterations` = 1; `eps` = 1e-12.
 * @returns w/σ, of the shape of w.
 * @throws {ShapeError} if w has fewer than two axes, or u another shape.
 * @throws {TypeError} if the dtypes differ.
 * @throws {RangeError} if w is empty, u holds only zeros, `iterations` is no whole number from 0, or ε is negative or not a
 * number; u is unchanged then.
 * @example
 * const [w, u] = [tensor([[3, 0], [0, 1]]), tensor([1, 1])];
 * spectralNorm({ w, u }, { iterations: 20 }); // [[1, 0], [0, 0.3333]]
 * u; // [1, 0]
 */
export function spectralNorm(
  { w, u }: { readonly w: Tensor; readonly u: NDArray },
  { iterations = 1, eps = 1e-12 }: SpectralNormOptions = {},
): Tensor {
  requireOptions('spectralNorm', 'w', w, { iterations, eps });
  requireShape('spectralNorm', 'u', u, w.shape.slice(0, 1));
  commonDType('spectralNorm', [w, u], ['w', 'u']);
  if (u.data.every((value) => value === 0))
    throw new RangeError('spectralNorm: expected u to be a direction, got zeros. Start from random numbers');
  const found = improved(w, u, iterations, eps);
  if (iterations > 0 && dot(found.u, found.u) > 0) u.data.set(found.u);
  return spectralNormOp({ w }, { ...found, eps });
}

function requireOptions(
  op: string,
  argument: string,
  w: NDArray,
  { iterations, eps }: Required<SpectralNormOptions>,
): void {
  requireEps(op, eps);
  requireSlices(op, argument, w, 0);
  requireNormalizedShape(op, w.shape);
  if (!(Number.isInteger(iterations) && iterations >= 0))
    throw new RangeError(`${op}: expected iterations to be a whole number from 0, got ${iterations}`);
}

/**
 * Weights that are divided by their largest singular value. Its forward pass takes nothing and gives the weights to be
 * used; in training it improves u, which is a buffer, after `evaluate()` it does not.
 *
 * @example
 * const norm = new SpectralNorm(tensor([[3, 0], [0, 1]]), { random: stream('u', 1), iterations: 20 });
 * norm.forward(); // [[1, 0], [0, 0.3333]]
 */
export class SpectralNorm extends Module {
  readonly weight: Tensor;
  readonly u: NDArray;
  readonly iterations: number;
  readonly eps: number;

  /**
   * @param weight The weights to start from, [out, in, ...]; they are copied.
   * @param options `random`, where the start of u comes from; `iterations` = 1; `eps` = 1e-12.
   * @throws {ShapeError} if the weights have fewer than two axes.
   * @throws {RangeError} if there are no weights, `iterations` is no whole number from 0, or ε is negative or not a number.
   */
  constructor(
    weight: NDArray,
    { random, iterations = 1, eps = 1e-12 }: SpectralNormOptions & { readonly random: Stream },
  ) {
    super();
    requireOptions('SpectralNorm', 'weight', weight, { iterations, eps });
    this.weight = new Tensor(ndarray(weight.data, weight.shape, weight.dtype));
    const start = random.normals(weight.shape.slice(0, 1));
    this.u = ndarray(unit(start.data, 0), start.shape, weight.dtype);
    [this.iterations, this.eps] = [iterations, eps];
  }

  forward(): Tensor {
    const { weight, u, iterations, eps, training } = this;
    return spectralNorm({ w: weight, u }, { iterations: training ? iterations : 0, eps });
  }
}
