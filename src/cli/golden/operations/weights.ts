import {
  ndarray,
  sigmaReparam,
  spectralNorm,
  Tensor,
  weightNorm,
  weightStandardization,
} from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, ByName, Operation } from './operation.js';

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
  spectral_norm: { needs: ['w', 'u'], attributes: ['iterations', 'eps'], k: 1, run: divided },
  sigma_reparam: {
    needs: ['w', 'gamma'],
    attributes: ['note'],
    k: 1,
    run: ({ w, gamma }) => ({ y: sigmaReparam({ w, gamma }) }),
  },
};

/** u changes in place, so it is copied first. */
function divided({ w, u }: ByName, { iterations, eps }: Attributes): ByName {
  const improved = new Tensor(ndarray(u.data, u.shape, u.dtype));
  const options = { iterations: number('iterations', iterations), eps: number('eps', eps) };
  return { y: spectralNorm({ w, u: improved }, options), u: improved };
}
