/** What experiments ask with. */
import { add, mul } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { mixing, norm } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';
import { preNorm } from './layers.js';
import type { Layer } from './layers.js';

export const x = normals('overwritten', [4, 6], { mean: 1, deviation: 3 });
export const [f, g] = [21, 22].map((n) => mixing(n));
/** Two norms with parameters of their own. */
export const norms: readonly [Through, Through] = [
  (t: Tensor): Tensor => add(mul(2, norm(t)), 1),
  (t: Tensor): Tensor => mul(norm(t), normals('own γ', [6], { mean: 1 })),
];

interface Asking {
  readonly given?: Tensor;
  readonly sublayers?: readonly [Through, Through];
  readonly by?: readonly [Through, Through];
  readonly as?: Layer;
  readonly tolerance?: number;
}
/** Whether a layer gives what Pre-LN, or another one, gives. */
export const asked = (
  layer: Layer,
  { given = x, sublayers = [f, g], by = norms, as = preNorm, tolerance = 1e-9 }: Asking = {},
): boolean => near(layer(given, ...sublayers, ...by), as(given, ...sublayers, ...by), tolerance);
