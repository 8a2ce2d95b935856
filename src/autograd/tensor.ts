import { commonDType } from '../tensor/dtype.js';
import type { DType, Storage } from '../tensor/dtype.js';
import { ShapeError } from '../tensor/errors.js';
import { formatArray } from '../tensor/format.js';
import { filled, fromNested, zerosLike } from '../tensor/ndarray.js';
import type { NDArray, Nested } from '../tensor/ndarray.js';
import { formatShape, sameShape } from '../tensor/shape.js';
import type { Shape } from '../tensor/shape.js';
import { isRecording, withRecording } from './recording.js';
import { outputsFirst } from './walk.js';

/** How a tensor was made: the tensors it came from, and how its cotangent becomes theirs. */
export interface Node {
  readonly op: string;
  readonly inputs: readonly Tensor[];
  /** Whether its way back was derived by hand, in loops; else it is a primitive, whose way back is made of operations. */
  readonly derived: boolean;
  /** One gradient for each input. With `createGraph` they can be differentiated again. */
  pullback(dy: Tensor, createGraph: boolean): readonly Tensor[];
}

/** How the way back is walked. */
export interface BackwardOptions {
  /** Record the way back as well, so that gradients can be differentiated again. */
  readonly createGraph?: boolean;
}

/**
 * An array that remembers how it was made, so that gradients can flow back through it.
 *
 * @example
 * const x = tensor([1, 2, 3]);
 * sum(mul(x, x)).backward();
 * x.grad; // 2x: [2, 4, 6]
 */
export class Tensor implements NDArray {
  readonly data: Storage;
  readonly shape: Shape;
  readonly dtype: DType;
  readonly node: Node | undefined;
  /** The gradient, once `backward` was called on something made from this tensor. Further calls add to it. */
  grad: Tensor | undefined;

  constructor(value: NDArray, node?: Node) {
    this.data = value.data;
    this.shape = value.shape;
    this.dtype = value.dtype;
    this.node = node;
    this.grad = undefined;
  }

  /**
   * Adds the gradient of ⟨this, dy⟩ to the `grad` of every tensor that this one was made from.
   *
   * @param dy The cotangent, of the shape of this tensor. It may be left out if this tensor holds a single number.
   * @throws {ShapeError} if dy has another shape, or is left out where this tensor holds more than one number.
   * @throws {TypeError} if dy has another dtype.
   */
  backward(dy?: Tensor | Nested, options: BackwardOptions = {}): void {
    const found = cotangents(this, dy, options);
    withRecording(options.createGraph ?? false, () => {
      for (const [tensor, gradient] of found)
        tensor.grad = tensor.grad ? total(tensor.grad, gradient) : gradient;
    });
  }

  toString(): string {
    return formatArray(this);
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return formatArray(this);
  }
}

/**
 * The gradient of ⟨y, dy⟩ for y and for every tensor it was made from, going back no further than `stopAt`.
 *
 * @throws {ShapeError} and {TypeError} as `Tensor.backward` does.
 */
export function cotangents(
  y: Tensor,
  dy: Tensor | Nested | undefined,
  { createGraph = false }: BackwardOptions,
  stopAt: ReadonlySet<Tensor> = new Set(),
): Map<Tensor, Tensor> {
  const found = new Map<Tensor, Tensor>([[y, startingCotangent(y, dy)]]);
  withRecording(createGraph, () => {
    for (const tensor of outputsFirst(y, stopAt)) {
      const cotangent = found.get(tensor);
      if (!tensor.node || !cotangent || stopAt.has(tensor)) continue;
      const gradients = tensor.node.pullback(cotangent, createGraph);
      tensor.node.inputs.forEach((input, i) => {
        const before = found.get(input);
        found.set(input, before ? total(before, gradients[i]) : gradients[i]);
      });
    }
  });
  return found;
}

function startingCotangent(y: Tensor, dy: Tensor | Nested | undefined): Tensor {
  if (dy === undefined) {
    if (y.data.length === 1) return new Tensor(filled(y.shape, 1, y.dtype));
    throw new ShapeError(
      'backward',
      'y',
      '[] (a single number)',
      y.shape,
      'Give it a cotangent dy of that shape',
    );
  }
  const given = dy instanceof Tensor ? dy : new Tensor(fromNested(dy, y.dtype));
  if (!sameShape(given.shape, y.shape))
    throw new ShapeError('backward', 'dy', formatShape(y.shape), given.shape);
  commonDType('backward', [y, given]);
  return given;
}

/** The sum of two gradients of one tensor; itself differentiable. */
function total(a: Tensor, b: Tensor): Tensor {
  const y = zerosLike(a);
  const [p, q, out] = [a.data, b.data, y.data];
  for (let i = 0; i < out.length; i++) out[i] = p[i] + q[i];
  return record(y, 'add', [a, b], (dy) => [dy, dy]);
}

/** A tensor that remembers its inputs, unless recording is switched off. */
export function record(
  value: NDArray,
  op: string,
  inputs: readonly Tensor[],
  pullback: Node['pullback'],
  derived: boolean = false,
): Tensor {
  return new Tensor(value, isRecording() ? { op, inputs, derived, pullback } : undefined);
}

/**
 * A tensor from numbers in nested lists, whose nesting is the shape.
 *
 * @example
 * tensor([[0.2, 0.1, 0.3], [0.5, 0.1, 0.1]]).shape; // [2, 3]
 * @throws {RangeError} if the lists on one level differ in length.
 * @throws {TypeError} if something in them is not a number.
 */
export function tensor(values: Nested, { dtype = 'float64' }: { readonly dtype?: DType } = {}): Tensor {
  return new Tensor(fromNested(values, dtype));
}

/**
 * The same numbers cut off from how they were made: no gradient flows through the result.
 *
 * @example
 * const x = tensor(3);
 * gradient(mul(detach(x), x), [x])[0]; // 3
 */
export function detach(x: Tensor): Tensor {
  return new Tensor(x);
}
