import { numbersFor, rows, vector } from '../inputs.js';
import type { Spread } from '../inputs.js';
import type { Matrix } from '../plain.js';

/** What a LayerNorm over arrays is called with. */
export type LayerNormInputs = readonly [x: Matrix, gamma: number[], beta: number[], eps: number];

/** The function the exercise asks for. */
export type LayerNormFunction = (x: Matrix, gamma: number[], beta: number[], eps: number) => Matrix;

/** Deviations so large that ε = 1e-5 does not show. */
const words = [
  [1, 3, 4, 8],
  [-2, 0, 1, 9],
  [7, -3, 1, 5],
];
const small = [
  [0.1, 0.3, 0.4, 0.8],
  [-0.2, 0, 0.1, 0.9],
];
/** Rows of one mean, rows of one variance, and one that is normalized already. */
const alike = [
  [1, -1, 1, -1],
  [1, 2, 4, 5],
  [2, 3, 3, 4],
  [11, 12, 14, 15],
  [-1, 3, 5, 0],
];
const gamma = [2, -1, 0.5, 3];
const beta = [1, 0, -2, 0.5];

/** γ = 1 and β = 0: to follow by hand. */
export const plain: LayerNormInputs = [words, [1, 1, 1, 1], [0, 0, 0, 0], 1e-5];

/** Every column with a γ and a β of its own. */
export const affine: LayerNormInputs = [words, gamma, beta, 1e-5];

/** Deviations that are not large beside √ε, and an ε that is nearly nothing. */
export const epsilons: readonly LayerNormInputs[] = [
  [small, gamma, beta, 0.3],
  [small, gamma, beta, 1e-12],
  [small, gamma, beta, 0],
  [small, gamma, beta, 2],
  affine,
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
];

/** One row, one column, more rows than columns and fewer, tiny and huge rows, and one with a number far outside. */
export function shapes(seed: number): readonly LayerNormInputs[] {
  const random = numbersFor('shapes', seed);
  const ask = ([N, C, eps, spread]: (typeof sizes)[number]): LayerNormInputs => [
    rows(random, N, C, spread),
    vector(random, C),
    vector(random, C),
    eps,
  ];
  const outlier = ask([1, 131, 1e-5]);
  outlier[0][0][17] += 100;
  return [[alike, gamma, beta, 0.1], ...sizes.map(ask), outlier];
}

/** Rows of equal numbers. */
export const constant: LayerNormInputs = [
  [
    [0, 0, 0, 0],
    [0.1, 0.1, 0.1, 0.1],
    [5, 5, 5, 5],
  ],
  gamma,
  beta,
  1e-5,
];

/** Deviations of 1 around a hundred million, where float64 keeps eight digits after the point. */
export function far(seed: number): readonly LayerNormInputs[] {
  const random = numbersFor('far', seed);
  const offsets = [1e8, -3e7];
  const x = offsets.flatMap((offset) => rows(random, 1, 6, { scale: 1, offset }));
  return [[x, vector(random, 6), vector(random, 6), 1e-5]];
}

/** Questions after which an answer is looked at once more: with rows of equal numbers, too. */
export const pairs = [
  { first: constant, second: plain },
  { first: affine, second: constant },
];

/** Three questions of one shape. */
export function questions(seed: number): readonly LayerNormInputs[] {
  const random = numbersFor('questions', seed);
  return [0.3, 1e-5, 0.1].map((eps) => [rows(random, 3, 4), vector(random, 4), vector(random, 4), eps]);
}
