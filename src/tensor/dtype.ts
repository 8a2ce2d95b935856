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
  findIndex(holds: (value: number, place: number) => boolean): number;
  forEach(f: (value: number, place: number) => void): void;
  join(separator?: string): string;
  map(f: (value: number, place: number) => number): Storage;
  reduce<T>(f: (sofar: T, value: number, place: number) => T, start: T): T;
  set(values: ArrayLike<number>, start?: number): void;
  slice(start?: number, end?: number): Storage;
  subarray(start?: number, end?: number): Storage;
}

/**
 * Zeros: `length` numbers stored as `dtype`.
 *
 * @throws {TypeError} for any other dtype.
 */
export function allocate(dtype: DType, length: number): Storage {
  if (dtype === 'float64') return new Float64Array(length);
  if (dtype === 'float32') return new Float32Array(length);
  throw new TypeError(`allocate: expected dtype 'float64' or 'float32', got '${String(dtype)}'`);
}

/**
 * The one dtype of several arrays.
 *
 * @throws {TypeError} if they differ: numbers of two precisions are never mixed silently.
 */
export function commonDType(op: string, arrays: readonly { readonly dtype: DType }[]): DType {
  const dtype = arrays[0]?.dtype ?? 'float64';
  for (const array of arrays)
    if (array.dtype !== dtype)
      throw new TypeError(
        `${op}: expected tensors of one dtype, got ${dtype} and ${array.dtype}. Convert one of them first: astype(x, '${dtype}')`,
      );
  return dtype;
}
