import type { Letters } from '../../derivation.js';
import { lossOfXhat } from './letters.js';

/** One row divided by σ + ε instead of √(σ² + ε). */
export const epsOutsideLetters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { x: 'C', gamma: 'C', beta: 'C', dy: 'C', eps: 'positive' },
  definitions: {
    mu: 'mean(k, x[k])',
    'c[i]': 'x[i] - mu',
    variance: 'mean(k, c[k]^2)',
    sigma: 'sqrt(variance)',
    'xhat[i]': 'c[i] / (sigma + eps)',
    ...lossOfXhat,
  },
  tex: { mu: '\\mu', variance: '\\sigma^2', sigma: '\\sigma', xhat: '\\tilde{x}', eps: '\\varepsilon' },
};
