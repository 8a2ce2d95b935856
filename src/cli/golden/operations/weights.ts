import { weightNorm, weightStandardization } from '../../../index.js';
import { number } from './attributes.js';
import type { Operation } from './operation.js';

/** The normalizations of weights of the golden files. */
export const weights: Readonly<Record<string, Operation>> = {
  weight_norm: {
    needs: ['v', 'g'],
    attributes: ['dim'],
    k: 1,
    run: ({ v, g }, { dim }) => ({ y: weightNorm({ v, g }, { axis: number('dim', dim ?? 0) }) }),
  },
  weight_standardization: {
    needs: ['w'],
    attributes: ['eps', 'note'],
    k: 1,
    run: ({ w }, { eps }) => ({ y: weightStandardization({ w }, { eps: number('eps', eps) }) }),
  },
};
