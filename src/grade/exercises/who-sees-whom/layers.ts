/** Layers over plain arrays, one row for each sample, that differ in who hears whom. */
import { transposed } from '../../arrays/inputs.js';
import type { Matrix } from '../../arrays/plain.js';
import { centre, mean, meanSquare } from '../../arrays/statistics.js';

/** A layer: as many rows come out as go in, and as long. */
export type SampleLayer = (x: Matrix) => Matrix;

/** In what is shown to a learner a layer has a name and no code. */
const named = (name: string, layer: SampleLayer): SampleLayer => {
  Object.defineProperty(layer, 'toString', { value: () => name });
  return layer;
};

const normalized = (values: readonly number[], eps: number): number[] => {
  const centred = centre(values);
  const rstd = 1 / Math.sqrt(meanSquare(centred) + eps);
  return centred.map((value) => value * rstd);
};

/** With next to no ε, so that a row and its double come out alike to the last bit. */
const ofRow = (row: readonly number[]): number[] => normalized(row, 1e-300);
/** With an ε that shows: else nothing but signs is left of two samples, and a small change is not heard. */
const overTheBatch: SampleLayer = (x) => transposed(transposed(x).map((column) => normalized(column, 0.1)));

export const layerNorm = named('LayerNorm', (x) => x.map(ofRow));
export const batchNorm = named('BatchNorm in training', overTheBatch);
export const batchNormInUse = named('BatchNorm in use', (x) =>
  x.map((row) => row.map((value, c) => (2 * (value - c)) / Math.sqrt(c + 4) - 1)),
);
export const ghostBatchNorm = named('ghost BatchNorm, two samples each', (x) =>
  Array.from({ length: Math.ceil(x.length / 2) }, (_, i) => overTheBatch(x.slice(2 * i, 2 * i + 2))).flat(),
);
/** Sample n is centred by the mean of those up to it. */
export const causal = named('centred by the samples so far', (x) =>
  x.map((row, n) => row.map((value, c) => value - mean(x.slice(0, n + 1).map((other) => other[c])) / 2)),
);
/** Only the last feature takes its mean over the batch. */
export const lastFeature = named('LayerNorm, and the last feature over the batch', (x) => {
  const y = x.map(ofRow);
  const last = x[0].length - 1;
  const mu = mean(x.map((row) => row[last]));
  return y.map((row, n) => row.map((value, c) => (c === last ? x[n][c] - mu : value)));
});
/** What is heard is a ten-thousandth of what is said. */
export const faint = named('a faint mean over the batch', (x) => {
  const mu = transposed(x).map(mean);
  return x.map((row) => ofRow(row).map((value, c) => value + 1e-4 * mu[c]));
});
export const neighbour = named('each sample and the next', (x) =>
  x.map((row, n) => row.map((value, c) => 2 * value + (x[n + 1]?.[c] ?? 0))),
);
export const forgetful = named('a layer that gives back numbers of its own', (x) =>
  x.map((row, n) => row.map((_, c) => n - c)),
);
export const shifted = named('each sample from the one before', (x) =>
  x.map((_, n) => ofRow(x[(n + x.length - 1) % x.length])),
);

/** On these, detectives differ that agree on all others. */
export const scaled = named('RMSNorm', (x) =>
  x.map((row) => row.map((value) => value / Math.sqrt(meanSquare(row)))),
);
export const centred = named('each row less its mean', (x) => x.map(centre));
export const opposites = named('a row that adds up to 0', (x) =>
  x.map(([first, ...rest]) => [first * first, ...rest.map(() => (-first * first) / rest.length)]),
);
export const lastHeard = named('the last feature of all, heard in every feature', (x) => {
  const mu = mean(x.map((row) => row[row.length - 1]));
  return x.map((row) => row.map((value) => value + mu));
});
