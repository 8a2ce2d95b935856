import type { Letters } from '../../derivation.js';

/** One number x and the curves that are put on it. */
export const curveLetters: Letters = {
  sizes: {},
  indices: {},
  variables: { x: 'number' },
  definitions: {
    up: 'exp(x)',
    down: 'exp(-x)',
    t: '(up - down) / (up + down)',
    s: '1 / (1 + exp(-x))',
    Phi: '(1 + erf(x / sqrt(2))) / 2',
    phi: 'exp(-x^2 / 2) / sqrt(2 * pi)',
    u: 'sqrt(2 / pi) * (x + 0.044715 * x^3)',
    gelu: 'x * Phi',
    geluTanh: 'x / 2 * (1 + tanh(u))',
    silu: 'x * s',
  },
  tex: {
    up: 'e^{x}',
    down: 'e^{-x}',
    t: '\\tau',
    s: '\\sigma',
    Phi: '\\Phi',
    phi: '\\varphi',
    gelu: '\\mathrm{GELU}',
    geluTanh: '\\mathrm{GELU}_{\\tanh}',
    silu: '\\mathrm{SiLU}',
  },
};

const rows = { N: [2, 3, 4], C: [3, 2, 3] };
const indices = { n: 'N', m: 'N', p: 'N', i: 'C', j: 'C', k: 'C' };
const variables = { x: 'N,C', gamma: 'C', beta: 'C', alpha: 'number', dy: 'N,C' };
const rest = {
  'y[n, i]': 'gamma[i] * t[n, i] + beta[i]',
  'g[n, i]': 'gamma[i] * dy[n, i]',
  L: 'sum(p, k, dy[p, k] * y[p, k])',
};

/** Dynamic tanh: one α for the layer, γ and β for each feature. t is tanh(αx). */
export const dynamicTanhLetters: Letters = {
  sizes: rows,
  indices,
  variables,
  definitions: { 't[n, i]': 'tanh(alpha * x[n, i])', ...rest },
  tex: { alpha: '\\alpha' },
};

/** Dynamic erf: one α and one shift s for the layer. t is erf(αx + s), slope its derivative for what stands inside. */
export const dynamicErfLetters: Letters = {
  sizes: { N: [2, 3], C: [3, 2] },
  indices,
  variables: { ...variables, s: 'number' },
  definitions: {
    't[n, i]': 'erf(alpha * x[n, i] + s)',
    'slope[n, i]': '2 / sqrt(pi) * exp(-(alpha * x[n, i] + s)^2)',
    ...rest,
  },
  tex: { alpha: '\\alpha', slope: 'e' },
};
