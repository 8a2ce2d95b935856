/**
 * Feature-wise linear modulation: another network scales and shifts each channel of each sample.
 *
 *     (1)  y  = γ ⊙ x + β                     γ and β of each channel of each sample, made from a condition
 *
 * It takes the place of a norm's own γ and β where they are to depend on a question, a style or a time step.
 *
 * Source: Perez et al. (2018), "FiLM: Visual reasoning with a general conditioning layer", arXiv:1709.07871, section 2.
 */
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { reshape } from '../autograd/ops/reshape.js';
import type { Tensor } from '../autograd/tensor.js';
import { composed } from './composition.js';
import { requireChannels, requireShape } from './requirements.js';

/**
 * Scales and shifts each channel of each sample by numbers of its own.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [N, C].
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma or beta has another shape.
 * @example
 * film({ x: tensor([[1, 2], [3, 4]]), gamma: tensor([[1, 0], [2, 1]]), beta: tensor([[0, 5], [0, 0]]) }); // [[1, 5], [6, 4]]
 */
export function film(inputs: { readonly x: Tensor; readonly gamma: Tensor; readonly beta: Tensor }): Tensor {
  const { x } = inputs;
  requireChannels('film', x);
  const shape = x.shape.slice(0, 2);
  requireShape('film', 'gamma', inputs.gamma, shape);
  requireShape('film', 'beta', inputs.beta, shape);
  return composed('film', inputs, (given) => {
    const [g, b] = [given.gamma, given.beta].map((one) =>
      reshape(one, [...shape, ...x.shape.slice(2).map(() => 1)]),
    );
    return add(mul(g, given.x), b);
  });
}
