import { noGrad } from './recording.js';
import { Tensor } from './tensor.js';

/** How the slopes are taken. */
export interface NumericGradientOptions {
  /** The cotangent, of the shape of the result; may be left out where f gives a single number. */
  readonly dy?: Tensor;
  /** How far to step to either side. */
  readonly step?: number;
}

/**
 * The gradient of ⟨f, dy⟩ by central differences, one component after another: two calls of f for each number.
 *
 * Slow and good to about ten digits, but it shows where a gradient is wrong. Whether it is wrong at all costs two calls
 * in total: `gradientCheck`.
 *
 * @param f From the inputs, in order, to a tensor.
 * @param inputs float64 tensors; they are not changed.
 * @throws {TypeError} if an input is float32, in which central differences have too few digits.
 * @throws {RangeError} if dy is left out where f gives more than one number, or has another length.
 * @example
 * numericGradient((x) => sum(pow(x, 3)), [tensor([1, 2])])[0]; // 3x²: [3.0000, 12.0000]
 */
export function numericGradient(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  { dy, step = 1e-5 }: NumericGradientOptions = {},
): Tensor[] {
  requireFloat64('numericGradient', inputs);
  const leaves = inputs.map(copy);
  const value = (): number => noGrad(() => against(f(...leaves), dy));
  return leaves.map((leaf) => {
    const slopes = copy(leaf);
    for (let i = 0; i < leaf.data.length; i++) slopes.data[i] = slopeAt(leaf, i, step, value);
    return slopes;
  });
}

/** The slope in the i-th number of x, which is put back afterwards. */
function slopeAt(x: Tensor, i: number, step: number, value: () => number): number {
  const before = x.data[i];
  x.data[i] = before + step;
  const above = value();
  x.data[i] = before - step;
  const below = value();
  x.data[i] = before;
  return (above - below) / (2 * step);
}

function against({ data }: Tensor, dy: Tensor | undefined): number {
  if ((dy?.data.length ?? 1) !== data.length)
    throw new RangeError(
      `numericGradient: expected dy to hold one number for each of the ${data.length} that f gives, got ${dy?.data.length ?? 'none'}`,
    );
  return data.reduce((total, y, i) => total + y * (dy?.data[i] ?? 1), 0);
}

function copy(x: Tensor): Tensor {
  return new Tensor({ data: x.data.slice(), shape: x.shape, dtype: x.dtype });
}

/** Central differences have half the digits of their numbers, or less: of float32 too little is left. */
export function requireFloat64(name: string, inputs: readonly Tensor[]): void {
  if (inputs.some((input) => input.dtype !== 'float64'))
    throw new TypeError(`${name}: expected float64 inputs, got float32. Convert them: astype(x, "float64")`);
}
