/** Data: plausible mistakes in merging statistics, and what to say to each. */
import { mean as meanOfAll, sum } from '../../arrays/statistics.js';
import type { WrongVersion } from '../../exercise.js';
import type { MergeFunction } from './inputs.js';
import { eachChannel, meanOf, merge } from './right.js';
import type { Channel } from './right.js';

/** The names of the checks. */
export const checkNames = {
  mean: 'weighs each mean by its count',
  inside: 'adds up what each worker found',
  between: 'adds the gaps between the means',
  several: 'takes any number of workers',
  idle: 'takes a worker without samples',
  far: 'keeps its digits far from zero',
} as const;

/** A merge with its own variance, or its own mean. */
const varied = (
  variance: (channel: Channel, all: number) => number,
  mean: (channel: Channel) => number = meanOf,
): MergeFunction =>
  eachChannel((channel) => ({ mean: mean(channel), variance: variance(channel, meanOf(channel)) }));

const inside = ({ m2 }: Channel): number => sum(m2);
const between = ({ n, mean }: Channel, all: number): number =>
  sum(mean.map((value, k) => n[k] * (value - all) * (value - all)));
const right = (channel: Channel, all: number): number =>
  (inside(channel) + between(channel, all)) / sum(channel.n);

type Text = readonly [name: string, says: string, candidate: MergeFunction];
const caught = (caughtBy: string, texts: readonly Text[]): WrongVersion<MergeFunction>[] =>
  texts.map(([name, says, candidate]) => ({ name, says, caughtBy, candidate }));

const means = caught(checkNames.mean, [
  [
    'the mean of the means',
    'You average the means as if all workers had as many samples. Weigh each by its n.',
    varied(right, ({ mean }) => meanOfAll(mean)),
  ],
  [
    'the sum of the means',
    'You add the means up. Weigh each by its n, and divide by all samples.',
    varied(right, ({ mean }) => sum(mean)),
  ],
  [
    'weighed, and divided by the workers',
    'You weigh by n and divide by the number of workers. Divide by the number of samples.',
    varied(right, ({ n, mean }) => sum(mean.map((value, k) => n[k] * value)) / n.length),
  ],
  [
    'the mean of the first worker',
    'Your mean is that of the first worker. The others have samples too.',
    varied(right, ({ mean }) => mean[0]),
  ],
  [
    'weighed by the other’s count',
    'You weigh each mean by the count of the other. A worker with more samples counts for more.',
    varied(right, ({ n, mean }) => {
      const turned = n.map((_, k) => n[n.length - 1 - k]);
      return sum(mean.map((value, k) => turned[k] * value)) / sum(n);
    }),
  ],
]);

const insides = caught(checkNames.inside, [
  [
    'divided by n − 1',
    'You divide by n − 1. The batch is normalized by its variance over n; n − 1 is for the running variance.',
    varied((channel, all) => (inside(channel) + between(channel, all)) / (sum(channel.n) - 1)),
  ],
  [
    'the mean of the variances',
    'You average the variances of the workers, each alike. Add up m2, and divide by all samples.',
    varied(
      (channel, all) =>
        meanOfAll(channel.m2.map((value, k) => (channel.n[k] === 0 ? 0 : value / channel.n[k]))) +
        between(channel, all) / sum(channel.n),
    ),
  ],
  [
    'the mean of the variances alone',
    'You average the variances of the workers, each alike. Add up m2, and divide by all samples; where means differ, the gaps between them count as well.',
    varied((channel) =>
      meanOfAll(channel.m2.map((value, k) => (channel.n[k] === 0 ? 0 : value / channel.n[k]))),
    ),
  ],
  [
    'm2 taken for a variance',
    'You weigh m2 by n, as one would a variance. It is a sum already: add it up, and divide once.',
    varied(
      (channel, all) =>
        (sum(channel.m2.map((v, k) => v * channel.n[k])) + between(channel, all)) / sum(channel.n),
    ),
  ],
  [
    'never divided',
    'You give back the sum of squares. Divide it by the number of all samples.',
    varied((channel, all) => inside(channel) + between(channel, all)),
  ],
  [
    'divided by the workers',
    'You divide by the number of workers. Divide by the number of samples.',
    varied((channel, all) => (inside(channel) + between(channel, all)) / channel.n.length),
  ],
  [
    'a deviation',
    'You give back the deviation, the root. The variance is asked for.',
    varied((channel, all) => Math.sqrt(right(channel, all))),
  ],
  [
    'the gaps alone',
    'You take the spread of the means alone. What lies inside each worker’s part, m2, belongs to it.',
    varied((channel, all) => between(channel, all) / sum(channel.n)),
  ],
]);

const gaps = caught(checkNames.between, [
  [
    'no gaps',
    'You add up m2 and stop there. Each m2 was taken about the worker’s own mean; where the means differ, the batch spreads wider.',
    varied((channel) => inside(channel) / sum(channel.n)),
  ],
  [
    'gaps not weighed',
    'You add the squared gap once for each worker. It holds for each of its samples: times n.',
    varied(
      (channel, all) =>
        (inside(channel) + sum(channel.mean.map((value) => (value - all) * (value - all)))) / sum(channel.n),
    ),
  ],
  [
    'gaps not squared',
    'You add the gaps, not their squares.',
    varied(
      (channel, all) =>
        (inside(channel) + sum(channel.mean.map((value, k) => channel.n[k] * Math.abs(value - all)))) /
        sum(channel.n),
    ),
  ],
  [
    'gaps from an unweighed mean',
    'Your gaps are taken from the plain mean of the means. Take them from the mean of all samples.',
    varied((channel) => (inside(channel) + between(channel, meanOfAll(channel.mean))) / sum(channel.n)),
  ],
  [
    'gaps subtracted',
    'You subtract the gaps. Means that lie apart make the spread of all wider.',
    varied((channel, all) => (inside(channel) - between(channel, all)) / sum(channel.n)),
  ],
]);

const others = [
  ...caught(checkNames.several, [
    [
      'two workers',
      'Your function takes two workers in. Those behind them have samples too.',
      (parts) => merge(parts.slice(0, 2)),
    ],
  ]),
  ...caught(checkNames.idle, [
    [
      'a part divided by its count',
      'A worker without samples makes NaN: m2 / n is 0/0 there. Leave such a part out, or never divide by one n alone.',
      (parts) => {
        const { mean, variance } = merge(parts);
        return {
          mean,
          variance: variance.map((value, c) => value + sum(parts.map(({ n, m2 }) => 0 * (m2[c] / n)))),
        };
      },
    ],
  ]),
  ...caught(checkNames.far, [
    [
      'a difference of squares',
      'You take the mean of the squares less the square of the mean. Far from zero both are huge and their digits cancel: use gaps.',
      varied(
        ({ n, mean, m2 }, all) =>
          sum(mean.map((value, k) => m2[k] + n[k] * value * value)) / sum(n) - all * all,
      ),
    ],
  ]),
  ...caught('leaves its inputs as they were', [
    [
      'input changed',
      'Your function wrote into what it was given. Each worker still needs its own numbers: make new arrays.',
      (parts) => {
        const merged = merge(parts);
        parts[0].mean = [...merged.mean];
        return merged;
      },
    ],
  ]),
];

/** From the mean to what a function does beside. */
export const wrongMerges: readonly WrongVersion<MergeFunction>[] = [...means, ...insides, ...gaps, ...others];
