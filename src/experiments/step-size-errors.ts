/**
 * How good a central difference is, for every step h and in both precisions.
 *
 *     slope(h) = (f(x + h) − f(x − h)) / 2h  ≈  f'(x) + h² f'''(x) / 6  ±  eps |f(x)| / h
 *
 * The first error falls with h, the second grows as h falls; together they are least at h₀ = (3 eps |f| / |f'''|)^⅓,
 * where eps is the gap between 1 and the next number: 2⁻⁵² in float64, 2⁻²³ in float32.
 *
 * f' and f''' come from the way back, in float64.
 */
import { gradient } from '../autograd/gradient.js';
import { add } from '../autograd/ops/add.js';
import { astype } from '../autograd/ops/astype.js';
import { mul } from '../autograd/ops/mul.js';
import { sum } from '../autograd/ops/sum.js';
import { noGrad } from '../autograd/recording.js';
import { Tensor, tensor } from '../autograd/tensor.js';
import { layerNorm } from '../norm/layer-norm.js';
import type { DType } from '../tensor/dtype.js';
import { exp, log } from '../tensor/elementary.js';
import { stream } from '../tensor/random.js';

/** A function of one number, and where its slope is wanted. It must compute in the dtype it is given. */
export interface FunctionAt {
  readonly f: (x: Tensor) => Tensor;
  readonly at: number;
}

/** The errors of one function in one precision. */
export interface StepSizeRecord {
  readonly name: string;
  readonly dtype: DType;
  readonly steps: readonly number[];
  /** |slope − f'| / |f'| for each step; never below 2⁻⁵³, since f' is known no better. */
  readonly errors: readonly number[];
  /** h₀: the step that the model calls best. */
  readonly predicted: number;
  /** The step of these that was best, and its error. */
  readonly best: { readonly step: number; readonly error: number };
}

/** The gap between 1 and the next number. */
export const machineEpsilon: Readonly<Record<DType, number>> = {
  float64: 1 / 4503599627370496,
  float32: 1 / 8388608,
};

/** Steps from 0.1 down to 1e-15, four for each power of ten. */
export const stepSizes: readonly number[] = Array.from({ length: 57 }, (_, i) =>
  exp(-Math.LN10 * (1 + i / 4)),
);

/**
 * The error of the central difference for each function, in float64 and in float32.
 *
 * @example
 * stepSizeErrors({ cube: { f: (x) => pow(x, 3), at: 1 } })[0].predicted; // near 5e-6
 */
export function stepSizeErrors(
  functions: Readonly<Record<string, FunctionAt>>,
  steps: readonly number[] = stepSizes,
): StepSizeRecord[] {
  return Object.entries(functions).flatMap(([name, { f, at }]) => {
    const [value, slope, , third] = derivatives(f, at);
    return (['float64', 'float32'] as const).map((dtype) => {
      const errors = steps.map((h) =>
        Math.max(machineEpsilon.float64 / 2, Math.abs(centralDifference(f, at, h, dtype) / slope - 1)),
      );
      const least = errors.indexOf(Math.min(...errors));
      const best = { step: steps[least], error: errors[least] };
      return { name, dtype, steps, errors, predicted: bestStep(value, third, dtype), best };
    });
  });
}

/**
 * A word of C features that goes through LayerNorm while it moves along a random direction: ⟨dy, LN(x + t · u)⟩ at
 * t = 0, for random x, u, γ, β and dy. It is what a gradient check of LayerNorm looks at.
 *
 * @param seed Names all that is random.
 * @param options `C`, `eps`, and the `deviation` of x: of a word whose numbers are nearly equal it is small.
 * @example
 * const { f, at } = layerNormAlong(1);
 * f(tensor(at)).shape; // []
 */
export function layerNormAlong(
  seed: number,
  { C = 5, deviation = 1, eps = 1e-5 }: { C?: number; deviation?: number; eps?: number } = {},
): FunctionAt {
  const random = stream('layerNormAlong', seed);
  const [gamma, beta, dy, u] = Array.from({ length: 4 }, () => new Tensor(random.normals([C])));
  const x = new Tensor(random.normals([C], { deviation }));
  const f = (t: Tensor): Tensor => {
    const own = (constant: Tensor): Tensor => astype(constant, t.dtype);
    const word = add(own(x), mul(own(u), t));
    return sum(mul(own(dy), layerNorm({ x: word, gamma: own(gamma), beta: own(beta) }, { eps })));
  };
  return { f, at: 0 };
}

/** f and its first three derivatives at one place. */
function derivatives(f: FunctionAt['f'], at: number): number[] {
  const x = tensor(at);
  const found = [f(x)];
  while (found.length < 4) found.push(gradient(found[found.length - 1], [x], { createGraph: true })[0]);
  return found.map(({ data }) => data[0]);
}

function centralDifference(f: FunctionAt['f'], at: number, h: number, dtype: DType): number {
  const value = (x: number): number => noGrad(() => f(tensor(x, { dtype })).data[0]);
  return (value(at + h) - value(at - h)) / (2 * h);
}

function bestStep(value: number, third: number, dtype: DType): number {
  return exp(log((3 * machineEpsilon[dtype] * Math.abs(value)) / Math.abs(third)) / 3);
}
