import type { Letters } from '../../derivation.js';

/** One query of C numbers looks at T keys and takes from T values of M numbers. dout is what comes from above. */
export const attentionLetters: Letters = {
  sizes: { T: [2, 3, 4], C: [3, 2, 2], M: [2, 4, 3] },
  indices: { i: 'T', j: 'T', l: 'T', a: 'C', c: 'C', b: 'M', m: 'M', o: 'M' },
  variables: { q: 'C', K: 'T,C', V: 'T,M', dout: 'M' },
  definitions: {
    's[i]': 'sum(c, q[c] * K[i, c]) / sqrt(C)',
    'p[i]': 'exp(s[i]) / sum(l, exp(s[l]))',
    'out[b]': 'sum(l, p[l] * V[l, b])',
    'meanK[a]': 'sum(l, p[l] * K[l, a])',
    L: 'sum(m, dout[m] * out[m])',
    'dp[i]': 'sum(m, dout[m] * V[i, m])',
    'ds[i]': 'p[i] * (dp[i] - sum(l, p[l] * dp[l]))',
  },
  tex: { dout: 'd\\mathrm{out}', out: '\\mathrm{out}', meanK: '\\bar{K}' },
};

/** A query and a key, each divided by its root mean square, then scaled by a γ. */
export const normalizedLogitLetters: Letters = {
  sizes: { C: [3, 4, 6] },
  indices: { a: 'C', c: 'C', m: 'C' },
  variables: { q: 'C', k: 'C', gammaQ: 'C', gammaK: 'C', eps: 'positive' },
  definitions: {
    'qhat[a]': 'q[a] / sqrt(mean(c, q[c]^2) + eps)',
    'khat[a]': 'k[a] / sqrt(mean(c, k[c]^2) + eps)',
  },
  tex: {
    qhat: '\\hat{q}',
    khat: '\\hat{k}',
    gammaQ: '\\gamma^q',
    gammaK: '\\gamma^k',
    eps: '\\varepsilon',
  },
};

/** One logit z, bent so that it stays below a cap. */
export const softCapLetters: Letters = {
  sizes: {},
  indices: {},
  variables: { z: 'number', cap: 'positive' },
  definitions: { capped: 'cap * tanh(z / cap)' },
  tex: { cap: 'c', capped: '\\tilde{z}' },
};
