/**
 * Safetensors, the file format in which weights are handed around: numbers only, nothing that could run.
 *
 *     8 bytes       N, the length of the header, the lowest byte first
 *     N bytes       the header, JSON in UTF-8: for each name its dtype, its shape, and where its numbers begin and end,
 *                   counted from the end of the header. It may be followed by spaces, and have an entry "__metadata__"
 *     the rest      the numbers, the lowest byte first, row after row, of one array after another without gaps
 *
 * What is written here has the bytes that the Python package writes: the larger numbers first, then by name, the header
 * filled up to a multiple of 8.
 *
 * Source: the description of the format at https://github.com/huggingface/safetensors.
 */
import { allocate } from '../../tensor/dtype.js';
import type { DType } from '../../tensor/dtype.js';
import { requireArray, requireMap, said } from '../../tensor/errors.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { formatShape, sizeOf } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';
import { isRecord, isShape } from './plain.js';

/** How numbers can be stored, and how many bytes each of them takes. */
const stored = {
  F64: { bytes: 8, dtype: 'float64', get: (view: DataView, at: number) => view.getFloat64(at, true) },
  F32: { bytes: 4, dtype: 'float32', get: (view: DataView, at: number) => view.getFloat32(at, true) },
  I64: {
    bytes: 8,
    dtype: 'float64',
    get: (view: DataView, at: number) => Number(view.getBigInt64(at, true)),
  },
} as const;
const storedAs: Readonly<Record<DType, 'F64' | 'F32'>> = { float64: 'F64', float32: 'F32' };

/** Where an array stands in a file. */
interface Entry {
  readonly name: string;
  readonly dtype: keyof typeof stored;
  readonly shape: Shape;
  readonly begin: number;
  readonly end: number;
}

/**
 * A state dict as the bytes of a safetensors file.
 *
 * @param state Arrays by name, as `stateDict` or `toPyTorch` gives them.
 * @throws {TypeError} if the state is no Map of arrays.
 * @throws {RangeError} if an array is called "__metadata__", which the format keeps for itself.
 * @example
 * const bytes = writeSafetensors(toPyTorch(new RMSNorm(2)));
 * [...bytes.slice(0, 8)]; // [64, 0, 0, 0, 0, 0, 0, 0]
 * new TextDecoder().decode(bytes.slice(8, 72)).trim(); // '{"weight":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}'
 */
export function writeSafetensors(state: ReadonlyMap<string, NDArray>): Uint8Array {
  requireMap('writeSafetensors', 'the state', state, 'stateDict and toPyTorch give one');
  for (const [name, array] of state) requireArray('writeSafetensors', name, array);
  if (state.has('__metadata__'))
    throw new RangeError('writeSafetensors: expected another name than __metadata__, which the format keeps');
  const arrays = inOrder(state);
  let end = 0;
  const entries = arrays.map(([name, { data, shape, dtype }]) => {
    const begin = end;
    end += data.length * stored[storedAs[dtype]].bytes;
    return `${JSON.stringify(name)}:${JSON.stringify({ dtype: storedAs[dtype], shape, data_offsets: [begin, end] })}`;
  });
  const text = new TextEncoder().encode(`{${entries.join(',')}}`);
  const start = 8 + Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(start + end).fill(' '.charCodeAt(0), 8, start);
  bytes.set(text, 8);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(start - 8), true);
  let at = start;
  for (const [, { data, dtype }] of arrays)
    if (dtype === 'float64')
      for (let i = 0; i < data.length; i++, at += 8) view.setFloat64(at, data[i], true);
    else for (let i = 0; i < data.length; i++, at += 4) view.setFloat32(at, data[i], true);
  return bytes;
}

/** The larger numbers first, then by the bytes of the names. */
function inOrder(state: ReadonlyMap<string, NDArray>): [string, NDArray][] {
  const key = ([name, { dtype }]: [string, NDArray]): string =>
    (dtype === 'float64' ? '0' : '1') + String.fromCharCode(...new TextEncoder().encode(name));
  return [...state].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * The arrays of a safetensors file by name: those stored as F64 and F32 in their precision; whole numbers, I64, as
 * float64, exact up to 2⁵³.
 *
 * @param bytes The whole file.
 * @throws {TypeError} if these are no bytes.
 * @throws {RangeError} if the file was cut off, its header is wrong, or its numbers are stored in another way: one
 * sentence.
 * @example
 * const bytes = writeSafetensors(new Map([['a', tensor([[1, 2]])], ['b', tensor(3, { dtype: 'float32' })]]));
 * const state = readSafetensors(bytes);
 * state.get('a')?.shape; // [1, 2]
 * state.get('b')?.dtype; // 'float32'
 */
export function readSafetensors(bytes: Uint8Array): Map<string, NDArray> {
  if (!ArrayBuffer.isView(bytes))
    throw new TypeError(
      `readSafetensors: expected bytes as a Uint8Array, got ${said(bytes)}. new Uint8Array(…) makes one of an ArrayBuffer`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 8 + headerLength(view);
  const entries = Object.entries(headerOf(bytes.subarray(8, start)))
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => entryOf(name, value));
  requireNoGaps(entries, bytes.length - start);
  return new Map(entries.map((entry) => [entry.name, arrayAt(view, start, entry)]));
}

function headerLength(view: DataView): number {
  const follow = view.byteLength - 8;
  if (follow < 0) throw wrong(`expected 8 bytes or more, got ${view.byteLength}; was the file cut off?`);
  const length = Number(view.getBigUint64(0, true));
  if (length > follow)
    throw wrong(
      `expected a header of ${length} bytes, got ${follow}; was the file cut off, or has it another format?`,
    );
  return length;
}

function headerOf(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Said below.
  }
  if (!isRecord(header))
    throw wrong('expected a header in JSON, with arrays by name; has the file another format?');
  return header;
}

function entryOf(name: string, value: unknown): Entry {
  const { dtype, shape, data_offsets: offsets } = isRecord(value) ? value : {};
  if (typeof dtype !== 'string' || !isShape(shape) || !isShape(offsets) || offsets.length !== 2)
    throw wrong(`expected ${name} to have a dtype, a shape and two data_offsets in the header`);
  if (!isStored(dtype))
    throw wrong(
      `expected ${name} to be stored as ${Object.keys(stored).join(', ')}, got ${dtype}; in Python, .float() converts it before it is saved`,
    );
  const [begin, end] = offsets;
  const expected = sizeOf(shape) * stored[dtype].bytes;
  if (end - begin !== expected)
    throw wrong(`expected ${expected} bytes for ${name} of shape ${formatShape(shape)}, got ${end - begin}`);
  return { name, dtype, shape, begin, end };
}

function isStored(dtype: string): dtype is keyof typeof stored {
  return Object.hasOwn(stored, dtype);
}

/** Every byte after the header belongs to one array. */
function requireNoGaps(entries: readonly Entry[], length: number): void {
  let reached = 0;
  for (const { name, begin, end } of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== reached) throw wrong(`expected ${name} to begin at byte ${reached}, got ${begin}`);
    reached = end;
  }
  if (reached > length)
    throw wrong(`expected ${reached} bytes of numbers, got ${length}; was the file cut off?`);
  if (reached < length)
    throw wrong(`expected ${reached} bytes of numbers, got ${length}; what are the others?`);
}

function arrayAt(view: DataView, start: number, { dtype, shape, begin }: Entry): NDArray {
  const { bytes, dtype: ours, get } = stored[dtype];
  const data = allocate(ours, sizeOf(shape));
  for (let i = 0, at = start + begin; i < data.length; i++, at += bytes) data[i] = get(view, at);
  return { data, shape, dtype: ours };
}

function wrong(sentence: string): RangeError {
  return new RangeError(`readSafetensors: ${sentence}`);
}
