import { adaNorm } from '../ada-norm.js';
import { detachNorm } from '../detach-norm.js';
import { layerNorm } from '../layer-norm.js';
import { rmsNorm } from '../rms-norm.js';
import { factor, overRows, shift, usual } from './norm.js';
import type { Norm } from './norm.js';

const row = { ...usual, ...overRows, backward: 'derived' } as const;

/** Normalizations that look at one row at a time. */
export const ofRows = {
  layerNorm: {
    ...row,
    title: 'Layer normalization',
    parameters: { gamma: factor(-1), beta: shift(-1) },
    invariantTo: ['shift', 'scale'],
    centres: true,
    source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450',
    inPyTorch: 'nn.LayerNorm',
    apply: ({ x, gamma, beta }, { eps }) => layerNorm({ x, gamma, beta }, { eps }),
  },
  rmsNorm: {
    ...row,
    title: 'Root mean square normalization',
    parameters: { gamma: factor(-1) },
    invariantTo: ['scale'],
    centres: false,
    source: 'Zhang and Sennrich (2019), arXiv:1910.07467',
    inPyTorch: 'nn.RMSNorm',
    apply: ({ x, gamma }, { eps }) => rmsNorm({ x, gamma }, { eps }),
  },
  detachNorm: {
    ...row,
    title: 'Layer normalization with detached statistics',
    parameters: { gamma: factor(-1), beta: shift(-1) },
    invariantTo: ['shift', 'scale'],
    centres: true,
    detaches: true,
    source: 'Xu et al. (2019), arXiv:1911.07013',
    apply: ({ x, gamma, beta }, { eps }) => detachNorm({ x, gamma, beta }, { eps, detach: 'both' }),
  },
  adaNorm: {
    ...row,
    title: 'Adaptive normalization',
    parameters: {},
    invariantTo: ['shift', 'scale'],
    centres: true,
    detaches: true,
    source: 'Xu et al. (2019), arXiv:1911.07013',
    apply: ({ x }, { eps }) => adaNorm({ x }, { eps }),
  },
} satisfies Record<string, Norm>;
