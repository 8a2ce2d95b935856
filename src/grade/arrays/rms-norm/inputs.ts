import { numbersFor, rows, vector } from '../inputs.js';
import type { Spread } from '../inputs.js';
import type { Matrix } from '../plain.js';

/** What an RMSNorm over arrays is called with. */
export type RmsNormInputs = readonly [x: Matrix, gamma: number[], eps: number];

/** The function the exercise asks for. */
export type RmsNormFunction = (x: Matrix, gamma: number[], eps: number) => Matrix;

/** Mean squares so large that ε = 1e-5 does not show. */
const words = [
  [1, 3, 4, 8],
  [-2, 0, 1, 9],
  [7, -3, 1, 5],
];
const small = [
  [0.1, 0.3, 0.4, 0.8],
  [-0.2, 0, 0.1, 0.9],
];
/** A row whose mean square is 1 already, and rows of one mean square. */
const alike = [
  [1, -1, 1, 1],
  [1, 2, 4, 5],
  [5, -4, 2, 1],
  [3, 3, 3, 3],
  [-1, 3, 5, 0],
];
const gamma = [2, -1, 0.5, 3];

/** γ = 1: to follow by hand. */
export const plain: RmsNormInputs = [words, [1, 1, 1, 1], 1e-5];

/** Every column with a γ of its own. */
export const scaled: RmsNormInputs = [words, gamma, 1e-5];

/** Numbers that are not large beside √ε, and an ε that is nearly nothing. */
export const epsilons: readonly RmsNormInputs[] = [
  [small, gamma, 0.3],
  [small, gamma, 1e-12],
  [small, gamma, 0],
  [small, gamma, 2],
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
  [2, 6, 1e-5, { scale: 1, offset: 1e8 }],
];

/** One row, one column, more rows than columns and fewer, tiny and huge rows, and one with a number far outside. */
export function shapes(seed: number): readonly RmsNormInputs[] {
  const random = numbersFor('shapes, rms', seed);
  const ask = ([N, C, eps, spread]: (typeof sizes)[number]): RmsNormInputs => [
    rows(random, N, C, spread),
    vector(random, C),
    eps,
  ];
  const outlier = ask([1, 131, 1e-5]);
  outlier[0][0][17] += 100;
  return [[alike, gamma, 0.1], ...sizes.map(ask), outlier];
}

/** A row of equal numbers, and one of zeros. */
export const constant: RmsNormInputs = [
  [
    [0, 0, 0, 0],
    [0.1, 0.1, 0.1, 0.1],
    [5, 5, 5, 5],
  ],
  gamma,
  1e-5,
];

/** Questions after which an answer is looked at once more: with a row of zeros, too. */
export const pairs = [
  { first: constant, second: plain },
  { first: scaled, second: constant },
];

/** Three questions of one shape. */
export function questions(seed: number): readonly RmsNormInputs[] {
  const random = numbersFor('questions, rms', seed);
  return [0.3, 1e-5, 0.1].map((eps) => [rows(random, 3, 4), vector(random, 4), eps]);
}
