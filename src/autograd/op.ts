import { commonDType } from '../tensor/dtype.js';
import { zerosLike } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import { astype } from './ops/astype.js';
import { cotangents, record, Tensor } from './tensor.js';

/** Named arrays: the inputs of an operation, or their gradients. */
export type Arrays<K extends string> = Readonly<Record<K, NDArray>>;
/** Named tensors. */
export type Tensors<K extends string> = Readonly<Record<K, Tensor>>;

/** An operation as it is called: named tensors and options in, one tensor out. */
export type Op<K extends string, Options> = (inputs: Tensors<K>, options: Options) => Tensor;

/** An operation whose way back is written with operations: it can be differentiated any number of times. */
export interface Primitive<K extends string, Options> {
  readonly forward: (inputs: Arrays<K>, options: Options) => NDArray;
  /** Must name one gradient for each input: forgetting one is a compile error. */
  readonly backward: (dy: Tensor, inputs: Tensors<K>, y: Tensor, options: Options) => Tensors<K>;
}

/** An operation with a backward derived by hand, written with loops over numbers. */
export interface Definition<K extends string, Options, Saved> {
  /** The value, and what the way back needs to remember. */
  readonly forward: (inputs: Arrays<K>, options: Options) => { readonly y: NDArray; readonly saved: Saved };
  /** Must name one gradient for each input: forgetting one is a compile error. */
  readonly backward: (dy: NDArray, inputs: Arrays<K>, saved: Saved, options: Options) => Arrays<K>;
  /** The same function as a composition of operations, for a gradient of a gradient. */
  readonly compose: Op<K, Options>;
}

/**
 * Makes a primitive callable on tensors. Its name stands in error messages and stack traces.
 *
 * @throws {TypeError} when called with tensors of two dtypes.
 * @example
 * const square: Op<'x', undefined> = definePrimitive('square', {
 *   forward: ({ x }) => ndarray(x.data.map((value) => value * value), x.shape, x.dtype),
 *   backward: (dy, { x }) => ({ x: mul(dy, mul(2, x)) }),
 * });
 * const x = tensor([1, 2, 3]);
 * gradient(square({ x }, undefined), [x], { dy: [1, 1, 1] })[0]; // [2, 4, 6]
 */
export function definePrimitive<K extends string, Options>(
  name: string,
  { forward, backward }: Primitive<K, Options>,
): Op<K, Options> {
  return named(name, (inputs, options) => {
    const keys = Object.keys(inputs) as K[];
    const given = keys.map((key) => inputs[key]);
    commonDType(name, given, keys);
    const y: Tensor = record(forward(inputs, options), name, given, (dy) => {
      const gradients = backward(dy, inputs, y, options);
      return keys.map((key) => gradients[key]);
    });
    return y;
  });
}

/**
 * Makes a hand-derived operation callable on tensors.
 *
 * Its backward is first order. Where a gradient of a gradient is asked for (`createGraph`), the way back goes through
 * `compose` instead, which is made of primitives.
 *
 * @throws {TypeError} when called with tensors of two dtypes.
 * @example
 * const square: Op<'x', undefined> = defineOp('square', {
 *   forward: ({ x }) => ({ y: ndarray(x.data.map((value) => value * value), x.shape), saved: undefined }),
 *   backward: (dy, { x }) => ({ x: ndarray(dy.data.map((d, i) => 2 * d * x.data[i]), x.shape) }),
 *   compose: ({ x }) => mul(x, x),
 * });
 * const x = tensor([1, 2, 3]);
 * gradient(square({ x }, undefined), [x], { dy: [1, 1, 1] })[0]; // [2, 4, 6]
 */
export function defineOp<K extends string, Options, Saved>(
  name: string,
  { forward, backward, compose }: Definition<K, Options, Saved>,
): Op<K, Options> {
  return named(name, (inputs, options) => {
    const keys = Object.keys(inputs) as K[];
    const given = keys.map((key) => inputs[key]);
    commonDType(name, given, keys);
    const { y, saved } = forward(inputs, options);
    const pullback = (dy: Tensor, createGraph: boolean): Tensor[] => {
      if (createGraph) return throughComposition(compose, inputs, keys, options, dy);
      const gradients = backward(dy, inputs, saved, options);
      return keys.map((key) => new Tensor(gradients[key]));
    };
    return record(y, name, given, pullback, true);
  });
}

/**
 * The way back through the composition, up to this operation's own inputs and no further.
 *
 * The composition is computed in float64 whatever its inputs are: like the loops, it rounds only what it stores.
 */
function throughComposition<K extends string, Options>(
  compose: Op<K, Options>,
  inputs: Tensors<K>,
  keys: readonly K[],
  options: Options,
  dy: Tensor,
): Tensor[] {
  const views = keys.map((key) => record(inputs[key], 'view', [inputs[key]], (d) => [d]));
  const again = Object.fromEntries(keys.map((key, i) => [key, astype(views[i], 'float64')]));
  const y = compose(again as Record<K, Tensor>, options);
  const found = cotangents(y, astype(dy, 'float64'), { createGraph: true }, new Set(views));
  return views.map((view) => found.get(view) ?? new Tensor(zerosLike(view)));
}

function named<F extends object>(name: string, f: F): F {
  return Object.defineProperty(f, 'name', { value: name });
}
