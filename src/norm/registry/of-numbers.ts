import { derf } from '../derf.js';
import { dyt } from '../dyt.js';
import { eachAlone, factor, shift, usual } from './norm.js';
import type { Norm } from './norm.js';

const alone = { ...usual, ...eachAlone, backward: 'derived' } as const;

/** What stands in the place of a normalization and has no statistics: functions of one number. */
export const ofNumbers = {
  dyt: {
    ...alone,
    title: 'Dynamic tanh',
    parameters: { alpha: factor(), gamma: factor(-1), beta: shift(-1) },
    source: 'Zhu, Chen, He, LeCun and Liu (2025), arXiv:2503.10622',
    apply: ({ x, alpha, gamma, beta }) => dyt({ x, alpha, gamma, beta }),
  },
  derf: {
    ...alone,
    title: 'Dynamic erf',
    parameters: { alpha: factor(), s: shift(), gamma: factor(-1), beta: shift(-1) },
    source: 'Chen, Lu, Zhu, Sun and Liu (2025), arXiv:2512.10938',
    apply: ({ x, alpha, s, gamma, beta }) => derf({ x, alpha, s, gamma, beta }),
  },
} satisfies Record<string, Norm>;
