import type { Shape } from '../../tensor/shape.js';
import { sizeOf } from '../../tensor/shape.js';
import { besideSlices } from '../slices.js';
import { weightNorm } from '../weight-norm.js';
import { weightStandardization } from '../weight-standardization.js';
import { usual } from './norm.js';
import type { Norm } from './norm.js';

/** Statistics of what one output is made with: weights [out, in, ...] are cut along their first axis. */
const ofSlices = {
  ...usual,
  of: 'weights',
  statisticsOver: 'the weights of one output',
  statisticOf: (shape: Shape) => (place: number) => Math.floor((place * shape[0]) / sizeOf(shape)),
  shapes: [
    [3, 5],
    [2, 1],
    [2, 3, 4],
    [0, 4],
  ],
  refuses: [[], [4], [2, 0]],
  equivariantAlong: [0, 1],
  backward: 'derived',
} as const;

/** Normalizations of what is learned. */
export const ofWeights = {
  weightNorm: {
    ...ofSlices,
    title: 'Weight normalization',
    parameters: { g: { shape: (v: Shape) => besideSlices(v, 0), along: [0, 1], around: 1 } },
    invariantTo: ['scale'],
    centres: false,
    source: 'Salimans and Kingma (2016), arXiv:1602.07868',
    inPyTorch: 'nn.utils.parametrizations.weight_norm',
    apply: ({ x, g }, { eps }) => weightNorm({ v: x, g }, { eps }),
  },
  weightStandardization: {
    ...ofSlices,
    title: 'Weight standardization',
    parameters: {},
    invariantTo: ['shift', 'scale'],
    centres: true,
    source: 'Qiao et al. (2019), arXiv:1903.10520',
    apply: ({ x }, { eps }) => weightStandardization({ w: x }, { eps }),
  },
} satisfies Record<string, Norm>;
