import { filled } from '../../tensor/ndarray.js';
import type { Shape } from '../../tensor/shape.js';
import { sizeOf } from '../../tensor/shape.js';
import { sigmaReparam } from '../sigma-reparam.js';
import { besideSlices } from '../slices.js';
import { spectralNorm } from '../spectral-norm.js';
import { weightNorm } from '../weight-norm.js';
import { weightStandardization } from '../weight-standardization.js';
import { unitRows } from '../unit-rows.js';
import { factor, usual } from './norm.js';
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

/** Statistics of a whole matrix of weights, or of what can be read as one: [out, in, ...] as `out` rows. */
const ofMatrices = {
  ...usual,
  of: 'weights',
  statisticsOver: 'all weights of the matrix',
  statisticOf: () => () => 0,
  shapes: [
    [3, 5],
    [1, 1],
    [5, 2],
    [2, 2, 3],
  ],
  refuses: [[], [4], [2, 0], [0, 2]],
  invariantTo: ['scale'],
  equivariantAlong: [0, 1],
  centres: false,
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
  spectralNorm: {
    ...ofMatrices,
    title: 'Spectral normalization, after one step from a constant start',
    parameters: {},
    detaches: true,
    source: 'Miyato et al. (2018), arXiv:1802.05957',
    inPyTorch: 'nn.utils.parametrizations.spectral_norm',
    apply: ({ x }, { eps }) => {
      const u = filled(x.shape.slice(0, 1), 1, x.dtype);
      return spectralNorm({ w: x, u }, { eps });
    },
  },
  sigmaReparam: {
    ...ofMatrices,
    title: 'Reparametrization by the largest singular value (σReparam)',
    parameters: { gamma: factor() },
    source: 'Zhai et al. (2023), arXiv:2303.06296',
    apply: ({ x, gamma }, { eps }) => sigmaReparam({ w: x, gamma }, { eps }),
  },
  unitRows: {
    ...ofSlices,
    title: 'Rows of length 1, as in nGPT',
    parameters: {},
    invariantTo: ['scale'],
    centres: false,
    refuses: [[], [2, 0]],
    backward: 'composed',
    source: 'Loshchilov et al. (2024), arXiv:2410.01131',
    inPyTorch: 'nn.functional.normalize',
    apply: ({ x }, { eps }) => unitRows({ w: x }, { eps }),
  },
} satisfies Record<string, Norm>;
