import { numbersFor, rows, transposed, vector } from '../inputs.js';
import type { Spread } from '../inputs.js';
import type { Matrix } from '../plain.js';

/** What is kept from batch to batch: one mean and one variance for each column. */
interface Running {
  mean: number[];
  variance: number[];
}

/** How to normalize: by the batch (training) or by what was kept. */
export interface Options {
  eps: number;
  momentum: number;
  training: boolean;
}

/** What a BatchNorm over arrays is called with. */
export type BatchNormInputs = readonly [
  x: Matrix,
  gamma: number[],
  beta: number[],
  running: Running,
  options: Options,
];

/** The function the exercise asks for. */
export type BatchNormFunction = (
  x: Matrix,
  gamma: number[],
  beta: number[],
  running: Running,
  options: Options,
) => { y: Matrix; running: Running };

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
const gamma = [2, -1, 0.5];
const beta = [1, 0, -2];
const running = { mean: [1, -2, 0.5], variance: [4, 0.5, 9] };
/** What a new layer begins with. */
const fresh = { mean: [0, 0, 0], variance: [1, 1, 1] };
const training = { eps: 1e-5, momentum: 0.1, training: true };
const evaluation = { ...training, training: false };

/** γ = 1 and β = 0: to follow by hand. */
export const plain: BatchNormInputs = [batch, [1, 1, 1], [0, 0, 0], running, training];

/** Every column with a γ and a β of its own. */
export const affine: BatchNormInputs = [batch, gamma, beta, running, training];

/** Deviations that are not large beside √ε, and an ε that is nearly nothing. */
export const epsilons: readonly BatchNormInputs[] = [
  ...[0.3, 1e-12, 0, 2, 1e-5].map((eps) => [small, gamma, beta, running, { ...training, eps }] as const),
];

/** From a running mean that hardly moves to one that forgets; one that stays where it is; and a new one. */
export const momenta: readonly BatchNormInputs[] = [
  ...[0.1, 0.25, 0.9, 1, 0].map(
    (momentum) => [batch, gamma, beta, running, { ...training, momentum }] as const,
  ),
  [batch, gamma, beta, fresh, training],
];

/** Evaluation: also a single example, an ε that shows, as many rows as columns, a variance of 0, and a new layer. */
export const evaluations: readonly BatchNormInputs[] = [
  [batch, gamma, beta, running, evaluation],
  [batch.slice(1, 2), gamma, beta, running, evaluation],
  [small, gamma, beta, running, { ...evaluation, eps: 0.3, momentum: 0.5 }],
  [small.slice(1), gamma, beta, running, { ...evaluation, eps: 0 }],
  [batch, gamma, beta, { mean: [3, 0, 1], variance: [0, 1, 0] }, { ...evaluation, eps: 0.3 }],
  [batch, gamma, beta, fresh, { ...evaluation, eps: 2, momentum: 0 }],
];

/** A single example in training. */
export const single: BatchNormInputs = [batch.slice(0, 1), gamma, beta, running, training];

const sizes: readonly [N: number, C: number, options: Options, spread?: Spread][] = [
  [2, 1, { eps: 0.3, momentum: 0.2, training: true }],
  [2, 5, { eps: 1e-5, momentum: 0.1, training: true }],
  [5, 2, { eps: 0.3, momentum: 0.9, training: true }],
  [3, 3, { eps: 1e-12, momentum: 0.1, training: true }],
  [1, 4, { eps: 0.3, momentum: 0.1, training: false }],
  [7, 3, { eps: 1e-5, momentum: 0.3, training: false }],
  [3, 4, { eps: 1e-5, momentum: 0, training: true }],
  [4, 3, { eps: 1e-5, momentum: 1, training: true }],
  [3, 3, { eps: 0.2, momentum: 1, training: false }],
  [8, 2, { eps: 1e-12, momentum: 0.1, training: true }, { scale: 1e-4, offset: 0 }],
  [6, 2, { eps: 1e-16, momentum: 0.1, training: true }, { scale: 1e-7, offset: 0 }],
  [4, 3, { eps: 1e-5, momentum: 0.1, training: true }, { scale: 1e5 }],
  [2, 33, { eps: 1e-5, momentum: 0.1, training: true }],
];

/** One column, more rows than columns and fewer, tiny and huge columns, and one with a number far outside. */
export function shapes(seed: number): readonly BatchNormInputs[] {
  const random = numbersFor('shapes, batch', seed);
  const ask = ([N, C, options, spread]: (typeof sizes)[number]): BatchNormInputs => [
    transposed(rows(random, C, N, spread)),
    vector(random, C),
    vector(random, C),
    { mean: vector(random, C), variance: vector(random, C).map((value) => 0.2 + value * value) },
    options,
  ];
  const outlier = ask([131, 1, { eps: 1e-5, momentum: 0.1, training: true }]);
  outlier[0][17][0] += 100;
  return [[alike, gamma, beta, running, { ...training, eps: 0.1 }], ...sizes.map(ask), outlier];
}

/** Columns of equal numbers. */
export const constant: BatchNormInputs = [
  [
    [5, 0.1, 0],
    [5, 0.1, 0],
    [5, 0.1, 0],
    [5, 0.1, 0],
  ],
  gamma,
  beta,
  running,
  training,
];

/** Deviations of 1 around a hundred million, where float64 keeps eight digits after the point. */
export function far(seed: number): readonly BatchNormInputs[] {
  const random = numbersFor('far, batch', seed);
  const columns = [1e8, -3e7].flatMap((offset) => rows(random, 1, 6, { scale: 1, offset }));
  return [
    [transposed(columns), vector(random, 2), vector(random, 2), { mean: [1, 2], variance: [1, 2] }, training],
  ];
}

const other: BatchNormInputs = [small, [1, 2, 3], [4, 5, 6], fresh, training];

/** Questions after which an answer is looked at once more. In evaluation running may come back itself. */
export const pairs = [
  { first: affine, second: other },
  { first: constant, second: other },
  { first: evaluations[0], second: evaluations[2], parts: ['y'] },
];

/** Four questions of one shape. */
export function questions(seed: number): readonly BatchNormInputs[] {
  const random = numbersFor('questions, batch', seed);
  return [true, false, true, false].map((isTraining, i) => [
    rows(random, 4, 3),
    vector(random, 3),
    vector(random, 3),
    { mean: vector(random, 3), variance: [1 + i, 2, 0.5] },
    { eps: 0.1, momentum: 0.2, training: isTraining },
  ]);
}
