import { toNested } from '../../../tensor/ndarray.js';
import type { Matrix } from '../../arrays/plain.js';
import { centre, mean, meanSquare, variance } from '../../arrays/statistics.js';
import type { Specimen } from '../../judging.js';
import { normals } from '../damage.js';
import { innocent } from '../experiments.js';

/** Says whether every row of y is normalized. */
export type Checker = (y: Matrix) => boolean;
/** What is judged: the answer of a layer. */
export type Output = () => Matrix;

const eps = 1e-5;
const input = (N: number, C: number): Matrix =>
  toNested(normals(`outputs ${N}`, [N, C], { mean: 1, deviation: 2 })) as Matrix;
const scaled = (row: readonly number[], divisor: number): number[] =>
  centre(row).map((value) => value / divisor);
const layerNorm = (x: Matrix): Matrix => x.map((row) => scaled(row, Math.sqrt(variance(row) + eps)));
const bessel = (row: readonly number[]): number => (variance(row) * row.length) / (row.length - 1);
const withBessel = (x: Matrix): Matrix => x.map((row) => scaled(row, Math.sqrt(bessel(row) + eps)));
const transposed = (x: Matrix): Matrix => x[0].map((_, c) => x.map((row) => row[c]));

/** B4: the deviation that most libraries print, over n − 1, of the whole block. */
export const deviationOverNMinusOne = (y: Matrix): number => Math.sqrt(bessel(y.flat()));

/** The deviation that LayerNorm sets to 1, over n. */
export const deviationOverN = (y: Matrix): number => Math.sqrt(variance(y.flat()));

/** A block of one row as LayerNorm leaves it. */
export const normalizedBlock = (N: number, C: number): Matrix => layerNorm(input(N, C));

/** Right outputs, of rows whose variance was far from ε. */
export const right: readonly Specimen<Output>[] = innocent<Output>(
  {
    'the LayerNorm of rows of 3': () => layerNorm(input(4, 3)),
    'the LayerNorm of rows of 8': () => layerNorm(input(3, 8)),
    'the LayerNorm of a single row': () => layerNorm(input(1, 24)),
    'the LayerNorm of rows of 64': () => layerNorm(input(5, 64)),
    'the LayerNorm of rows of deviation 0.15': () =>
      layerNorm(layerNorm(input(3, 8)).map((row) => row.map((value) => 0.15 * value))),
    'rows of 2, by hand': () => [
      [1, -1],
      [-1, 1],
    ],
  },
  'These rows are normalized: each has mean 0 and mean square 1, up to the trace that ε = 1e-5 leaves. By which count do you divide, and over what do you take it?',
);

/** As it was found: the deviation over n − 1 is 1 here, in every row. */
export const found: readonly Specimen<Output>[] = [
  {
    name: 'rows of 4, divided by the deviation over n − 1',
    layer: () => withBessel(input(3, 4)),
    says: 'In these rows it is the deviation over n − 1 that is 1; their mean square is 0.75. Is your deviation the one that LayerNorm divides by?',
  },
  {
    name: 'rows of 64, divided by the deviation over n − 1',
    layer: () => withBessel(input(3, 64)),
    says: 'The mean square of these rows is 63/64. With rows this long the two deviations differ by less than a hundredth: how much do you allow?',
  },
];

/** Blocks that look normalized from afar. */
export const disguised: readonly Specimen<Output>[] = [
  {
    name: 'a block normalized as a whole',
    layer: (): Matrix => {
      const x = input(4, 6).map((row, n) => row.map((value) => value * (n + 1)));
      const [mu, deviation] = [mean(x.flat()), Math.sqrt(variance(x.flat()))];
      return x.map((row) => row.map((value) => (value - mu) / deviation));
    },
    says: 'All the numbers together have mean 0 and mean square 1, but no single row has. Look at each row.',
  },
  {
    name: 'columns normalized instead of rows',
    layer: () => transposed(layerNorm(transposed(input(6, 4)))),
    says: 'Here the columns are normalized, not the rows. Which index runs within a row?',
  },
  {
    name: 'rows of mean square 1, not centred',
    layer: () => input(3, 8).map((row) => row.map((value) => value / Math.sqrt(meanSquare(row)))),
    says: 'These rows have mean square 1 and a mean that is not 0. Look at both.',
  },
  {
    name: 'rows that are centred and no more',
    layer: () => input(3, 8).map((row) => scaled(row, 1)),
    says: 'These rows have mean 0, and a spread that nobody set to 1.',
  },
  {
    name: 'rows too low, with deviation 1',
    layer: () => layerNorm(input(3, 8)).map((row) => row.map((value) => value - 0.5)),
    says: 'The mean of these rows is −0.5. A negative mean is not small: take its size.',
  },
  {
    name: 'rows a twentieth too high, with mean square 1',
    layer: () =>
      layerNorm(input(3, 8)).map((row) => row.map((value) => 0.05 + Math.sqrt(1 - 0.05 * 0.05) * value)),
    says: 'The mean of these rows is 0.05. Beside 1 that is little, beside rounding it is very much: allow a thousandth.',
  },
  {
    name: 'a block whose last row was forgotten',
    layer: () => [...layerNorm(input(3, 8)), input(4, 8)[3]],
    says: 'Only the last row is not normalized. Look at every row.',
  },
  {
    name: 'rows in which a number is missing',
    layer: () => [...layerNorm(input(2, 4)), [NaN, 1, -1, 0]],
    says: 'One row holds NaN. No comparison with NaN is true: ask whether the error is small, not whether it is large.',
  },
];
