import { Tensor } from '../../../autograd/index.js';
import { BatchNorm } from '../../../norm/batch-norm/index.js';
import { ndarray } from '../../../tensor/ndarray.js';
import { centre, mean, sum, variance } from '../../arrays/statistics.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';

/** BatchNorm without γ and β: what it gives for batches of shape [N, C], one after the other in training, and last for x in use. */
export type Layer = (batches: Tensor[], x: Tensor) => Tensor[];

/** What is done with the numbers of one channel. It keeps a mean, and a number `kept` that starts at 1. */
interface Rule {
  /** What they are divided by in training. */
  readonly inTraining: (values: number[]) => number;
  /** What `kept` takes up of a batch. */
  readonly keeps: (values: number[]) => number;
  /** What they are divided by in use. */
  readonly inUse: (kept: number, mean: number, values: number[]) => number;
  /** How much is taken up of a batch. */
  readonly momentum?: number;
}

const eps = 1e-5;
/** σ² over n − 1. */
export const unbiased = (values: number[]): number =>
  sum(centre(values).map((v) => v * v)) / (values.length - 1);
const root = (square: number): number => Math.sqrt(square + eps);

/** A layer by a rule for each channel. */
export function following({ inTraining, keeps, inUse, momentum = 0.1 }: Rule): Layer {
  return (batches, x) => {
    const channels = Array.from({ length: x.shape[1] }, (_, c) => {
      let [mu, kept] = [0, 1];
      const trained = batches.map((batch) => {
        const values = column(batch, c);
        mu = (1 - momentum) * mu + momentum * mean(values);
        kept = (1 - momentum) * kept + momentum * keeps(values);
        const divisor = inTraining(values);
        return centre(values).map((value) => value / divisor);
      });
      const values = column(x, c);
      const divisor = inUse(kept, mu, values);
      return [...trained, values.map((value) => (value - mu) / divisor)];
    });
    return [...batches, x].map((given, k) =>
      beside(
        channels.map((answers) => answers[k]),
        given,
      ),
    );
  };
}
const column = ({ data, shape: [N, C] }: Tensor, c: number): number[] =>
  Array.from({ length: N }, (_, n) => data[n * C + c]);
const beside = (columns: readonly number[][], { shape }: Tensor): Tensor =>
  new Tensor(
    ndarray(
      columns[0].flatMap((_, n) => columns.map((values) => values[n])),
      shape,
    ),
  );

const byTheBook: Rule = { inTraining: (values) => root(variance(values)), keeps: unbiased, inUse: root };

/** B13: the deviation over n − 1 divides, and its running average is kept. */
export const keepsDeviation: Layer = following({
  inTraining: (values) => Math.sqrt(unbiased(values)),
  keeps: (values) => Math.sqrt(unbiased(values)),
  inUse: (kept) => kept,
});

/** The library's. */
export const ofTheLibrary: Layer = (batches, x) => {
  const norm = new BatchNorm(x.shape[1], { affine: false });
  return [...batches.map((batch) => norm.forward(batch)), norm.evaluate().forward(x)];
};

/** The right ones. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'the BatchNorm of the library': ofTheLibrary,
    'a BatchNorm that goes channel by channel': following(byTheBook),
    'a BatchNorm that keeps σ² times n / (n − 1)': following({
      ...byTheBook,
      keeps: (values) => variance(values) * (values.length / (values.length - 1)),
    }),
    'a BatchNorm that keeps the length of the centred batch': following({
      inTraining: (values) =>
        Math.sqrt((sum(centre(values).map((v) => v * v)) + values.length * eps) / values.length),
      keeps: (values) => variance(values) / (1 - 1 / values.length),
      inUse: (kept) => Math.pow(kept + eps, 1 / 2),
    }),
  },
  'This BatchNorm is right: in training it divides by √(σ² + ε), σ² over n; it keeps a tenth of each batch’s mean and of its variance over n − 1, from 0 and 1; in use, after evaluate(), it takes those. Which of these do you expect otherwise?',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a layer that divides by the deviation over n − 1 and keeps a running deviation',
    layer: keepsDeviation,
    says: 'This layer divides by the deviation over n − 1 and keeps the average of deviations. The smaller a batch, the more both of it shows: take batches of three or four numbers.',
  },
];

/** Half of the bug, or a neighbour of it. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a layer that trains rightly and keeps a running deviation',
    layer: following({ ...byTheBook, keeps: (values) => Math.sqrt(unbiased(values)), inUse: (kept) => kept }),
    says: 'In training this layer is right. In use it divides by an average of deviations, and that is less than the root of the average variance: look at its last answer, after batches of different spread.',
  },
  {
    name: 'a layer that divides by the deviation over n − 1 in training, and keeps what it should',
    layer: following({ ...byTheBook, inTraining: (values) => root(unbiased(values)) }),
    says: 'In use this layer is right. In training it divides by the deviation over n − 1: look at all of its answers.',
  },
  {
    name: 'a layer that keeps the average of 1/deviation',
    layer: following({
      ...byTheBook,
      keeps: (values) => 1 / root(unbiased(values)),
      inUse: (kept) => 1 / kept,
    }),
    says: 'This layer keeps the average of one over the deviation. With copies of one batch that comes to the same: take batches of different spread.',
  },
  {
    name: 'a layer that keeps the mean of squares',
    layer: following({
      ...byTheBook,
      keeps: (values) => mean(values) * mean(values) + unbiased(values),
      inUse: (kept, mu) => root(kept - mu * mu),
    }),
    says: 'This layer keeps the mean of squares, and takes off the square of the running mean in use. How far the means of batches lie apart, and from 0, counts as variance then: take batches with means of their own.',
  },
  {
    name: 'a layer that is never told that training is over',
    layer: following({ ...byTheBook, inUse: (_, __, values) => root(variance(values)) }),
    says: 'This layer divides by the deviation of the x that it gets in use, as if training went on. Look at its last answer.',
  },
  {
    name: 'a layer that remembers the last batch alone',
    layer: following({ ...byTheBook, momentum: 1 }),
    says: 'This layer keeps the statistics of the last batch and no other. A tenth of each should be taken up.',
  },
];

/** Tell experiments apart; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'what it was given', layer: (batches, x) => [...batches, x], says: '' },
  { name: 'zeros', layer: (batches, x) => answersOf(batches, x, () => 0), says: '' },
  { name: 'no numbers', layer: (batches, x) => answersOf(batches, x, () => NaN), says: '' },
  {
    name: 'right but for a thousandth',
    layer: (batches, x) => ofTheLibrary(batches, x).map((y) => mapped(y, (v) => 1.001 * v)),
    says: '',
  },
  { name: 'a variance over n kept', layer: following({ ...byTheBook, keeps: variance }), says: '' },
  { name: 'nine tenths taken up', layer: following({ ...byTheBook, momentum: 0.9 }), says: '' },
];

const mapped = (y: Tensor, f: (value: number) => number): Tensor =>
  new Tensor(ndarray(y.data.map(f), y.shape));
const answersOf = (batches: Tensor[], x: Tensor, f: () => number): Tensor[] =>
  [...batches, x].map((y) => mapped(y, f));
