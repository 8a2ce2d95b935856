import { crmsNorm, derf, dyt, instanceNorm, l2Normalize, partialRmsNorm, scaleNorm } from '../../../index.js';
import { number } from './attributes.js';
import type { Operation } from './operation.js';

/** More normalizations of the golden files, all of which look at one sample at a time. */
export const normsBySample: Readonly<Record<string, Operation>> = {
  instance_norm: {
    needs: ['x'],
    attributes: ['eps'],
    k: 1,
    run: ({ x, g, b }, { eps }) => ({
      y: instanceNorm({ x, gamma: g, beta: b }, { eps: number('eps', eps) }),
    }),
  },
  partial_rms_norm: {
    needs: ['x'],
    attributes: ['eps', 'p'],
    k: 1,
    run: ({ x, g }, { eps, p }) => ({
      y: partialRmsNorm({ x, gamma: g }, { eps: number('eps', eps), p: number('p', p) }),
    }),
  },
  crms_norm: {
    needs: ['x'],
    attributes: ['eps'],
    k: 1,
    run: ({ x, g }, { eps }) => ({ y: crmsNorm({ x, gamma: g }, { eps: number('eps', eps) }) }),
  },
  scale_norm: {
    needs: ['x'],
    attributes: ['eps'],
    k: 1,
    run: ({ x, g }, { eps }) => ({ y: scaleNorm({ x, gamma: g }, { eps: number('eps', eps) }) }),
  },
  l2_normalize: {
    needs: ['x'],
    attributes: ['eps'],
    k: 1,
    run: ({ x }, { eps }) => ({ y: l2Normalize({ x }, { eps: number('eps', eps) }) }),
  },
  dyt: {
    needs: ['x', 'a'],
    attributes: [],
    k: 1,
    run: ({ x, a, g, b }) => ({ y: dyt({ x, alpha: a, gamma: g, beta: b }) }),
  },
  derf: {
    needs: ['x', 'a'],
    attributes: [],
    k: 1,
    run: ({ x, a, s, g, b }) => ({ y: derf({ x, alpha: a, s, gamma: g, beta: b }) }),
  },
};
