import { weightNorm } from '../../../index.js';
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
};
