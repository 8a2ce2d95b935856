import { centre, mean, meanSquare, variance } from '../../arrays/statistics.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';

/** A layer of one row. */
export type Layer = (x: number[]) => number[];

const xhat = (x: readonly number[], eps = 0): number[] =>
  centre(x).map((value) => value / Math.sqrt(variance(x) + eps));

/** LayerNorm, of which the claim was made. */
export const layerNorm: Layer = (x) => xhat(x, 1e-5);

/** Turns a row so that its largest distance from the mean is upwards: of this layer the claim is true. */
export const upright: Layer = (x) => {
  const y = xhat(x);
  const farthest = y.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return y.map((value) => value * Math.sign(farthest));
};

/** The claim holds for these, to the last digits. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'a norm that turns its row upright': upright,
    'the sizes of x̂': (x) => xhat(x).map(Math.abs),
    'the squares of x̂': (x) => xhat(x).map((value) => value * value),
    'each number divided by the first': (x) => x.map((value) => value / x[0]),
    'the share of each size in the largest': (x) =>
      x.map((value) => Math.abs(value) / Math.max(...x.map(Math.abs))),
  },
  'Of this layer the claim is true: every factor but 0, of either sign, leaves its answer as it is, up to rounding. Do you compare layer(αx) with layer(x) itself, at a row and factors that the claim allows, and how near do you ask them to be?',
);

/** The layer of the claim; at ε = 0 nothing but a sign refutes it. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'LayerNorm at ε = 0',
    layer: (x) => xhat(x),
    says: 'This is LayerNorm at ε = 0, so no factor is refuted by ε, and your experiment finds the claim true of it. "Any α ≠ 0" is a large word: is there a kind of number that you have not tried?',
  },
  {
    name: 'LayerNorm',
    layer: layerNorm,
    says: 'This is LayerNorm, and your experiment finds the claim true of it. "Any α ≠ 0" is a large word: is there a kind of number that you have not tried?',
  },
];

/** The claim is false for these, each for its own reason. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'an RMSNorm without ε',
    layer: (x) => x.map((value) => value / Math.sqrt(meanSquare(x))),
    says: 'This is RMSNorm: a positive factor cancels, a negative one turns the row round. Have you tried one, and do you compare with signs?',
  },
  {
    name: 'the sizes of x',
    layer: (x) => x.map(Math.abs),
    says: 'This layer takes the sizes of x. Turning the row round changes nothing, and every other factor does.',
  },
  {
    name: 'the sizes of x̂ with a large ε',
    layer: (x) => xhat(x, 0.5).map(Math.abs),
    says: 'This layer has an ε. A factor that makes the row small makes ε count: try small factors as well as large ones.',
  },
  {
    name: 'a layer that only centres',
    layer: (x) => centre(x),
    says: 'This layer only subtracts the mean: every factor shows.',
  },
  {
    name: 'a layer that reads the first two numbers upright',
    layer: (x: number[]): number[] => {
      const y = xhat(x);
      return y.map((value, i) => (i < 2 ? Math.abs(value) : value));
    },
    says: 'In this layer the first two numbers lose their sign, and the others keep it. Compare all of them, in rows of three or more.',
  },
  {
    name: 'a layer that is right for whole factors of two',
    layer: (x: number[]): number[] => {
      const size = Math.sqrt(meanSquare(x));
      return x.map((value) => Math.abs(value) / 2 ** Math.round(Math.log2(size)));
    },
    says: 'This layer divides by the nearest power of two. Factors like 2 and −2 cancel, and 3 does not: try more than one size.',
  },
];

/** Tell apart what experiments look at; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'x itself', layer: (x: number[]) => x, says: '' },
  { name: 'hardly anything of x', layer: (x: number[]) => x.map((value) => 1 + 1e-13 * value), says: '' },
  { name: 'the mean', layer: (x: number[]) => [mean(x)], says: '' },
  { name: 'zeros', layer: (x: number[]) => x.map(() => 0), says: '' },
  { name: 'no numbers', layer: (x: number[]) => x.map(() => NaN), says: '' },
  {
    name: 'a hundredth of the sign beside',
    layer: (x: number[]) => x.map((value) => 1 + Math.sign(value) / 1000),
    says: '',
  },
];
