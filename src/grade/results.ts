/** What a candidate gave back: read with suspicion, compared with what a right answer gives. */
import { Tensor } from '../autograd/tensor.js';
import { sameShape } from '../tensor/shape.js';
import { brief } from './evidence.js';
import { Failure } from './exercise.js';
import type { Candidate } from './exercise.js';
import { said } from './grading.js';
import { isNotYetWritten } from './not-yet-written.js';
import { stoppedBy } from './stopped.js';

/** The tensors of a result by name: `{ y }`, or `{ gamma, beta }`. */
export type Parts = Readonly<Record<string, Tensor>>;

/** A result to compare: its tensors, or the sentence it stopped with. */
export type Outcome = { readonly parts: Parts } | { readonly stopped: string };

/** Fresh tensors with the same numbers, so that a candidate that writes into its inputs harms nobody. */
export function copies<A extends readonly unknown[]>(inputs: A): A {
  const copy = (x: unknown): unknown =>
    x instanceof Tensor ? new Tensor({ data: x.data.slice(), shape: [...x.shape], dtype: x.dtype }) : x;
  const fresh = (x: unknown): unknown => {
    if (Array.isArray(x)) return x.slice();
    return isOptions(x) ? optionsLike(x) : copy(x);
  };
  return inputs.map(fresh) as unknown as A;
}

/** An object of numbers, texts and lists of these: no tensors, which may have to stay the same, and no functions. */
function isOptions(x: unknown): x is Readonly<Record<string, unknown>> {
  const isPlain = typeof x === 'object' && x !== null && Object.getPrototypeOf(x) === Object.prototype;
  return (
    isPlain &&
    Object.values(x)
      .flat()
      .every((value) => !/object|function/.test(typeof value))
  );
}

const optionsLike = (x: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(
    Object.entries(x).map(([name, value]) => [name, Array.isArray(value) ? value.slice() : value]),
  );

/**
 * Calls a candidate with copies.
 *
 * @throws {Failure} if it stops with an error, with that error's first line.
 */
export function call(candidate: Candidate, inputs: readonly unknown[]): unknown {
  try {
    const result: unknown = candidate(...(copies(inputs) as never[]));
    if (isPromise(result)) result.then(undefined, () => undefined);
    return result;
  } catch (error) {
    if (isNotYetWritten(error)) throw error;
    throw new Failure('stops', stoppedBy(error), {
      input: brief(inputs),
      expected: 'a result',
      got: said(error),
    });
  }
}

/** The tensors of a result. @throws {Failure} if something else stands where a tensor should. */
export function partsOf(result: unknown, names: readonly string[]): Parts {
  if (names.length === 1) return { [names[0]]: asTensor(result, 'Your function') };
  requireSomething(result, 'Your function');
  const found = new Map<string, Tensor>();
  for (const name of names) {
    const value: unknown =
      typeof result === 'object' && result !== null ? Reflect.get(result, name) : undefined;
    if (value === undefined)
      throw new Failure(
        'shape of the answer',
        `Your function should give back { ${names.join(', ')} }, and ${name} is missing.`,
      );
    found.set(name, asTensor(value, `${name} of your function`));
  }
  return Object.fromEntries(found);
}

/** What a function gives for these inputs, as something to compare with; it never throws. */
export function outcome(f: Candidate, inputs: readonly unknown[], names: readonly string[]): Outcome {
  try {
    return { parts: partsOf(call(f, inputs), names) };
  } catch (error) {
    if (isNotYetWritten(error)) throw error;
    return { stopped: said(error) };
  }
}

/** The largest difference, relative to the size of b; infinite where shapes, dtypes or outcomes differ. */
export function distance(a: Outcome, b: Outcome): number {
  if ('stopped' in a || 'stopped' in b)
    return 'stopped' in a && 'stopped' in b && a.stopped === b.stopped ? 0 : Infinity;
  return Math.max(...Object.keys(b.parts).map((name) => farthest(a.parts[name], b.parts[name]).error));
}

/** Where two tensors differ most, and by how much relative to the largest number of the second. */
export function farthest(a: Tensor, b: Tensor): { readonly error: number; readonly place: number } {
  if (!sameShape(a.shape, b.shape) || a.dtype !== b.dtype) return { error: Infinity, place: 0 };
  let size = 1e-300;
  for (const value of b.data) if (Number.isFinite(value)) size = Math.max(size, Math.abs(value));
  let [error, place] = [0, 0];
  for (let i = 0; i < b.data.length; i++) {
    const off = Object.is(a.data[i], b.data[i]) ? 0 : Math.abs(a.data[i] - b.data[i]) / size;
    if (off > error || Number.isNaN(off)) [error, place] = [Number.isNaN(off) ? Infinity : off, i];
  }
  return { error, place };
}

function asTensor(value: unknown, who: string): Tensor {
  requireSomething(value, who);
  if (isTensor(value)) return value;
  if (Array.isArray(value))
    throw new Failure(
      'a list',
      `${who} gives back a list. A tensor is asked for: wrap it, tensor(…), or stay with the operations.`,
    );
  const what = typeof value === 'object' ? 'something else' : `the ${typeof value} ${said(value)}`;
  throw new Failure('not a tensor', `${who} gives back ${what}, where a tensor is asked for.`);
}

/** @throws {Failure} if there is no result, or one to wait for. */
export function requireSomething(value: unknown, who: string): void {
  if (value === undefined || value === null)
    throw new Failure('nothing', `${who} gives back nothing. Is a return missing?`);
  if (isPromise(value))
    throw new Failure(
      'a promise',
      `${who} gives back a promise. Leave out async: nothing here has to be waited for.`,
    );
}

/** By its fields, since a cell may hold tensors of an older copy of the library. */
function isTensor(value: unknown): value is Tensor {
  return (
    value instanceof Tensor ||
    (typeof value === 'object' &&
      value !== null &&
      'data' in value &&
      'shape' in value &&
      'dtype' in value &&
      ArrayBuffer.isView(value.data))
  );
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
