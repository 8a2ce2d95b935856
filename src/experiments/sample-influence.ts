/** Who hears whom in a batch: how much the output of one sample moves with another sample. */
import { gradient } from '../autograd/gradient.js';
import { Tensor } from '../autograd/tensor.js';
import { zerosLike } from '../tensor/ndarray.js';

/**
 * For each pair of samples the size of the Jacobian ∂yᵢ/∂xⱼ: the root of the sum of its squares, over all features of both.
 *
 * @param layer Takes x, and gives one row for each of its samples.
 * @param x Shape [N, ...].
 * @returns N rows of N numbers; row i, column j holds what sample i hears of sample j.
 * @example
 * sampleInfluence((x) => mul(x, 3), tensor([[1], [2]])); // [[3, 0], [0, 3]]
 */
export function sampleInfluence(layer: (x: Tensor) => Tensor, x: Tensor): number[][] {
  const N = x.shape[0];
  const squares = Array.from({ length: N }, () => new Array<number>(N).fill(0));
  const y = layer(x);
  const [perOutput, perInput] = [y.data.length / N, x.data.length / N];
  y.data.forEach((_, place) => {
    const one = zerosLike(y);
    one.data[place] = 1;
    const [dx] = gradient(y, [x], { dy: new Tensor(one) });
    const row = squares[Math.floor(place / perOutput)];
    dx.data.forEach((slope, k) => (row[Math.floor(k / perInput)] += slope * slope));
  });
  return squares.map((row) => row.map(Math.sqrt));
}
