import { numbersFor, rows, transposed, vector } from '../inputs.js';
import type { Spread } from '../inputs.js';
import type { Matrix } from '../plain.js';
import type { BackInputs } from '../row-gradients.js';
import { variance } from '../statistics.js';

/** Four examples of three features, with deviations so large that ε = 1e-5 does not show. */
const batch = [
  [1, -2, 7],
  [3, 0, -3],
  [4, 1, 1],
  [8, 9, 5],
];
const small = batch.map((row) => row.map((value) => value / 10));
/** A column that is normalized already, and columns of one mean. */
const alike = [
  [1, 1, 2],
  [-1, 2, 3],
  [1, 4, 3],
  [-1, 5, 4],
];
/** No column of it sums to 0, and none is the same everywhere: with dy = 1 the true dx is 0. */
const dy = [
  [1, 0, 3],
  [0, 2, 1],
  [0, -1, 0],
  [2, 0, -2],
];
const gamma = [2, -1, 0.5];

/** γ = 1: to follow by hand. */
export const plain: BackInputs = [dy, batch, [1, 1, 1], 1e-5];

/** Every column with a γ of its own. */
export const scaled: BackInputs = [dy, batch, gamma, 1e-5];

/** Deviations that are not large beside √ε, and an ε that is nearly nothing. */
export const epsilons: readonly BackInputs[] = [
  [dy, small, gamma, 0.3],
  [dy, small, gamma, 1e-12],
  [dy, small, gamma, 0],
  [dy, small, gamma, 2],
  scaled,
];

const sizes: readonly [N: number, C: number, eps: number, spread?: Spread][] = [
  [1, 3, 0.3],
  [2, 1, 0.3],
  [2, 5, 1e-5],
  [5, 2, 0.3],
  [3, 3, 0.3],
  [7, 3, 1e-12],
  [8, 2, 1e-12, { scale: 1e-4, offset: 0 }],
  [6, 2, 1e-16, { scale: 1e-7, offset: 0 }],
  [4, 3, 1e-5, { scale: 1e5 }],
  [2, 33, 1e-5],
  [60, 1, 1e-5],
];

function ask(purpose: string, seed: number): (size: (typeof sizes)[number]) => BackInputs {
  const random = numbersFor(purpose, seed);
  const columns = (N: number, C: number, spread?: Spread): Matrix => transposed(rows(random, C, N, spread));
  return ([N, C, eps, spread]) => [
    columns(N, C, { scale: 1 }),
    columns(N, C, spread),
    vector(random, C),
    eps,
  ];
}

/** One column, two rows, more rows than columns and fewer, tiny columns and huge ones. */
export function shapes(seed: number): readonly BackInputs[] {
  return [...sizes.map(ask('shapes, batch, back', seed)), [dy, alike, gamma, 0.1]];
}

/** Columns of equal numbers. */
export const constant: BackInputs = [dy, batch.map(() => [5, 0.1, 0]), gamma, 1e-5];

/** Deviations of 1 around a hundred million, where float64 keeps eight digits after the point. */
export function far(seed: number): readonly BackInputs[] {
  const random = numbersFor('far, batch, back', seed);
  const columns = [1e8, -3e7].flatMap((offset) => rows(random, 1, 6, { scale: 1, offset }));
  return [[rows(random, 6, 2), transposed(columns), vector(random, 2), 1e-5]];
}

/** Questions after which an answer is looked at once more. */
export const pairs = [
  { first: constant, second: scaled },
  { first: scaled, second: plain },
];

/** Three questions of one shape. */
export function questions(seed: number): readonly BackInputs[] {
  const next = ask('questions, batch, back', seed);
  return [0.3, 1e-5, 0.1].map((eps) => next([4, 3, eps]));
}

/** How large the terms of dx are that cancel; those of dγ and dβ are as large as dy. */
export function size([back, x, weights, eps]: BackInputs, part: string): number {
  const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
  if (part !== 'dx') return largest(back.flat());
  const columns = transposed(x).map((column, c) => Math.abs(weights[c]) / Math.sqrt(variance(column) + eps));
  return Math.max(...transposed(back).map((column, c) => largest(column) * columns[c]));
}
