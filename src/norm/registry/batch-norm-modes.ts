import type { Shape } from '../../tensor/shape.js';
import { filled, ndarray } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { batchNormEvaluate, batchRenorm, ghostBatchNorm, maskedBatchNorm } from '../batch-norm/index.js';
import type { Running } from '../batch-norm/index.js';
import { maskedLayerNorm } from '../masked-layer-norm.js';
import { coordinatesOf, factor, overRows, sharedBy, shift, usual } from './norm.js';
import type { Norm } from './norm.js';

const channels = {
  ...usual,
  parameters: { gamma: factor(1), beta: shift(1) },
  refuses: [[], [4], [2, 0], [2, 3, 0]],
  backward: 'composed',
} as const;

/** Running statistics that are nothing special. */
function running(C: number, dtype: NDArray['dtype']): Running {
  const numbers = (f: (c: number) => number): NDArray =>
    ndarray(
      Array.from({ length: C }, (_, c) => f(c)),
      [C],
      dtype,
    );
  return { mean: numbers((c) => 0.5 - 0.25 * c), variance: numbers((c) => 0.5 + c) };
}

/** Everything is real but the last place of each row. */
function allButTheLast(shape: Shape): NDArray {
  const mask = filled(shape, 1);
  const T = shape[shape.length - 1];
  for (let place = T - 1; T > 1 && place < mask.data.length; place += T) mask.data[place] = 0;
  return mask;
}

const isReal = (shape: Shape): ((place: number) => boolean) => {
  const { data } = allButTheLast(shape);
  return (place) => data[place] === 1;
};

/** Batch normalization in use and with other statistics, and norms for sequences of unequal lengths. */
export const batchNormModes = {
  batchNormEvaluate: {
    ...channels,
    title: 'Batch normalization, in use',
    statisticsOver: 'none: running statistics, given',
    statisticOf: () => (place: number) => place,
    shapes: [
      [2, 3, 4],
      [1, 3],
      [0, 2],
    ],
    invariantTo: [],
    equivariantAlong: [0, 2],
    centres: false,
    backward: 'derived',
    source: 'Ioffe and Szegedy (2015), arXiv:1502.03167',
    inPyTorch: 'nn.BatchNorm1d(…).eval()',
    apply: ({ x, gamma, beta }, { eps }) =>
      batchNormEvaluate({ x, gamma, beta, running: running(x.shape[1] ?? 0, x.dtype) }, { eps }),
  },
  ghostBatchNorm: {
    ...channels,
    title: 'Ghost batch normalization, here of two samples',
    statisticsOver: 'the samples of one ghost batch and all positions, of one channel',
    statisticOf: (shape: Shape) => (place: number) => {
      const [sample, channel] = coordinatesOf(shape)(place);
      return Math.floor(sample / 2) * shape[1] + channel;
    },
    shapes: [
      [4, 3, 2],
      [2, 3],
      [0, 3],
    ],
    refuses: [...channels.refuses, [3, 2]],
    invariantTo: ['shift', 'scale'],
    equivariantAlong: [1, 2],
    centres: true,
    source: 'Hoffer, Hubara and Soudry (2017), arXiv:1705.08741',
    apply: ({ x, gamma, beta }, { eps }) => ghostBatchNorm({ x, gamma, beta }, { size: 2, eps }),
  },
  batchRenorm: {
    ...channels,
    title: 'Batch renormalization, here with ρ = 1',
    statisticsOver: 'all samples and positions of one channel; corrected towards running ones, as constants',
    statisticOf: sharedBy('channel'),
    shapes: [
      [5, 3],
      [2, 2, 3],
      [0, 3],
    ],
    refuses: [...channels.refuses, [1, 3]],
    invariantTo: [],
    equivariantAlong: [0],
    centres: false,
    detaches: true,
    source: 'Ioffe (2017), arXiv:1702.03275',
    apply: ({ x, gamma, beta }, { eps }) =>
      batchRenorm({ x, gamma, beta }, { running: running(x.shape[1] ?? 0, x.dtype), rMax: 1, dMax: 50, eps }),
  },
  maskedLayerNorm: {
    ...usual,
    ...overRows,
    title: 'Layer normalization with a mask, here of the last feature',
    statisticsOver: 'the real features of one row',
    reaches: (shape: Shape) => (from: number, to: number) => {
      const [real, C] = [isReal(shape), shape[shape.length - 1]];
      return real(from) && real(to) && Math.floor(from / C) === Math.floor(to / C);
    },
    parameters: { gamma: factor(-1), beta: shift(-1) },
    invariantTo: ['shift', 'scale'],
    equivariantAlong: [0],
    centres: true,
    backward: 'composed',
    source: 'layer normalization: Ba, Kiros and Hinton (2016), arXiv:1607.06450',
    apply: ({ x, gamma, beta }, { eps }) =>
      maskedLayerNorm({ x, gamma, beta, mask: allButTheLast(x.shape) }, { eps }),
  },
  maskedBatchNorm: {
    ...channels,
    title: 'Batch normalization with a mask, here of the last position',
    statisticsOver: 'all real positions of one channel',
    statisticOf: sharedBy('channel'),
    reaches: (shape: Shape) => (from: number, to: number) => {
      const [real, channel] = [isReal(shape), sharedBy('channel')(shape)];
      return real(from) && real(to) && channel(from) === channel(to);
    },
    shapes: [
      [2, 3, 4],
      [2, 2, 3],
      [0, 2, 3],
    ],
    invariantTo: ['shift', 'scale'],
    equivariantAlong: [0, 1],
    centres: true,
    source: 'batch normalization: Ioffe and Szegedy (2015), arXiv:1502.03167',
    apply: ({ x, gamma, beta }, { eps }) => {
      const [N, , ...rest] = x.shape;
      return maskedBatchNorm({ x, gamma, beta, mask: allButTheLast([N, 1, ...rest]) }, { eps });
    },
  },
} satisfies Record<string, Norm>;
