import { allocate } from '../../tensor/dtype.js';
import type { DType } from '../../tensor/dtype.js';
import { said } from '../../tensor/errors.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { formatShape, sizeOf } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';

/** An array as plain JSON. What JSON cannot write as a number stands there as text: "NaN", "Infinity", "-0" … */
export interface PlainArray {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly data: readonly (number | string)[];
}

/** A state dict as plain JSON: written out and read again it has the same bits. */
export type PlainState = Readonly<Record<string, PlainArray>>;

/**
 * A state dict as plain JSON.
 *
 * @example
 * const plain = plainState(new Map([['a', tensor([1, NaN])]]));
 * plain.a.data; // [1, "NaN"]
 * JSON.stringify(plain); // the text of a file
 */
export function plainState(state: ReadonlyMap<string, NDArray>): PlainState {
  return Object.fromEntries(
    [...state].map(([name, { shape, dtype, data }]) => [
      name,
      { shape: [...shape], dtype, data: Array.from(data, written) },
    ]),
  );
}

function written(value: number): number | string {
  return Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value);
}

/**
 * The inverse of `plainState`.
 *
 * @param plain What `JSON.parse` gave.
 * @throws {RangeError} if it is no state: one sentence that names the array at fault.
 * @example
 * const text = '{"gamma":{"shape":[2],"dtype":"float32","data":[3,"-Infinity"]}}';
 * stateOf(JSON.parse(text)).get('gamma')?.dtype; // 'float32'
 */
export function stateOf(plain: unknown): Map<string, NDArray> {
  if (!isRecord(plain)) {
    const got = typeof plain === 'string' ? 'text. JSON.parse comes first' : said(plain);
    throw new RangeError(`stateOf: expected arrays by name, got ${got}`);
  }
  return new Map(Object.entries(plain).map(([name, value]) => [name, arrayOf(name, value)]));
}

function arrayOf(name: string, value: unknown): NDArray {
  const { shape, dtype, data } = isRecord(value) ? value : {};
  if (!isShape(shape) || !Array.isArray(data))
    throw new RangeError(
      `stateOf: expected ${name} to have a shape, a dtype and data, got ${isRecord(value) ? `shape ${JSON.stringify(shape)} and as data ${said(data)}` : said(value)}`,
    );
  if (dtype !== 'float64' && dtype !== 'float32')
    throw new RangeError(
      `stateOf: expected ${name} to have dtype float64 or float32, got ${JSON.stringify(dtype)}`,
    );
  if (data.length !== sizeOf(shape))
    throw new RangeError(
      `stateOf: expected ${sizeOf(shape)} numbers for ${name} of shape ${formatShape(shape)}, got ${data.length}`,
    );
  const stored = allocate(dtype, data.length);
  data.forEach((entry: unknown, i) => {
    if (typeof entry !== 'number' && !['NaN', 'Infinity', '-Infinity', '-0'].includes(entry as string))
      throw new RangeError(`stateOf: expected numbers in ${name}, got ${JSON.stringify(entry)}`);
    stored[i] = Number(entry);
  });
  return { data: stored, shape, dtype };
}

/** Whether this is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether this is a list of lengths. */
export function isShape(value: unknown): value is Shape {
  return Array.isArray(value) && value.every((length) => Number.isInteger(length) && length >= 0);
}
