import { numbersFor, rows, transposed } from '../../arrays/inputs.js';
import type { Matrix } from '../../arrays/plain.js';
import { centre, dot, mean } from '../../arrays/statistics.js';

/** What one worker knows of its part of the batch: how many samples, and of each channel the mean and Σ(x − mean)². */
export interface Part {
  n: number;
  mean: number[];
  m2: number[];
}

/** What `merge` is called with. */
export type MergeInputs = readonly [parts: Part[]];

/** The function the exercise asks for. */
export type MergeFunction = (parts: Part[]) => { mean: number[]; variance: number[] };

/** What a worker with these samples, one in each row, reports. */
function partOf(x: Matrix): Part {
  const columns = transposed(x);
  return {
    n: x.length,
    mean: columns.map((column) => mean(column)),
    m2: columns.map((column) => dot(centre(column), centre(column))),
  };
}

/** Two workers that share a mean, three and two samples: nothing but what each found counts. */
export const oneMean: MergeInputs = [
  [
    { n: 3, mean: [2, -1], m2: [6, 2] },
    { n: 2, mean: [2, -1], m2: [4, 8] },
  ],
];

/** Samples 1, 3 and 5, 7, 9 in the first channel: to follow by hand. */
export const byHand: MergeInputs = [
  [
    { n: 2, mean: [2, 0], m2: [2, 4] },
    { n: 3, mean: [7, 5], m2: [8, 1] },
  ],
];

/** As many samples on both: what was weighed wrongly may look right. */
export const alike: MergeInputs = [
  [
    { n: 4, mean: [1, 2], m2: [3, 5] },
    { n: 4, mean: [3, -2], m2: [1, 0] },
  ],
];

/** One worker, three, five, of unequal sizes; one sample is a part as well. */
export function several(seed: number): readonly MergeInputs[] {
  const random = numbersFor('merge', seed);
  const parts = (sizes: readonly number[], C: number): MergeInputs => [
    sizes.map((n) => partOf(transposed(rows(random, C, n)))),
  ];
  return [parts([5], 2), parts([3, 1, 6], 2), parts([2, 2, 2, 2, 7], 1), parts([1, 1, 1], 3)];
}

/** A worker that got no sample reports zeros. */
export const idle: readonly MergeInputs[] = [
  [[...byHand[0], { n: 0, mean: [0, 0], m2: [0, 0] }]],
  [[{ n: 0, mean: [0, 0], m2: [0, 0] }, ...byHand[0]]],
];

/** Deviations of 1 around a hundred million. */
export function far(seed: number): readonly MergeInputs[] {
  const random = numbersFor('merge, far', seed);
  return [[[4, 5].map((n) => partOf(transposed(rows(random, 2, n, { scale: 1, offset: 1e8 }))))]];
}

/** Questions after which an answer is looked at once more. */
export const pairs = [{ first: byHand, second: oneMean }];
