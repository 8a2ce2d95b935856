import type { Shape } from '../../tensor/shape.js';
import { batchNorm } from '../batch-norm/index.js';
import { channelOf } from '../channels.js';
import { groupNorm } from '../group-norm.js';
import { instanceNorm } from '../instance-norm.js';
import { factor, sharedBy, shift, usual } from './norm.js';
import type { Norm } from './norm.js';

const groups = 2;

const affine = { ...usual, parameters: { gamma: factor(1), beta: shift(1) }, backward: 'derived' } as const;

/** Normalizations of x of shape [N, C, ...], with parameters of each channel. */
export const ofChannels = {
  batchNorm: {
    ...affine,
    title: 'Batch normalization, in training',
    statisticsOver: 'all samples and positions of one channel',
    statisticOf: sharedBy('channel'),
    shapes: [
      [4, 3],
      [2, 3],
      [2, 2, 3],
      [1, 2, 2, 2],
      [0, 3],
    ],
    refuses: [[], [4], [1, 3], [1, 3, 1], [2, 0], [2, 3, 0]],
    invariantTo: ['shift', 'scale'],
    equivariantAlong: [0, 1],
    centres: true,
    source: 'Ioffe and Szegedy (2015), arXiv:1502.03167',
    inPyTorch: 'nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d',
    apply: ({ x, gamma, beta }, { eps }) => batchNorm({ x, gamma, beta }, { eps }),
  },
  groupNorm: {
    ...affine,
    title: 'Group normalization, here of two groups',
    statisticsOver: 'the channels of one group of one sample, at all positions',
    statisticOf: (shape: Shape) => (place: number) => Math.floor((place * groups) / channelOf(shape).length),
    shapes: [
      [2, 4, 3],
      [3, 6],
      [2, 2, 1],
      [1, 4, 2, 2],
      [0, 2],
    ],
    refuses: [[], [4], [2, 3], [2, 0], [2, 4, 0]],
    invariantTo: ['shift', 'scale'],
    equivariantAlong: [0, 2],
    centres: true,
    source: 'Wu and He (2018), arXiv:1803.08494',
    inPyTorch: 'nn.GroupNorm',
    apply: ({ x, gamma, beta }, { eps }) => groupNorm({ x, gamma, beta }, { groups, eps }),
  },
  instanceNorm: {
    ...affine,
    title: 'Instance normalization',
    statisticsOver: 'all positions of one channel of one sample',
    statisticOf: sharedBy('sample', 'channel'),
    shapes: [
      [2, 3, 4],
      [3, 2, 2],
      [1, 1, 2],
      [2, 2, 2, 3],
      [0, 2, 3],
    ],
    refuses: [[], [4], [2, 3], [2, 3, 1], [1, 2, 1, 1], [2, 0, 3], [2, 3, 0]],
    invariantTo: ['shift', 'scale'],
    equivariantAlong: [0, 1, 2],
    centres: true,
    source: 'Ulyanov, Vedaldi and Lempitsky (2016), arXiv:1607.08022',
    inPyTorch: 'nn.InstanceNorm1d, nn.InstanceNorm2d, nn.InstanceNorm3d',
    apply: ({ x, gamma, beta }, { eps }) => instanceNorm({ x, gamma, beta }, { eps }),
  },
} satisfies Record<string, Norm>;
