/** Numbers that say how a network fares, each from one array. */
import { log } from '../tensor/elementary.js';
import type { NDArray } from '../tensor/ndarray.js';
import { requireCount } from './requirements.js';

/** How often values fall into each of equally wide bins. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  /** One for each bin, from `low` to `high`; the last holds `high` too. */
  readonly counts: readonly number[];
}

/** How a histogram is cut. */
export interface HistogramOptions {
  /** 30 unless said otherwise. */
  readonly bins?: number;
  /** The smallest and the largest finite value unless said otherwise; what lies outside is not counted. */
  readonly range?: readonly [low: number, high: number];
}

/**
 * The histogram of the finite numbers of an array.
 *
 * @throws {RangeError} if `bins` is not a whole number from 1.
 * @example
 * histogram(tensor([0, 1, 1, 4]), { bins: 2 }); // {"low": 0, "high": 4, "counts": [3, 1]}
 */
export function histogram({ data }: NDArray, { bins = 30, range }: HistogramOptions = {}): Histogram {
  requireCount('histogram', { bins });
  const [low, high] = range ?? extent(data);
  const counts = new Array<number>(bins).fill(0);
  for (const value of data)
    if (value >= low && value <= high && Number.isFinite(value))
      counts[high > low ? Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins)) : 0]++;
  return { low, high, counts };
}

/** The smallest and the largest finite number, or 0 and 0 where there is none. */
function extent(data: Iterable<number>): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of data)
    if (Number.isFinite(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return low <= high ? [low, high] : [0, 0];
}

/**
 * Mean and deviation of all numbers of an array; the variance is divided by their count. Of no numbers both are NaN.
 *
 * @example
 * moments(tensor([1, 3])); // {"mean": 2, "deviation": 1}
 */
export function moments({ data }: NDArray): { readonly mean: number; readonly deviation: number } {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < data.length; i++) sum += data[i];
  const mean = sum / data.length;
  for (let i = 0; i < data.length; i++) squares += (data[i] - mean) * (data[i] - mean);
  return { mean, deviation: Math.sqrt(squares / data.length) };
}

/**
 * The share of features that are 0 in every row: units of a ReLU that no example of the batch wakes.
 *
 * @param y Shape [..., C], what a layer gives.
 * @example
 * deadShare(tensor([[0, 2, 0, 1], [0, 0, 0, 3]])); // 0.5
 */
export function deadShare({ data, shape }: NDArray): number {
  const C = shape[shape.length - 1] ?? 1;
  const awake = new Uint8Array(C);
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) awake[i % C] = 1;
  return awake.reduce((dead, one) => dead - one, C) / C;
}

/**
 * The mean entropy −Σ a ln a of what queries look at, in nats: 0 where each sees one key only, ln S where all S keys count
 * alike. Queries that look nowhere are left out.
 *
 * @param weights Shape [..., S]: rows of shares that add up to 1.
 * @example
 * attentionEntropy(tensor([[1, 0], [0.5, 0.5]])); // ½ ln 2 = 0.3466
 */
export function attentionEntropy({ data, shape }: NDArray): number {
  const S = shape[shape.length - 1] ?? 1;
  let [entropy, rows] = [0, 0];
  for (let start = 0; start < data.length; start += S) {
    let looks = false;
    for (let i = start; i < start + S; i++) {
      if (data[i] !== 0) {
        entropy -= data[i] * log(data[i]);
        looks = true;
      }
    }
    if (looks) rows++;
  }
  return entropy / rows;
}

/**
 * The largest |logit| of attention. −∞, which a mask puts there, does not count; NaN does.
 *
 * @param scores Any shape: q kᵀ / √D.
 * @example
 * largestLogit(tensor([[1, -7], [3, -Infinity]])); // 7
 */
export function largestLogit({ data }: NDArray): number {
  let largest = 0;
  for (let i = 0; i < data.length; i++)
    if (data[i] !== -Infinity) largest = Math.max(largest, Math.abs(data[i]));
  return largest;
}

/**
 * The ratio of two lengths, ‖after − before‖ / ‖before‖, as its logarithm to base 10: about −3 is a healthy step.
 * −∞ where nothing moved, ∞ where all was 0.
 *
 * @example
 * updateToData(tensor([3, 4]), tensor([3, 4.05])); // log₁₀ 0.01 = -2
 */
export function updateToData(before: NDArray, after: NDArray): number {
  let [moved, length] = [0, 0];
  for (let i = 0; i < before.data.length; i++) {
    const step = after.data[i] - before.data[i];
    moved += step * step;
    length += before.data[i] * before.data[i];
  }
  return moved === 0 ? -Infinity : log(moved / length) / (2 * log(10));
}
