/** LayerNorms that do something else with γ or β, as experiments hand them to a test. */
import { add, mul, slice, Tensor } from '../../../autograd/index.js';
import { ndarray } from '../../../tensor/ndarray.js';
import type { LayerNormFunction } from '../../exercises/layer-norm/inputs.js';
import { reference } from './tests.js';

const first = (t: Tensor): Tensor => slice(t, { axis: 0, start: 0, end: 1 });
const everywhere = (t: Tensor, value: number): Tensor =>
  new Tensor(
    ndarray(
      t.data.map(() => value),
      t.shape,
    ),
  );
const xhat = (x: Tensor, gamma: Tensor, eps: number): Tensor =>
  reference(x, everywhere(gamma, 1), everywhere(gamma, 0), eps);

/** One γ, or one β, for all features. */
export const firstGamma: LayerNormFunction = (x, gamma, beta, eps) =>
  add(mul(first(gamma), xhat(x, gamma, eps)), beta);
export const firstBeta: LayerNormFunction = (x, gamma, beta, eps) =>
  add(mul(gamma, xhat(x, gamma, eps)), first(beta));

/** Both at once. */
export const bothFirst: LayerNormFunction = (x, gamma, beta, eps) =>
  add(mul(first(gamma), xhat(x, gamma, eps)), first(beta));

/** γ or β forgotten. */
export const noGamma: LayerNormFunction = (x, gamma, beta, eps) => add(xhat(x, gamma, eps), beta);
export const noBeta: LayerNormFunction = (x, gamma, _, eps) => mul(gamma, xhat(x, gamma, eps));

/** γ(x̂ + β). */
export const betaFirst: LayerNormFunction = (x, gamma, beta, eps) =>
  mul(gamma, add(xhat(x, gamma, eps), beta));

/** Both forgotten. */
export const neither: LayerNormFunction = (x, gamma, _, eps) => xhat(x, gamma, eps);

/** No LayerNorm at all. */
export const givesBack: LayerNormFunction = (x) => x;
