/** How much of an answer a bug takes. */
import { gradient, numericGradient, Tensor, tensor } from '../../autograd/index.js';
import { stream } from '../../tensor/random.js';
import { toNested } from '../../tensor/ndarray.js';
import type { Nested } from '../../tensor/ndarray.js';
import type { DType } from '../../tensor/dtype.js';
import type { Damage } from './exhibit.js';

type TensorLayer = (x: Tensor) => Tensor;
type Slope = (layer: TensorLayer, x: Tensor, dy: Tensor) => Tensor;
interface Pair<L> {
  readonly wrong: L;
  readonly right: L;
}

/** ‖a − b‖ / ‖b‖; infinite where they are not of one length. */
export function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let [difference, size] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    difference += (a[i] - b[i]) * (a[i] - b[i]);
    size += b[i] * b[i];
  }
  return difference === 0 ? 0 : Math.sqrt(difference / size);
}

/** Normal numbers that are the same in every run. */
export function normals(
  name: string,
  shape: readonly number[],
  options: { mean?: number; deviation?: number; dtype?: DType; seed?: number } = {},
): Tensor {
  return new Tensor(stream(`museum ${name}`, options.seed ?? 0).normals(shape, options));
}

const byWalkingBack: Slope = (layer, x, dy) => {
  const leaf = new Tensor(x);
  return gradient(layer(leaf), [leaf], { dy })[0];
};
const byDifferences: Slope = (layer, x, dy) => numericGradient(layer, [x], { dy })[0];

/** Of a layer made of operations: the gradient is the one that training would get. */
export function damage(
  { wrong, right }: Pair<TensorLayer>,
  x: Tensor,
  slope: Slope = byWalkingBack,
): { readonly output: number; readonly gradient: number } {
  const y = right(x);
  const dy = normals('dy', y.shape, { dtype: y.dtype });
  return {
    output: apart(wrong(x).data, y.data),
    gradient: apart(slope(wrong, x, dy).data, slope(right, x, dy).data),
  };
}

/** Of a layer over nested arrays, whose gradient is taken by central differences. */
export function damageOfArrays<T extends Nested>({ wrong, right }: Pair<(x: T) => T>, x: Tensor): Damage {
  const over =
    (layer: (x: T) => T): TensorLayer =>
    (input) =>
      tensor(layer(toNested(input) as T));
  return damage({ wrong: over(wrong), right: over(right) }, x, byDifferences);
}
