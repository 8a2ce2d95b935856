/** Merged statistics that are right, each written in its own way. */
import { sum } from '../../arrays/statistics.js';
import type { RightVersion } from '../../exercise.js';
import type { MergeFunction, Part } from './inputs.js';

/** One channel of the parts. */
export interface Channel {
  readonly n: readonly number[];
  readonly mean: readonly number[];
  readonly m2: readonly number[];
}

/** A merge from what it makes of one channel. */
export const eachChannel =
  (of: (channel: Channel) => { mean: number; variance: number }): MergeFunction =>
  (parts) => {
    const found = parts[0].mean.map((_, c) =>
      of({
        n: parts.map(({ n }) => n),
        mean: parts.map(({ mean }) => mean[c]),
        m2: parts.map(({ m2 }) => m2[c]),
      }),
    );
    return { mean: found.map(({ mean }) => mean), variance: found.map(({ variance }) => variance) };
  };

/** Means weighed by counts, about a mean that is near all of them: exact far from zero as well. */
export function meanOf({ n, mean }: Channel): number {
  return mean[0] + sum(mean.map((value, k) => n[k] * (value - mean[0]))) / sum(n);
}

/** All at once. */
export const merge: MergeFunction = eachChannel((channel) => {
  const { n, mean, m2 } = channel;
  const all = meanOf(channel);
  const inside = sum(m2);
  const between = sum(mean.map((value, k) => n[k] * (value - all) * (value - all)));
  return { mean: all, variance: (inside + between) / sum(n) };
});

/** Two at a time, by the formula of Chan, Golub and LeVeque. */
const pairwise: MergeFunction = (parts) => {
  const join = (a: Part, b: Part): Part => {
    const n = a.n + b.n;
    if (n === 0) return a;
    const gap = b.mean.map((value, c) => value - a.mean[c]);
    return {
      n,
      mean: a.mean.map((value, c) => value + (gap[c] * b.n) / n),
      m2: a.m2.map((value, c) => value + b.m2[c] + (gap[c] * gap[c] * a.n * b.n) / n),
    };
  };
  const { n, mean, m2 } = parts.reduce(join);
  return { mean: [...mean], variance: m2.map((value) => value / n) };
};

/** By shares of the whole. */
const shares: MergeFunction = (parts) => {
  const busy = parts.filter(({ n }) => n > 0);
  const total = sum(busy.map(({ n }) => n));
  const channels = busy[0].mean.map((_, c) => c);
  const mean = channels.map((c) => sum(busy.map((part) => (part.n / total) * part.mean[c])));
  const variance = channels.map((c) =>
    sum(busy.map((part) => (part.n / total) * (part.m2[c] / part.n + (part.mean[c] - mean[c]) ** 2))),
  );
  return { mean, variance };
};

/** From the last to the first. */
const fromTheEnd: MergeFunction = (parts) => pairwise([...parts].reverse());

/** Four right ones. */
export const rightMerges: readonly RightVersion<MergeFunction>[] = [
  { name: 'inside and between', candidate: merge },
  { name: 'two at a time', candidate: pairwise },
  { name: 'by shares', candidate: shares },
  { name: 'from the last to the first', candidate: fromTheEnd },
];
