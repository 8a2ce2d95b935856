/** Whether a block that holds is one of the notebook's own: which placement it computes, whatever its constant. */
import { matmul } from '../../../autograd/ops/matmul.js';
import { sub } from '../../../autograd/ops/sub.js';
import { tanh } from '../../../autograd/ops/tanh.js';
import { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { stream } from '../../../tensor/random.js';
import { centre, dot, rowsOf } from '../../../tensor/rows.js';
import type { Row } from '../../../tensor/rows.js';
import { call, partsOf } from '../../results.js';
import { depth } from './harness.js';
import type { BlockFunction } from './harness.js';

/** A placement of the notebook that can hold, and its constant: α, γ or the gate. */
export interface Known {
  readonly placement: 'Peri-LN' | 'DeepNorm' | 'ReZero';
  readonly constant: number;
}

const [words, width] = [5, 16];
const norm = (x: Tensor): Tensor => layerNorm({ x });

/**
 * The placement that a block computes in the first block of the stack, if it computes the same one farther up.
 *
 * No norm and Pre-LN are not among them, and Post-LN is DeepNorm with α = 1: none of the three holds.
 */
export function knownPlacement(block: BlockFunction): Known | undefined {
  const [first, later] = [1, 30].map((l) => placementIn(block, l));
  return first?.placement === later?.placement ? first : undefined;
}

/** x is no normalized word, and f is no straight line: so that no two of the formulas agree. */
function placementIn(block: BlockFunction, l: number): Known | undefined {
  const random = stream('own placement, known', 0);
  const [into, out] = [0, 1].map(() => new Tensor(random.normals([width, width], { deviation: 0.4 })));
  const x = new Tensor(random.normals([words, width], { mean: 0.3, deviation: 1.7 }));
  const f = (t: Tensor): Tensor => matmul(tanh(matmul(t, into)), out);
  const { y } = partsOf(call(block, [x, f, norm, l, depth]), ['y']);
  const joined = sub(y, x);
  const gamma = timesOf(joined, norm(f(norm(x))));
  if (gamma !== undefined) return { placement: 'Peri-LN', constant: gamma };
  const gate = timesOf(joined, f(x));
  if (gate !== undefined) return { placement: 'ReZero', constant: gate };
  const alpha = weightOf(y, x, f(x));
  return alpha === undefined ? undefined : { placement: 'DeepNorm', constant: alpha };
}

/** The ε of a norm costs less. */
const tolerance = 1e-3;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance * Math.abs(b);

/** Whether a row is the sum of these multiples of others. */
function isSum(row: Row, terms: readonly (readonly [number, Row])[]): boolean {
  const left = Float64Array.from(row, (value, i) => terms.reduce((rest, [a, u]) => rest - a * u[i], value));
  return dot(left, left) <= tolerance * tolerance * dot(row, row);
}

/** a, where y = a · u. */
function timesOf(y: Tensor, u: Tensor): number | undefined {
  const a = dot(y.data, u.data) / dot(u.data, u.data);
  return isSum(y.data, [[a, u.data]]) ? a : undefined;
}

/** α, where every row of y is one of α x + u, centred and of whatever size. */
function weightOf(y: Tensor, x: Tensor, u: Tensor): number | undefined {
  const [ys, xs, us] = [y, x, u].map((one) => rowsOf(one));
  const alphas = Array.from({ length: ys.count }, (_, n) => {
    const [row, a, b] = [ys.row(n), ...[xs, us].map((rows) => centre(rows.row(n), new Float64Array(width)))];
    const [aa, ab, bb] = [dot(a, a), dot(a, b), dot(b, b)];
    const [p, q] = [dot(row, a) * bb - dot(row, b) * ab, dot(row, b) * aa - dot(row, a) * ab].map(
      (value) => value / (aa * bb - ab * ab),
    );
    return isSum(row, [
      [p, a],
      [q, b],
    ])
      ? p / q
      : NaN;
  });
  return alphas.every((alpha) => near(alpha, alphas[0])) ? alphas[0] : undefined;
}
