import { Refused } from '../../../src/grade/sandbox/refused.js';
import {
  aFunction,
  decode,
  encode,
  encodeError,
  encodeInputs,
  Identities,
} from '../../../src/grade/sandbox/wire.js';

const passed = (value: unknown): unknown => {
  const message = decode(new Float64Array(encode(value)));
  return message.kind === 'value' ? message.value : message;
};

test.each([
  [[1, -0, NaN, Infinity, -Infinity, 5e-324]],
  ['text with γ and 🙂'],
  [{ dx: [[1, 2], []], ok: true, none: null, nothing: undefined }],
])('%j arrives as it left', (value) => {
  expect(passed(value)).toStrictEqual(value);
});

test('the sign of zero is kept', () => {
  expect(Object.is((passed([-0]) as number[])[0], -0)).toBe(true);
});

test('typed arrays arrive as lists', () => {
  expect(passed([Float32Array.of(1.5, 2)])).toEqual([[1.5, 2]]);
});

test('functions stay here, and their place is what passes', () => {
  const functions: (() => number)[] = [];
  const message = decode(new Float64Array(encodeInputs([() => 7], functions, new Identities())));
  expect(functions.map((f) => f())).toEqual([7]);
  expect(message).toMatchObject({ kind: 'value', value: [aFunction] });
});

test('an error arrives with its words', () => {
  expect(decode(new Float64Array(encodeError('no such row')))).toEqual({
    kind: 'thrown',
    words: 'no such row',
    stack: '',
  });
});

test('an object is known again, and another one is not taken for it', () => {
  const identities = new Identities();
  const [a, b] = [[1], [1]];
  expect([identities.of(a), identities.of(b), identities.of(a)]).toEqual([0, 1, 0]);
});

test.each([[[9, 5, 3]], [[3, 5, 1e9]], [[4, 5, -1, 2]], [[4, 5, NaN, 2]], [[3, 77, 0]], [[2, 2]]])(
  'numbers that are no message are refused: %j',
  (numbers) => {
    expect(() => decode(Float64Array.from(numbers))).toThrow(Refused);
  },
);
