import fc from 'fast-check';
import { ndarray, readSafetensors, stateOf, tensor, toNested, writeSafetensors } from '../../../src/index.js';
import type { NDArray } from '../../../src/index.js';
import { cases, saved } from './golden.js';

test('odd names, shapes and numbers are read as they were saved, and written with the same bytes', () => {
  const state = readSafetensors(saved('odd'));
  const want = stateOf(cases.odd.state);
  expect(new Set(state.keys())).toEqual(new Set(want.keys()));
  for (const [name, array] of want) expect(state.get(name)).toEqual(array);
  expect(Buffer.from(writeSafetensors(state)).equals(saved('odd'))).toBe(true);
});

test('whole numbers are read as float64', () => {
  expect(readSafetensors(saved('images')).get('1.num_batches_tracked')).toMatchObject({
    shape: [],
    dtype: 'float64',
    data: Float64Array.of(0),
  });
});

const arrays: fc.Arbitrary<NDArray> = fc
  .record({ shape: fc.array(fc.nat(3), { maxLength: 3 }), single: fc.boolean() })
  .chain(({ shape, single }) => {
    const length = shape.reduce((product, one) => product * one, 1);
    const numbers = single ? fc.float() : fc.double();
    return fc
      .array(numbers, { minLength: length, maxLength: length })
      .map((data) => ndarray(data, shape, single ? 'float32' : 'float64'));
  });

test('whatever is written is read again, wherever in memory the bytes stand', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), arrays, { noNullPrototype: true }), fc.nat(7), (plain, offset) => {
      const state = new Map(Object.entries(plain));
      const bytes = writeSafetensors(state);
      const moved = new Uint8Array(bytes.length + offset).subarray(offset);
      moved.set(bytes);
      const found = readSafetensors(moved);
      expect(found.size).toBe(state.size);
      for (const [name, array] of state) expect(found.get(name)).toEqual(array);
      expect(writeSafetensors(new Map([...found].reverse()))).toEqual(bytes);
    }),
    { seed: 1 },
  );
});

/** A file with this header and as many bytes of numbers. */
function file(header: string | object, length: number = 0): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}
const a = { dtype: 'F64', shape: [2], data_offsets: [0, 16] };
const b = { dtype: 'F32', shape: [], data_offsets: [16, 20] };

test('a header may have any order, spaces, other words and remarks', () => {
  const found = readSafetensors(file(`${JSON.stringify({ b, __metadata__: { format: 'pt' }, a })}  `, 20));
  expect([...found.keys()]).toEqual(['b', 'a']);
  expect(readSafetensors(file('{}')).size).toBe(0);
  const none = { dtype: 'F32', shape: [0], data_offsets: [0, 0] };
  expect([...readSafetensors(file({ a, none }, 16)).keys()]).toEqual(['a', 'none']);
});

test('where the numbers stand is read, not guessed', () => {
  const bytes = file({ a: { ...a, data_offsets: [4, 20] }, b: { ...b, data_offsets: [0, 4] } }, 20);
  new DataView(bytes.buffer, bytes.length - 20).setFloat32(0, 1.5, true);
  new DataView(bytes.buffer, bytes.length - 20).setFloat64(12, 2.5, true);
  const found = readSafetensors(bytes);
  expect([...found.values()].map(toNested)).toEqual([[0, 2.5], 1.5]);
});

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(0), 'expected 8 bytes or more, got 0; was the file cut off?'],
  [
    'a file of another format',
    new TextEncoder().encode('PK and much more'),
    'expected a header of 7863395374627573000 bytes, got 8; was the file cut off, or has it another format?',
  ],
  [
    'a header that was cut off',
    file({ a, b }, 20).subarray(0, 40),
    'expected a header of 109 bytes, got 32; was the file cut off, or has it another format?',
  ],
  [
    'numbers that were cut off',
    file({ a, b }, 19),
    'expected 20 bytes of numbers, got 19; was the file cut off?',
  ],
  ['bytes that nobody owns', file({ a }, 17), 'expected 16 bytes of numbers, got 17; what are the others?'],
  ['no JSON', file('{"a":'), 'expected a header in JSON, with arrays by name; has the file another format?'],
  [
    'no UTF-8',
    file({ '??': a }, 16).fill(255, 10, 12),
    'expected a header in JSON, with arrays by name; has the file another format?',
  ],
  ['a list', file('[1]'), 'expected a header in JSON, with arrays by name; has the file another format?'],
  [
    'an entry without a place',
    file({ a: { ...a, data_offsets: [0] } }, 16),
    'expected a to have a dtype, a shape and two data_offsets in the header',
  ],
  [
    'an entry that is no entry',
    file({ a: null }),
    'expected a to have a dtype, a shape and two data_offsets in the header',
  ],
  [
    'an odd length',
    file({ a: { ...a, shape: [-2] } }, 16),
    'expected a to have a dtype, a shape and two data_offsets in the header',
  ],
  [
    'numbers of half the precision',
    saved('half'),
    'expected weight to be stored as F64, F32, I64, got BF16; in Python, .float() converts it before it is saved',
  ],
  [
    'a dtype that is a word of the language',
    file({ a: { ...a, dtype: 'toString' } }, 16),
    'expected a to be stored as F64, F32, I64, got toString; in Python, .float() converts it before it is saved',
  ],
  [
    'another length than the shape says',
    file({ a: { ...a, shape: [3] } }, 16),
    'expected 24 bytes for a of shape [3], got 16',
  ],
  ['a gap', file({ a, b: { ...b, data_offsets: [20, 24] } }, 24), 'expected b to begin at byte 16, got 20'],
  [
    'numbers that belong to two',
    file({ a, b: { ...b, data_offsets: [12, 16] } }, 16),
    'expected b to begin at byte 16, got 12',
  ],
])('%s is refused in one sentence', (_what, bytes, sentence) => {
  expect(() => readSafetensors(bytes)).toThrow(new RangeError(`readSafetensors: ${sentence}`));
});

test('no file is read in part, wherever it ends', () => {
  const whole = saved('rows');
  const refused = (length: number): boolean => {
    try {
      readSafetensors(whole.subarray(0, length));
      return false;
    } catch (error) {
      return error instanceof RangeError;
    }
  };
  const lengths = Array.from(whole, (_, length) => length);
  expect(lengths.filter((length) => !refused(length))).toEqual([]);
});

test('the name that the format keeps is refused', () => {
  expect(() => writeSafetensors(new Map([['__metadata__', tensor(1)]]))).toThrow(
    new RangeError('writeSafetensors: expected another name than __metadata__, which the format keeps'),
  );
});

test('what is no bytes, or no Map of arrays, is called what it is', () => {
  const bytes = writeSafetensors(new Map([['a', tensor([1])]]));
  expect(() => readSafetensors(bytes.buffer as never)).toThrow(
    new TypeError(
      'readSafetensors: expected bytes as a Uint8Array, got an object (ArrayBuffer). new Uint8Array(…) makes one of an ArrayBuffer',
    ),
  );
  expect(() => readSafetensors('abc' as never)).toThrow("expected bytes as a Uint8Array, got 'abc'");
  expect(() => writeSafetensors({ a: tensor([1]) } as never)).toThrow(
    'writeSafetensors: expected the state as a Map by name, got an object (Object). stateDict and toPyTorch give one',
  );
  expect(() => writeSafetensors(new Map([['a', [1]]]) as never)).toThrow(
    'writeSafetensors: expected a to be a tensor, got a list',
  );
});
