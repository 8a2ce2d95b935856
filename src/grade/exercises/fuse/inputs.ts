import { numbersFor, rows, transposed, vector } from '../../arrays/inputs.js';
import type { Matrix } from '../../arrays/plain.js';

/** A BatchNorm in use: one of each for every output of the layer before it. */
export interface NormInUse {
  readonly gamma: number[];
  readonly beta: number[];
  readonly mean: number[];
  readonly variance: number[];
  readonly eps: number;
}

/** What the weights of one output are: a column of a linear layer, a row of a kernel that is laid out. */
type Outputs = 'columns' | 'rows';

/** What `fuse` is called with. */
export type FuseInputs = readonly [weight: Matrix, bias: number[], norm: NormInUse, outputs: Outputs];

/** The function the exercise asks for. */
export type FuseFunction = (
  weight: Matrix,
  bias: number[],
  norm: NormInUse,
  outputs: Outputs,
) => { weight: Matrix; bias: number[] };

const weight = [
  [1, -2, 3],
  [4, 0, -1],
];
const bias = [1, 2, -1];
/** Deviations 2, 3 and ½, so that ε does not show in four digits. */
const norm = { gamma: [4, -3, 2], beta: [10, 0, -2], mean: [3, -1, 1], variance: [4, 9, 0.25], eps: 1e-5 };

/** A linear layer of two inputs and three outputs: to follow by hand. */
export const plain: FuseInputs = [weight, bias, norm, 'columns'];

/** Deviations that are not large beside √ε, and an ε of nothing. */
export const epsilons: readonly FuseInputs[] = [0.3, 1e-3, 0, 2].map((eps) => [
  weight,
  bias,
  { ...norm, variance: [0.04, 0.5, 0.001], eps },
  'columns',
]);

/** The same numbers as two kernels: each output has a row. */
export const kernels: readonly FuseInputs[] = [
  [transposed(weight), bias, norm, 'rows'],
  [
    [
      [2, 4, 6],
      [1, 3, 5],
      [0, 7, -1],
    ],
    bias,
    norm,
    'rows',
  ],
];

/** Squares, single inputs and outputs, a γ of 0. */
export function shapes(seed: number): readonly FuseInputs[] {
  const random = numbersFor('fuse', seed);
  const ask = (inputs: number, C: number, outputs: Outputs, eps: number): FuseInputs => {
    const W = rows(random, C, inputs);
    const one = (): number[] => vector(random, C);
    return [
      outputs === 'rows' ? W : transposed(W),
      one(),
      { gamma: one(), beta: one(), mean: one(), variance: one().map((v) => 0.1 + v * v), eps },
      outputs,
    ];
  };
  return [
    ask(3, 3, 'columns', 0.1),
    ask(3, 3, 'rows', 0.1),
    ask(1, 4, 'columns', 1e-5),
    ask(5, 1, 'rows', 1e-3),
    ask(4, 2, 'columns', 1e-5),
    ask(9, 2, 'rows', 1e-5),
  ];
}

/** Questions after which an answer is looked at once more. */
export const pairs = [
  { first: plain, second: epsilons[0] },
  { first: kernels[0], second: kernels[1] },
];
