import { adaLayerNorm } from '../ada-layer-norm.js';
import { divisiveNorm } from '../divisive-norm.js';
import { layerNormScaling } from '../layer-norm-scaling.js';
import { layerScale } from '../layer-scale.js';
import { meanOnlyNorm } from '../mean-only-norm.js';
import { pNorm } from '../p-norm.js';
import { softCap } from '../soft-cap.js';
import { varianceOnlyNorm } from '../variance-only-norm.js';
import { eachAlone, factor, overRows, shift, usual } from './norm.js';
import type { Norm } from './norm.js';
import type { Shape } from '../../tensor/shape.js';

const row = { ...usual, ...overRows, backward: 'composed' } as const;
const alone = { ...usual, ...eachAlone, backward: 'composed' } as const;

const size = 3;

/** Short compositions that look at rows, or at each number alone. */
export const composedOfRows = {
  pNorm: {
    ...row,
    title: 'RMSNorm with another power, here 3',
    parameters: { gamma: factor(-1) },
    invariantTo: ['scale'],
    centres: false,
    source: 'a variation of RMSNorm for study: Zhang and Sennrich (2019), arXiv:1910.07467',
    apply: ({ x, gamma }, { eps }) => pNorm({ x, gamma }, { p: 3, eps }),
  },
  meanOnlyNorm: {
    ...row,
    title: 'Layer normalization that only centres',
    parameters: { beta: shift(-1) },
    hasEps: false,
    invariantTo: ['shift'],
    centres: true,
    source: 'for rows a variation for study; over a batch Salimans and Kingma (2016), arXiv:1602.07868',
    apply: ({ x, beta }) => meanOnlyNorm({ x, beta }),
  },
  varianceOnlyNorm: {
    ...row,
    title: 'Layer normalization that only divides',
    parameters: { gamma: factor(-1) },
    invariantTo: ['scale'],
    centres: false,
    source: 'a variation of layer normalization for study: Ba, Kiros and Hinton (2016), arXiv:1607.06450',
    apply: ({ x, gamma }, { eps }) => varianceOnlyNorm({ x, gamma }, { eps }),
  },
  layerNormScaling: {
    ...row,
    title: 'Layer normalization scaled by its depth, here of layer 4',
    parameters: { gamma: factor(-1), beta: shift(-1) },
    invariantTo: ['shift', 'scale'],
    centres: true,
    source: 'Sun et al. (2025), arXiv:2502.05795',
    apply: ({ x, gamma, beta }, { eps }) => layerNormScaling({ x, gamma, beta }, { layer: 4, eps }),
  },
  adaLayerNorm: {
    ...row,
    title: 'Layer normalization with scale and shift from a condition',
    shapes: [
      [2, 3, 4],
      [3, 5],
      [1, 2],
      [0, 4],
    ],
    refuses: [[], [4], [2, 0]],
    parameters: { scale: shift(0, -1), shift: shift(0, -1) },
    invariantTo: ['shift', 'scale'],
    equivariantAlong: [0, 1, 2],
    centres: true,
    source: 'Peebles and Xie (2023), arXiv:2212.09748',
    apply: ({ x, scale, shift: added }, { eps }) => adaLayerNorm({ x, scale, shift: added }, { eps }),
  },
  divisiveNorm: {
    ...row,
    title: 'Divisive normalization, here of windows of 3',
    statisticsOver: 'a window of neighbours in one row',
    reaches: (shape: Shape) => (from: number, to: number) => {
      const C = shape[shape.length - 1];
      // Two windows: one of the mean, one of the squares.
      return Math.floor(from / C) === Math.floor(to / C) && Math.abs(from - to) < size;
    },
    shapes: [
      [2, 7],
      [1, 1],
      [2, 2, 3],
      [0, 4],
    ],
    parameters: {},
    hasEps: false,
    invariantTo: ['shift'],
    equivariantAlong: [0],
    centres: true,
    source: 'Ren et al. (2017), arXiv:1611.04520',
    apply: ({ x }) => divisiveNorm({ x }, { size, sigma: 1 }),
  },
  layerScale: {
    ...alone,
    title: 'LayerScale',
    parameters: { lambda: factor(-1) },
    source: 'Touvron et al. (2021), arXiv:2103.17239',
    apply: ({ x, lambda }) => layerScale({ x, lambda }),
  },
  softCap: {
    ...alone,
    title: 'Soft-capping of logits, here at 5',
    parameters: {},
    refuses: [],
    source: 'Gemma team (2024), arXiv:2408.00118',
    apply: ({ x }) => softCap({ x }, { cap: 5 }),
  },
} satisfies Record<string, Norm>;
