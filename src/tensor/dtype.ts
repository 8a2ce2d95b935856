import { requireArray } from './errors.js';

/** How a number is stored. float64 is the default; float32 keeps 24 significant bits and half the memory. */
export type DType = 'float64' | 'float32';

/**
 * The memory behind an array, one number after another, the last axis running fastest: a Float64Array or a Float32Array,
 * as far as the two are alike. (TypeScript cannot call `map` or `reduce` on their union.)
 */
export interface Storage extends Iterable<number> {
  readonly length: number;
  [place: number]: number;
  every(holds: (value: number, place: number) => boolean): boolean;
  some(holds: (value: number, place: number) => boolean): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(holds: (value: number, place: number) => boolean): Storage;
  findIndex(holds: (value: number, place: number) => boolean): number;
  forEach(f: (value: number, place: number) => void): void;
  join(separator?: string): string;
  map(f: (value: number, place: number) => number): Storage;
  reduce<T>(f: (sofar: T, value: number, place: number) => T, start: T): T;
  set(values: ArrayLike<number>, start?: number): void;
  slice(start?: number, end?: number): Storage;
  subarray(start?: number, end?: number): Storage;
}

/** Bytes of a slab: many small arrays share one piece of memory, which is asked for once. */
const slabBytes = 262144;
const sharedBytes = { from: 64, to: 32768 };
let slab = new ArrayBuffer(0);
let used = 0;

/**
 * Zeros: `length` numbers stored as `dtype`.
 *
 * Asking for memory costs more than filling it where arrays are small, so they are cut from slabs. No place of a slab is
 * given out twice: a slab goes when nothing in it is used any more.
 *
 * @throws {TypeError} for any other dtype.
 */
export function allocate(dtype: DType, length: number): Storage {
  if (dtype !== 'float64' && dtype !== 'float32')
    throw new TypeError(`allocate: expected dtype 'float64' or 'float32', got '${String(dtype)}'`);
  const Made = dtype === 'float64' ? Float64Array : Float32Array;
  const bytes = length * Made.BYTES_PER_ELEMENT;
  if (!(bytes > sharedBytes.from && bytes <= sharedBytes.to)) return new Made(length);
  if (used + bytes > slab.byteLength) {
    slab = new ArrayBuffer(slabBytes);
    used = 0;
  }
  const start = used;
  used += Math.ceil(bytes / 8) * 8;
  return new Made(slab, start, length);
}

/**
 * The one dtype of several arrays.
 *
 * @param names What they are called, for the message.
 * @throws {TypeError} if they differ: numbers of two precisions are never mixed silently. Or if one of them is no array.
 */
export function commonDType(
  op: string,
  arrays: readonly { readonly dtype: DType }[],
  names: readonly string[] = [],
): DType {
  const dtype = arrays[0]?.dtype ?? 'float64';
  for (let i = 0; i < arrays.length; i++) if (arrays[i]?.dtype !== dtype) throw mixed(op, arrays, names, i);
  return dtype;
}

function mixed(
  op: string,
  arrays: readonly { readonly dtype: DType }[],
  names: readonly string[],
  odd: number,
): TypeError {
  if (arrays[odd]?.dtype === undefined) requireArray(op, names[odd] ?? 'every part', arrays[odd]);
  const [first, other] = [arrays[0].dtype, arrays[odd].dtype];
  const [who, remedy] =
    names.length > 0
      ? [` (${names[0]} and ${names[odd]})`, `astype(${names[0]}, '${other}')`]
      : ['', `astype(x, '${first}')`];
  return new TypeError(
    `${op}: expected tensors of one dtype, got ${first} and ${other}${who}. Convert one of them first: ${remedy}`,
  );
}
