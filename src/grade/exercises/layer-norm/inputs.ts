import { Tensor, tensor } from '../../../autograd/tensor.js';
import type { DType } from '../../../tensor/dtype.js';
import { stream } from '../../../tensor/random.js';
import type { Shape } from '../../../tensor/shape.js';

/** What a LayerNorm is called with. */
export type LayerNormInputs = readonly [x: Tensor, gamma: Tensor, beta: Tensor, eps: number];

/** The function the exercise asks for. */
export type LayerNormFunction = (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor;

const ones = [1, 1, 1, 1];
const zeros = [0, 0, 0, 0];

/** Two words to follow by hand. Their deviations are so large that ε = 1e-5 does not show. */
export const byHand: LayerNormInputs = [
  tensor([
    [1, 3, 4, 8],
    [-2, 0, 1, 9],
  ]),
  tensor(ones),
  tensor(zeros),
  1e-5,
];

/** Every feature with a γ and a β of its own. */
export const withGammaAndBeta: LayerNormInputs = [
  byHand[0],
  tensor([2, -1, 0.5, 3]),
  tensor([1, 0, -2, 0.5]),
  1e-5,
];

/** Other words, with the same γ and β. */
export const otherWords: LayerNormInputs = [
  tensor([
    [0, 2, 2, 5],
    [7, -3, 1, 1],
  ]),
  withGammaAndBeta[1],
  withGammaAndBeta[2],
  1e-5,
];

/** Words whose deviation is not large beside √ε. */
export const largeEps: LayerNormInputs = [
  tensor([
    [0.1, 0.3, 0.4, 0.8],
    [-0.2, 0, 0.1, 0.9],
  ]),
  withGammaAndBeta[1],
  withGammaAndBeta[2],
  0.3,
];

/** The same words with an ε that is nearly nothing. */
export const smallEps: LayerNormInputs = [largeEps[0], largeEps[1], largeEps[2], 1e-12];

/** Two and three axes, every axis of another length; every row with a scale and an offset of its own. */
export function manyShapes(seed: number): readonly LayerNormInputs[] {
  const shapes = [
    [[1, 5], 1e-5],
    [[7, 3], 0.3],
    [[2, 3, 4], 1e-5],
    [[3, 2, 6], 0.3],
    [[4, 1, 5], 1e-12],
  ] as const;
  return shapes.map(([shape, eps], i) => randomInputs(shape, eps, 100 * seed + i));
}

/** Rows of equal numbers. */
export const constantRows: LayerNormInputs = [
  tensor([
    [5, 5, 5, 5],
    [0.1, 0.1, 0.1, 0.1],
  ]),
  withGammaAndBeta[1],
  withGammaAndBeta[2],
  1e-5,
];

/** float32 rows of deviation 1 around 10 000, where float32 keeps three digits after the point. */
export const farFromZero = (seed: number): LayerNormInputs =>
  randomInputs([3, 6], 1e-5, 100 * seed + 9, { dtype: 'float32', scale: 1, offset: 1e4 });

/** For the way back. */
export const forGradients = (seed: number): LayerNormInputs => randomInputs([2, 3, 4], 0.1, 100 * seed + 8);

interface Rows {
  readonly dtype?: DType;
  /** The scale of every row; a random one each where left out. */
  readonly scale?: number;
  readonly offset?: number;
}

/** Nothing special about any number: γ is not 1, β is not 0. */
function randomInputs(
  shape: Shape,
  eps: number,
  seed: number,
  { dtype = 'float64', scale, offset }: Rows = {},
): LayerNormInputs {
  const random = stream('layer-norm exercise', seed);
  const C = shape[shape.length - 1];
  const x = random.normals(shape, { dtype });
  for (let start = 0; start < x.data.length; start += C) {
    const [size, middle] = [scale ?? random.uniform(0.3, 3), offset ?? 3 * random.normal()];
    for (let i = start; i < start + C; i++) x.data[i] = size * x.data[i] + middle;
  }
  const vector = (): Tensor => new Tensor(random.normals([C], { mean: 0.5, dtype }));
  return [new Tensor(x), vector(), vector(), eps];
}
