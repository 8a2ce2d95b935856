import type { Letters } from '../../derivation.js';

const sizes = { C: [3, 4, 5] };
const indices = { i: 'C', j: 'C', k: 'C', l: 'C' };
const tex = {
  norm: '\\lVert w \\rVert',
  what: '\\hat{w}',
  alpha: '\\alpha',
  eta: '\\eta',
  lambda: '\\lambda',
};

/**
 * A loss that sees only the direction of w: any quadratic of ŵ. q is its gradient for ŵ, dw for w, and `tangent` what
 * dw is where w has length 1.
 */
export const scaleInvariantLetters: Letters = {
  sizes,
  indices,
  variables: { w: 'C', b: 'C', A: 'C,C', alpha: 'positive', eta: 'positive' },
  definitions: {
    norm: 'sqrt(sum(k, w[k]^2))',
    'what[i]': 'w[i] / norm',
    L: 'sum(i, b[i] * what[i]) + sum(i, j, A[i, j] * what[i] * what[j])',
    'q[i]': 'b[i] + sum(k, (A[i, k] + A[k, i]) * what[k])',
    'dw[j]': 'D(L, w[j])',
    'tangent[j]': 'q[j] - what[j] * sum(i, q[i] * what[i])',
    'scaled[i]': 'alpha * w[i] / sqrt(sum(k, (alpha * w[k])^2))',
    scaledLoss: 'sum(i, b[i] * scaled[i]) + sum(i, j, A[i, j] * scaled[i] * scaled[j])',
    rate: 'eta / norm^2',
  },
  tex: { ...tex, tangent: 't', scaledLoss: 'L(\\alpha w)', rate: '\\rho' },
};

const orthogonal = {
  norm: 'sqrt(sum(k, w[k]^2))',
  'q[i]': 'p[i] - w[i] * sum(k, p[k] * w[k]) / norm^2',
};
const step = { 'next[i]': '(1 - eta * lambda) * w[i] - eta * dw[i]' };

/** One step with weight decay λ, by a gradient orthogonal to w: any p with its part along w taken out. */
export const weightDecayLetters: Letters = {
  sizes,
  indices,
  variables: { w: 'C', p: 'C', eta: 'positive', lambda: 'positive' },
  definitions: { ...orthogonal, 'dw[i]': 'q[i]', ...step },
  tex: { ...tex, next: '\\tilde{w}' },
};

/** The same where the gradient is just long enough to make up for the decay. */
export const equilibriumLetters: Letters = {
  ...weightDecayLetters,
  definitions: {
    ...orthogonal,
    ratio: 'lambda * (2 - eta * lambda) / eta',
    'dw[i]': 'q[i] / sqrt(sum(k, q[k]^2)) * norm * sqrt(ratio)',
    ...step,
    cosine: 'sum(i, w[i] * next[i]) / (norm * sqrt(sum(i, next[i]^2)))',
  },
  tex: { ...tex, next: '\\tilde{w}', ratio: '\\kappa', cosine: '\\cos\\theta' },
};
