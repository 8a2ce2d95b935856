/** What the two ways back are asked with: x̂ and r as a layer makes them, beside a g that no test is blind to. */
import { add } from '../../../autograd/ops/add.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { sub } from '../../../autograd/ops/sub.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { rowMean } from './pieces.js';

/** What a way back is called with. */
export type RowsBackInputs = readonly [g: Tensor, xhat: Tensor, rstd: Tensor];

interface Given {
  readonly word: RowsBackInputs;
  readonly another: RowsBackInputs;
  /** Several words, once as many as features. */
  readonly words: readonly RowsBackInputs[];
  readonly constant: RowsBackInputs;
  shapes(seed: number): readonly RowsBackInputs[];
}

/** Features, words, ε and how far the numbers spread. */
const sizes: readonly [N: number, C: number, eps: number, spread: number][] = [
  [1, 1, 0.3, 1],
  [5, 1, 1e-5, 1],
  [3, 2, 0.3, 1],
  [2, 7, 1e-12, 1e-3],
  [7, 3, 0.3, 0.2],
  [4, 12, 1e-5, 1e4],
];

/** @param centres Whether x is centred before it is scaled: LayerNorm does, RMSNorm does not. */
export function givenBy(centres: boolean): Given {
  const asked = (x: Tensor, g: Tensor, eps = 1e-5): RowsBackInputs => {
    const c = centres ? sub(x, rowMean(x)) : x;
    const rstd = pow(add(rowMean(mul(c, c)), eps), -1 / 2);
    return [g, mul(c, rstd), rstd].map((part) => new Tensor({ ...part })) as unknown as RowsBackInputs;
  };
  const word = [6, 0, 4, 2, 3];
  const rest = [
    [0, 8, -4, 2, -1],
    [1, 2, 0, -5, 4],
    [7, 7, 3, 1, 0],
    [-2, 1, 1, 6, 9],
  ];
  const [arriving, ...others] = [
    [4, 1, -1, -2, 3],
    [-1, -1, 2, 2, 3],
    [0, 3, 1, -1, 5],
    [2, -2, 1, 0, -4],
    [1, 0, 0, 2, -1],
  ];
  const words = (N: number): RowsBackInputs =>
    asked(tensor([word, ...rest.slice(0, N - 1)]), tensor([arriving, ...others.slice(0, N - 1)]));
  const equal = [5, 0, -3].map((value) => word.map(() => value));
  return {
    word: words(1),
    another: asked(tensor([rest[0]]), tensor([others[0]])),
    words: [words(2), words(5)],
    constant: asked(tensor(equal), tensor([arriving, ...others.slice(0, 2)])),
    shapes: (seed) =>
      sizes.map(([N, C, eps, spread], i) => {
        const numbers = stream(`way back exercise ${seed}, ${i}`, C);
        return asked(
          new Tensor(numbers.normals([N, C], { mean: spread, deviation: spread })),
          new Tensor(numbers.normals([N, C], { mean: 0.5 })),
          eps,
        );
      }),
  };
}

/** Which x̂ are asked about: those of any ε, or only those whose squares have mean 1, as they have at a tiny one. */
export type Squares = 'any' | 'full';

/**
 * The same inputs.
 *
 * @throws {RangeError} if no layer makes such x̂ and r: an example that is made smaller must stay one.
 */
export function possible(inputs: RowsBackInputs, centres: boolean, squares: Squares): RowsBackInputs {
  const [, xhat, rstd] = inputs;
  const means = centres ? rowMean(xhat).data : [0];
  const least = squares === 'full' ? 0.999 : 0;
  if (
    means.every((value) => Math.abs(value) < 1e-9) &&
    rowMean(mul(xhat, xhat)).data.every((value) => value >= least && value < 1 + 1e-9) &&
    rstd.data.every((value) => value > 0)
  )
    return inputs;
  throw new RangeError('No layer makes such x̂ and r.');
}
