/** What the exercises on the way back through a normalization of rows are asked with. */
import { numbersFor, rows, vector } from './inputs.js';
import type { Spread } from './inputs.js';
import type { Matrix } from './plain.js';
import type { meanSquare, variance } from './statistics.js';

/** What a way back is called with. */
export type BackInputs = readonly [dy: Matrix, x: Matrix, gamma: number[], eps: number];

const words = [
  [1, 3, 4, 8],
  [-2, 0, 1, 9],
  [7, -3, 1, 5],
];
const small = [
  [0.1, 0.3, 0.4, 0.8],
  [-0.2, 0, 0.1, 0.9],
  [0.7, -0.3, 0.1, 0.5],
];
/** A row that is normalized already, and rows of one mean. */
const alike = [
  [1, -1, 1, -1],
  [1, 2, 4, 5],
  [2, 3, 3, 4],
];
/** No row of it sums to 0, and none is the same everywhere: with dy = 1 the true dx of LayerNorm is 0. */
const dy = [
  [1, 0, 0, 2],
  [0, 2, -1, 0],
  [3, 1, 0, -2],
];
const gamma = [2, -1, 0.5, 3];

/** γ = 1: to follow by hand. */
export const plain: BackInputs = [dy, words, [1, 1, 1, 1], 1e-5];

/** Every column with a γ of its own. */
export const scaled: BackInputs = [dy, words, gamma, 1e-5];

/** Deviations that are not large beside √ε, and an ε that is nearly nothing. */
export const epsilons: readonly BackInputs[] = [
  [dy, small, gamma, 0.3],
  [dy, small, gamma, 1e-12],
  [dy, small, gamma, 0],
  [dy, small, gamma, 2],
  scaled,
];

const sizes: readonly [N: number, C: number, eps: number, spread?: Spread][] = [
  [1, 1, 0.3],
  [1, 5, 1e-5],
  [5, 1, 1e-5],
  [2, 3, 0.3],
  [7, 3, 1e-12],
  [3, 3, 0.3],
  [2, 8, 1e-12, { scale: 1e-4, offset: 0 }],
  [2, 6, 1e-16, { scale: 1e-7, offset: 0 }],
  [3, 4, 1e-5, { scale: 1e5 }],
  [33, 2, 1e-5],
  [1, 60, 1e-5],
];

/** One row, one column, more rows than columns and fewer, tiny rows and huge ones. */
export function shapes(seed: number): readonly BackInputs[] {
  const random = numbersFor('shapes, back', seed);
  const asked = sizes.map(([N, C, eps, spread]): BackInputs => [
    rows(random, N, C, { scale: 1 }),
    rows(random, N, C, spread),
    vector(random, C),
    eps,
  ]);
  return [[dy, alike, gamma, 0.1], ...asked];
}

/** Rows of equal numbers. */
export const constant: BackInputs = [
  dy,
  [
    [0, 0, 0, 0],
    [0.1, 0.1, 0.1, 0.1],
    [5, 5, 5, 5],
  ],
  gamma,
  1e-5,
];

/** Deviations of 1 around a hundred million, where float64 keeps eight digits after the point. */
export function far(seed: number): readonly BackInputs[] {
  const random = numbersFor('far, back', seed);
  const x = [1e8, -3e7].flatMap((offset) => rows(random, 1, 6, { scale: 1, offset }));
  return [[rows(random, 2, 6), x, vector(random, 6), 1e-5]];
}

/** Questions after which an answer is looked at once more. */
export const pairs = [
  { first: constant, second: plain },
  { first: scaled, second: plain },
];

/** Three questions of one shape. */
export function questions(seed: number): readonly BackInputs[] {
  const random = numbersFor('questions, back', seed);
  return [0.3, 1e-5, 0.1].map((eps) => [rows(random, 3, 4), rows(random, 3, 4), vector(random, 4), eps]);
}

/** How large the terms of dx are that cancel, by what a row is divided by; those of dγ and dβ are as large as dy. */
export function sizeBy(
  spread: typeof variance | typeof meanSquare,
): (inputs: BackInputs, part: string) => number {
  return ([back, x, weights, eps], part) => {
    const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
    if (part !== 'dx') return largest(back.flat());
    return Math.max(
      ...x.map(
        (row, n) => largest(back[n].map((value, c) => value * weights[c])) / Math.sqrt(spread(row) + eps),
      ),
    );
  };
}
