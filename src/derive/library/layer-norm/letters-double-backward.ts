import type { Letters } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/**
 * What the way back through the way back needs: w, the gradient that arrives at dx, the centred Pw and Pg, and the three
 * mean products. The loss of the second way back is ⟨w, dx⟩.
 */
export const doubleBackwardLetters: Letters = {
  ...layerNormLetters,
  variables: { ...layerNormLetters.variables, w: 'C' },
  definitions: {
    ...layerNormLetters.definitions,
    'dx[j]': 'rstd * (g[j] - mean(k, g[k]) - xhat[j] * mean(k, g[k] * xhat[k]))',
    'Pw[i]': 'w[i] - mean(k, w[k])',
    'Pg[i]': 'g[i] - mean(k, g[k])',
    wg: 'mean(k, w[k] * Pg[k])',
    wxhat: 'mean(k, w[k] * xhat[k])',
    gxhat: 'mean(k, g[k] * xhat[k])',
  },
  tex: {
    ...layerNormLetters.tex,
    Pw: '(Pw)',
    Pg: '(Pg)',
    wg: '\\langle w, Pg \\rangle',
    wxhat: '\\langle w, \\hat{x} \\rangle',
    gxhat: '\\langle g, \\hat{x} \\rangle',
  },
};
