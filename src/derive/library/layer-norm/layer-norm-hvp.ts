import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters, layerNormStatistics, layerNormTex } from './letters.js';

/** A loss that is cubic in y, so that the gradient that arrives, a y², moves with x. */
const letters: Letters = {
  sizes: layerNormLetters.sizes,
  indices: layerNormLetters.indices,
  variables: { x: 'C', gamma: 'C', beta: 'C', a: 'C', v: 'C', eps: 'positive' },
  definitions: {
    ...layerNormStatistics,
    'y[i]': 'gamma[i] * xhat[i] + beta[i]',
    L: 'sum(l, a[l] * y[l]^3 / 3)',
    'dy[i]': 'a[i] * y[i]^2',
    'g[i]': 'gamma[i] * dy[i]',
    'Pv[i]': 'v[i] - mean(k, v[k])',
    'Pg[i]': 'g[i] - mean(k, g[k])',
    vxhat: 'mean(k, v[k] * xhat[k])',
    gxhat: 'mean(k, g[k] * xhat[k])',
    vg: 'mean(k, v[k] * Pg[k])',
    'Jv[i]': 'rstd * (Pv[i] - xhat[i] * vxhat)',
    'gdot[i]': 'gamma[i]^2 * 2 * a[i] * y[i] * Jv[i]',
  },
  tex: {
    ...layerNormTex,
    Pv: '(Pv)',
    Pg: '(Pg)',
    Jv: '(Jv)',
    vg: '\\mathrm{mean}(v \\odot Pg)',
    vxhat: '\\mathrm{mean}(v \\odot \\hat{x})',
    gxhat: '\\mathrm{mean}(g \\odot \\hat{x})',
    gdot: '\\dot{g}',
  },
};

/** H v = J ġ + the second derivative of `layer-norm-double-backward-x` with w = v. */
export const layerNormHvp: Derivation = {
  name: 'layer-norm-hvp',
  title: 'A Hessian times a vector',
  says: 'How does the gradient change if x moves along v? In two ways: what arrives at x̂ changes, and the matrix it meets changes. The loss is Σ a y³/3.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: second derivative, of a cubic loss',
  letters,
  lines: [
    line('D(sum(i, v[i] * D(L, x[i])), x[j])'),
    line(
      'D(sum(i, v[i] * rstd * (g[i] - mean(k, g[k]) - xhat[i] * mean(k, g[k] * xhat[k]))), x[j])',
      'equation (8); here $g = \\gamma \\odot a \\odot y^2$',
      { forbid: ['L'] },
    ),
    line('D(sum(i, g[i] * Jv[i]), x[j])', '$J$ is symmetric, so it may act on $v$ instead of $g$', {
      forbid: ['L'],
    }),
    line(
      'sum(i, D(g[i], x[j]) * Jv[i]) + sum(i, g[i] * D(Jv[i], x[j]))',
      'product rule: what arrives moves, and the matrix moves',
      { forbid: ['L'] },
    ),
    line(
      'sum(i, gdot[i] * D(xhat[i], x[j])) + sum(i, g[i] * D(Jv[i], x[j]))',
      '$g$ moves with $\\hat{x}$, by $2 a y$ times $\\gamma^2$; that times $Jv$ is $\\dot{g}$',
      { forbid: ['L'] },
    ),
    line(
      'rstd * (gdot[j] - mean(k, gdot[k]) - xhat[j] * mean(k, gdot[k] * xhat[k])) + sum(i, g[i] * D(Jv[i], x[j]))',
      'equation (8) again, with $\\dot{g}$ in place of $g$',
      { forbid: ['L', 'eye'] },
    ),
    line(
      'rstd * (gdot[j] - mean(k, gdot[k]) - xhat[j] * mean(k, gdot[k] * xhat[k])) - rstd^2 * (xhat[j] * (vg - vxhat * gxhat) + gxhat * (Pv[j] - xhat[j] * vxhat) + vxhat * (Pg[j] - xhat[j] * gxhat))',
      'the derivative of $Jv$, with $v$ and $g$ held still',
      { forbid: ['D', 'eye'] },
    ),
  ],
};
