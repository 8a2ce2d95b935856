import { adaIN } from '../ada-in.js';
import { batchChannelNorm } from '../batch-channel-norm.js';
import { film } from '../film.js';
import { filterResponseNorm } from '../filter-response-norm.js';
import { l1BatchNorm, linfBatchNorm } from '../l1-batch-norm.js';
import { localResponseNorm } from '../local-response-norm.js';
import { pixelNorm } from '../pixel-norm.js';
import { positionalNorm } from '../positional-norm.js';
import { switchableNorm } from '../switchable-norm.js';
import { coordinatesOf, factor, numbers, sharedBy, shift, usual } from './norm.js';
import type { Norm } from './norm.js';
import type { Shape } from '../../tensor/shape.js';

const image = {
  ...usual,
  backward: 'composed',
  shapes: [
    [2, 5, 3],
    [1, 2],
    [2, 3, 2, 2],
    [0, 3],
  ],
  refuses: [[], [4], [2, 0], [2, 3, 0]],
  equivariantAlong: [0, 1, 2],
} as const;

const positions = {
  ...image,
  statisticsOver: 'all positions of one channel of one sample',
  statisticOf: sharedBy('sample', 'channel'),
  shapes: [
    [2, 3, 4],
    [1, 2, 2, 2],
    [0, 2, 3],
  ],
  refuses: [[], [4], [2, 3], [2, 3, 0]],
} as const;

const acrossChannels = {
  ...image,
  statisticsOver: 'the channels at one position of one sample',
  statisticOf: sharedBy('sample', 'position'),
  parameters: {},
} as const;

const batch = {
  ...image,
  parameters: { gamma: factor(1), beta: shift(1) },
  statisticsOver: 'all samples and positions of one channel',
  statisticOf: sharedBy('channel'),
  shapes: [
    [4, 3],
    [2, 2, 3],
    [0, 3],
  ],
  refuses: [[], [4], [1, 3], [2, 0], [2, 3, 0]],
  invariantTo: ['shift', 'scale'],
  equivariantAlong: [0, 1],
  centres: true,
} as const;

const size = 3;

/** Short compositions over x of shape [N, C, ...]. */
export const composedOfChannels = {
  pixelNorm: {
    ...acrossChannels,
    title: 'Pixel normalization',
    invariantTo: ['scale'],
    centres: false,
    source: 'Karras et al. (2018), arXiv:1710.10196',
    apply: ({ x }, { eps }) => pixelNorm({ x }, { eps }),
  },
  positionalNorm: {
    ...acrossChannels,
    title: 'Positional normalization',
    invariantTo: ['shift', 'scale'],
    centres: true,
    source: 'Li et al. (2019), arXiv:1907.04312',
    apply: ({ x }, { eps }) => positionalNorm({ x }, { eps }),
  },
  localResponseNorm: {
    ...acrossChannels,
    title: 'Local response normalization, here of windows of 3',
    statisticsOver: 'a window of channels at one position of one sample',
    reaches: (shape: Shape) => (from: number, to: number) => {
      const [a, b] = [from, to].map(coordinatesOf(shape));
      return a[0] === b[0] && a[2] === b[2] && Math.abs(a[1] - b[1]) <= (size - 1) / 2;
    },
    hasEps: false,
    invariantTo: [],
    equivariantAlong: [0, 2],
    centres: false,
    source: 'Krizhevsky, Sutskever and Hinton (2012)',
    inPyTorch: 'nn.LocalResponseNorm',
    apply: ({ x }) => localResponseNorm({ x }, { size, alpha: 0.5, beta: 0.75, k: 2 }),
  },
  filterResponseNorm: {
    ...positions,
    title: 'Filter response normalization, here without its threshold',
    parameters: { gamma: factor(1), beta: shift(1) },
    invariantTo: ['scale'],
    centres: false,
    source: 'Singh and Krishnan (2020), arXiv:1911.09737',
    apply: ({ x, gamma, beta }, { eps }) => filterResponseNorm({ x, gamma, beta }, { eps }),
  },
  adaIN: {
    ...positions,
    title: 'Adaptive instance normalization',
    parameters: {
      style: { shape: ([N, C, ...rest]) => [N, C, ...rest.map((n) => n + 1)], along: [0, 1], around: 0 },
    },
    invariantTo: ['shift', 'scale'],
    centres: true,
    source: 'Huang and Belongie (2017), arXiv:1703.06868',
    apply: ({ x, style }, { eps }) => adaIN({ x, style }, { eps }),
  },
  film: {
    ...image,
    title: 'Feature-wise linear modulation',
    statisticsOver: 'none: each number by itself',
    statisticOf: () => (place: number) => place,
    parameters: { gamma: factor(0, 1), beta: shift(0, 1) },
    hasEps: false,
    invariantTo: [],
    centres: false,
    source: 'Perez et al. (2018), arXiv:1709.07871',
    apply: ({ x, gamma, beta }) => film({ x, gamma, beta }),
  },
  l1BatchNorm: {
    ...batch,
    title: 'Batch normalization by the mean deviation',
    // Of few numbers, one that is alone on its side of the mean is held at n / 2.
    shapes: [
      [9, 3],
      [4, 2, 2],
      [0, 3],
    ],
    source: 'Hoffer et al. (2018), arXiv:1803.01814',
    apply: ({ x, gamma, beta }, { eps }) => l1BatchNorm({ x, gamma, beta }, { eps }),
  },
  linfBatchNorm: {
    ...batch,
    title: 'Batch normalization by the largest deviation',
    pins: true,
    source: 'Hoffer et al. (2018), arXiv:1803.01814',
    apply: ({ x, gamma, beta }, { eps }) => linfBatchNorm({ x, gamma, beta }, { eps }),
  },
  batchChannelNorm: {
    ...batch,
    title: 'Batch-channel normalization, here of one group',
    statisticsOver: 'each channel over the batch, then each sample over its channels',
    statisticOf: () => () => 0,
    parameters: { gamma1: factor(1), beta1: shift(1), gamma2: factor(1), beta2: shift(1) },
    source: 'Qiao et al. (2019), arXiv:1903.10520',
    apply: ({ x, gamma1, beta1, gamma2, beta2 }, { eps }) =>
      batchChannelNorm({ x, gamma1, beta1, gamma2, beta2 }, { eps }),
  },
  switchableNorm: {
    ...positions,
    title: 'Switchable normalization',
    statisticsOver: 'a mixture: one channel of one sample, one sample, one channel of the batch',
    statisticOf: () => () => 0,
    reaches: (shape: Shape) => (from: number, to: number) => {
      const [a, b] = [from, to].map(coordinatesOf(shape));
      return a[0] === b[0] || a[1] === b[1];
    },
    parameters: { gamma: factor(1), beta: shift(1), meanLogits: numbers(3), varianceLogits: numbers(3) },
    invariantTo: ['shift', 'scale'],
    centres: true,
    source: 'Luo et al. (2019), arXiv:1806.10779',
    apply: ({ x, gamma, beta, meanLogits, varianceLogits }, { eps }) =>
      switchableNorm({ x, gamma, beta, meanLogits, varianceLogits }, { eps }),
  },
} satisfies Record<string, Norm>;
