import type { Tensor } from '../../../autograd/index.js';
import { batchNorm } from '../../../norm/batch-norm/index.js';
import { ndarray } from '../../../tensor/ndarray.js';
import { centre, mean, sum, variance } from '../../arrays/statistics.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';

/** What a BatchNorm keeps after one batch x of shape [N, C, P]: C variances, from those it kept before. */
export type Layer = (x: Tensor, kept: number[], momentum: number) => number[];

/** The numbers of one channel, sample by sample, and how many there are of what. */
interface Channel {
  readonly samples: readonly number[][];
  readonly values: number[];
  readonly N: number;
  readonly C: number;
  readonly n: number;
}
type Estimate = (channel: Channel) => number;
type Taking = (kept: number, estimate: number, momentum: number, channel: Channel) => number;

const moved = (kept: number, estimate: number, momentum: number): number =>
  (1 - momentum) * kept + momentum * estimate;

/** A layer by its estimate of the variance of a channel, and by how it takes that up. */
export function keeping(estimate: Estimate, taking: Taking = moved): Layer {
  return (x, kept, momentum) =>
    kept.map((before, c) => {
      const channel = channelOf(x, c);
      return taking(before, estimate(channel), momentum, channel);
    });
}

function channelOf({ data, shape: [N, C] }: Tensor, c: number): Channel {
  const P = data.length / (N * C);
  const samples = Array.from({ length: N }, (_, i) => [
    ...data.subarray((i * C + c) * P, (i * C + c + 1) * P),
  ]);
  return { samples, values: samples.flat(), N, C, n: N * P };
}
const over =
  (divisor: (channel: Channel) => number): Estimate =>
  (channel) =>
    sum(centre(channel.values).map((value) => value * value)) / divisor(channel);

/** B14: the variance over n is kept, the one that the batch is divided by. */
export const overN: Layer = keeping(({ values }) => variance(values));

/** The library's. */
export const ofTheLibrary: Layer = (x, kept, momentum) => {
  const running = {
    mean: ndarray(
      kept.map(() => 0),
      [kept.length],
    ),
    variance: ndarray(kept, [kept.length]),
  };
  batchNorm({ x }, { running, momentum });
  return [...running.variance.data];
};

/** Right but for which numbers it takes for those of channel c. */
const regrouped =
  (belongs: (i: number, c: number, x: Tensor) => boolean): Layer =>
  (x, kept, momentum) =>
    kept.map((before, c) => {
      const values = [...x.data].filter((_, i) => belongs(i, c, x));
      return moved(before, sum(centre(values).map((v) => v * v)) / (values.length - 1), momentum);
    });

/** C pieces of x, one behind the other. */
export const inPieces: Layer = regrouped(
  (i, c, { data, shape }) => Math.floor((i * shape[1]) / data.length) === c,
);

/** As if channels came last. */
export const everyOther: Layer = regrouped((i, c, { shape }) => i % shape[1] === c);

/** Half the mean square of the differences of all pairs of two. */
const ofPairs: Estimate = ({ values, n }) =>
  sum(values.flatMap((a) => values.map((b) => (a - b) * (a - b)))) / (2 * n * (n - 1));

/** One number after the other (Welford). */
const inOnePass: Estimate = ({ values, n }) => {
  let [mu, squares] = [0, 0];
  values.forEach((value, i) => {
    const delta = value - mu;
    mu += delta / (i + 1);
    squares += delta * (value - mu);
  });
  return squares / (n - 1);
};

/** The right ones. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'the BatchNorm of the library': ofTheLibrary,
    'a running variance over n − 1': keeping(over(({ n }) => n - 1)),
    'a running variance of all pairs': keeping(ofPairs, (kept, now, m) => kept + m * (now - kept)),
    'a running variance in one pass': keeping(inOnePass),
    'a running variance that counts all numbers, and takes off the channels': keeping(
      ({ values, n, C }) => (variance(values) * n * C) / (n * C - C),
    ),
  },
  'This layer is right: it takes up the share m of the variance over n − 1, where n counts all numbers of the channel, over samples and positions. Which n, which divisor and which share do you expect?',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a running variance over n',
    layer: overN,
    says: 'This layer keeps the variance over n, which is too small by (n − 1)/n on average, however many batches it sees. Take a batch of few numbers, where that is much.',
  },
];

/** Corrections that are not the one. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a correction by N / (N − 1)',
    layer: keeping(({ values, N }) => (variance(values) * N) / (N - 1)),
    says: 'This layer corrects by the number of samples, and forgets their positions. With one position nobody sees it: take x of shape [N, C, P].',
  },
  {
    name: 'a correction that counts the channels as well',
    layer: keeping(({ values, n, C }) => (variance(values) * n * C) / (n * C - 1)),
    says: 'This layer counts the numbers of all channels. With one channel that is right: take two or more.',
  },
  {
    name: 'a correction of what was kept as well',
    layer: keeping(
      ({ values }) => variance(values),
      (kept, now, m, { n }) => (moved(kept, now, m) * n) / (n - 1),
    ),
    says: 'This layer corrects the sum of old and new, so that what was kept is corrected again with every batch, and grows. Nobody sees it where nothing is left of the old: take a kept variance that is not 0, and a momentum below 1.',
  },
  {
    name: 'the momentum the other way round',
    layer: keeping(
      over(({ n }) => n - 1),
      (kept, now, m) => moved(kept, now, 1 - m),
    ),
    says: 'This layer keeps the share m of the old and takes up 1 − m of the new, as some libraries mean their momentum. With m = ½ nobody sees it: take another one.',
  },
  {
    name: 'the mean of the variances of the samples',
    layer: keeping(({ samples }) =>
      mean(samples.map((values) => (variance(values) * values.length) / (values.length - 1))),
    ),
    says: 'This layer takes the variance of each sample by itself, over P − 1, and averages. How far the means of samples lie apart is lost.',
  },
  {
    name: 'the correction turned over',
    layer: keeping(({ values, n }) => (variance(values) * (n - 1)) / n),
    says: 'This layer multiplies by (n − 1)/n where it should divide: what was too small is smaller still.',
  },
  {
    name: 'one variance for all channels',
    layer: (x: Tensor, kept: number[], momentum: number): number[] => {
      const estimate = sum(centre([...x.data]).map((v) => v * v)) / (x.data.length - 1);
      return kept.map((before) => moved(before, estimate, momentum));
    },
    says: 'This layer takes one variance over all channels together. Take two channels that differ.',
  },
];
