import {
  cosineScores,
  hypersphericalStep,
  ndarray,
  sigmaReparam,
  spectralNorm,
  Tensor,
  unitRows,
  weightNorm,
  weightStandardization,
} from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, ByName, Operation } from './operation.js';

/** The normalizations of weights of the golden files, and those of what is kept on a sphere. */
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
  unit_rows: {
    needs: ['w'],
    attributes: ['dim', 'eps'],
    k: 1,
    run: ({ w }, { dim, eps }) => ({
      y: unitRows({ w }, { axis: number('dim', dim), eps: number('eps', eps) }),
    }),
  },
  hyperspherical_step: {
    needs: ['h', 'branch', 'alpha'],
    attributes: ['eps'],
    k: 1,
    run: ({ h, branch, alpha }, { eps }) => ({
      y: hypersphericalStep({ h, branch, alpha }, { eps: number('eps', eps) }),
    }),
  },
  cosine_scores: {
    needs: ['q', 'k', 'scale'],
    attributes: ['eps'],
    k: 1,
    run: ({ q, k, scale }, { eps }) => ({ y: cosineScores({ q, k, scale }, { eps: number('eps', eps) }) }),
  },
};

/** u changes in place, so it is copied first. */
function divided({ w, u }: ByName, { iterations, eps }: Attributes): ByName {
  const improved = new Tensor(ndarray(u.data, u.shape, u.dtype));
  const options = { iterations: number('iterations', iterations), eps: number('eps', eps) };
  return { y: spectralNorm({ w, u: improved }, options), u: improved };
}
