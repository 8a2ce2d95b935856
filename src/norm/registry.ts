import type { Tensor } from '../autograd/tensor.js';
import type { Shape } from '../tensor/shape.js';
import { adaNorm } from './ada-norm.js';
import { batchNorm } from './batch-norm/index.js';
import { channelOf } from './channels.js';
import { detachNorm } from './detach-norm.js';
import { groupNorm } from './group-norm.js';
import { layerNorm } from './layer-norm.js';
import { rmsNorm } from './rms-norm.js';

/** A change of the numbers that share a statistic which must leave the output unchanged (exactly, where ε = 0). */
export type Invariance = 'shift' | 'scale';

/** The inputs of a normalization. Each of them uses those that it names under `parameters`. */
export interface NormInputs {
  readonly x: Tensor;
  readonly gamma: Tensor;
  readonly beta: Tensor;
}

/** What the course and its tests know of a normalization. */
export interface Norm {
  readonly title: string;
  /** Which numbers share a statistic, in words. */
  readonly statisticsOver: string;
  /** The same for a program: numbers of x, by their place in memory, share a statistic if this is equal for both. */
  statisticOf(shape: Shape): (place: number) => number;
  /** The axis that γ and β have a number for each of. */
  readonly channelAxis: 1 | -1;
  /** Shapes of x that show what it does; the first has three numbers or more in every statistic. */
  readonly shapes: readonly [Shape, ...Shape[]];
  /** Shapes of x that it refuses. */
  readonly refuses: readonly Shape[];
  readonly parameters: readonly ('gamma' | 'beta')[];
  readonly invariantTo: readonly Invariance[];
  /** Whether equal numbers become β. */
  readonly centres: boolean;
  /** Whether the way back takes something made from x for a constant, so that differences disagree with it. */
  readonly detaches: boolean;
  readonly source: string;
  apply(inputs: NormInputs, options: { readonly eps: number }): Tensor;
}

/** Statistics of rows of the last axis. */
const overRows = {
  statisticsOver: 'the C features of one row',
  statisticOf: (shape: Shape) => (place: number) => Math.floor(place / shape[shape.length - 1]),
  channelAxis: -1,
  shapes: [
    [3, 5],
    [1, 1],
    [1, 2],
    [2, 3, 4],
    [0, 4],
  ],
  refuses: [[], [2, 0]],
} as const;

const groups = 2;

/**
 * Every normalization of the course by name. The contract runs over this table.
 *
 * @example
 * norms.layerNorm.statisticsOver; // 'the C features of one row'
 */
export const norms: Readonly<
  Record<'layerNorm' | 'rmsNorm' | 'batchNorm' | 'groupNorm' | 'detachNorm' | 'adaNorm', Norm>
> = {
  layerNorm: {
    ...overRows,
    title: 'Layer normalization',
    parameters: ['gamma', 'beta'],
    invariantTo: ['shift', 'scale'],
    centres: true,
    detaches: false,
    source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450',
    apply: ({ x, gamma, beta }, { eps }) => layerNorm({ x, gamma, beta }, { eps }),
  },
  rmsNorm: {
    ...overRows,
    title: 'Root mean square normalization',
    parameters: ['gamma'],
    invariantTo: ['scale'],
    centres: false,
    detaches: false,
    source: 'Zhang and Sennrich (2019), arXiv:1910.07467',
    apply: ({ x, gamma }, { eps }) => rmsNorm({ x, gamma }, { eps }),
  },
  batchNorm: {
    title: 'Batch normalization, in training',
    statisticsOver: 'all samples and positions of one channel',
    statisticOf: (shape) => (place) => channelOf(shape)[place % channelOf(shape).length],
    channelAxis: 1,
    shapes: [
      [4, 3],
      [2, 3],
      [2, 2, 3],
      [1, 2, 2, 2],
      [0, 3],
    ],
    refuses: [[], [4], [1, 3], [1, 3, 1], [2, 0], [2, 3, 0]],
    parameters: ['gamma', 'beta'],
    invariantTo: ['shift', 'scale'],
    centres: true,
    detaches: false,
    source: 'Ioffe and Szegedy (2015), arXiv:1502.03167',
    apply: ({ x, gamma, beta }, { eps }) => batchNorm({ x, gamma, beta }, { eps }),
  },
  groupNorm: {
    title: 'Group normalization, here of two groups',
    statisticsOver: 'the channels of one group of one sample, at all positions',
    statisticOf: (shape) => (place) => Math.floor((place * groups) / channelOf(shape).length),
    channelAxis: 1,
    shapes: [
      [2, 4, 3],
      [3, 6],
      [2, 2, 1],
      [1, 4, 2, 2],
      [0, 2],
    ],
    refuses: [[], [4], [2, 3], [2, 0], [2, 4, 0]],
    parameters: ['gamma', 'beta'],
    invariantTo: ['shift', 'scale'],
    centres: true,
    detaches: false,
    source: 'Wu and He (2018), arXiv:1803.08494',
    apply: ({ x, gamma, beta }, { eps }) => groupNorm({ x, gamma, beta }, { groups, eps }),
  },
  detachNorm: {
    ...overRows,
    title: 'Layer normalization with detached statistics',
    parameters: ['gamma', 'beta'],
    invariantTo: ['shift', 'scale'],
    centres: true,
    detaches: true,
    source: 'Xu et al. (2019), arXiv:1911.07013',
    apply: ({ x, gamma, beta }, { eps }) => detachNorm({ x, gamma, beta }, { eps, detach: 'both' }),
  },
  adaNorm: {
    ...overRows,
    title: 'Adaptive normalization',
    parameters: [],
    invariantTo: ['shift', 'scale'],
    centres: true,
    detaches: true,
    source: 'Xu et al. (2019), arXiv:1911.07013',
    apply: ({ x }, { eps }) => adaNorm({ x }, { eps }),
  },
};
