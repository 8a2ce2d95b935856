import { adaNorm } from '../ada-norm.js';
import { crmsNorm } from '../crms-norm.js';
import { detachNorm } from '../detach-norm.js';
import { l2Normalize } from '../l2-normalize.js';
import { layerNorm } from '../layer-norm.js';
import { partialRmsNorm } from '../partial-rms-norm.js';
import { rmsNorm } from '../rms-norm.js';
import { scaleNorm } from '../scale-norm.js';
import { factor, overRows, shift, usual } from './norm.js';
import type { Shape } from '../../tensor/shape.js';
import type { Norm } from './norm.js';

const row = { ...usual, ...overRows, backward: 'derived' } as const;

/** A number of the first half changes its whole row, another one only itself. */
function firstHalfReaches(shape: Shape): (from: number, to: number) => boolean {
  const [rowOf, C] = [overRows.statisticOf(shape), shape[shape.length - 1]];
  return (from, to) => from === to || (rowOf(from) === rowOf(to) && from % C < C / 2);
}

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
  crmsNorm: {
    ...row,
    title: 'Compressed root mean square normalization',
    statisticsOver:
      'the C features of one row, the last of which is minus the sum of the others and is not kept',
    parameters: { gamma: factor(-1) },
    invariantTo: ['scale'],
    centres: false,
    source: 'Jiang, Gu, Zhu and Pan (2023), arXiv:2305.14858',
    apply: ({ x, gamma }, { eps }) => crmsNorm({ x, gamma }, { eps }),
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
  partialRmsNorm: {
    ...row,
    title: 'Partial root mean square normalization, here of the first half',
    statisticsOver: 'the first half of the features of one row',
    reaches: firstHalfReaches,
    parameters: { gamma: factor(-1) },
    invariantTo: ['scale'],
    equivariantAlong: [0],
    centres: false,
    source: 'Zhang and Sennrich (2019), arXiv:1910.07467',
    apply: ({ x, gamma }, { eps }) => partialRmsNorm({ x, gamma }, { eps, p: 1 / 2 }),
  },
  scaleNorm: {
    ...row,
    title: 'Scale normalization',
    parameters: { gamma: factor() },
    invariantTo: ['scale'],
    centres: false,
    source: 'Nguyen and Salazar (2019), arXiv:1910.05895',
    apply: ({ x, gamma }, { eps }) => scaleNorm({ x, gamma }, { eps }),
  },
  l2Normalize: {
    ...row,
    title: 'L2 normalization',
    parameters: {},
    invariantTo: ['scale'],
    centres: false,
    source: 'Wang, Xiang, Cheng and Yuille (2017), arXiv:1704.06369',
    inPyTorch: 'nn.functional.normalize',
    apply: ({ x }, { eps }) => l2Normalize({ x }, { eps }),
  },
} satisfies Record<string, Norm>;
