import { LayerNorm, ndarray, plainState, stateOf, tensor } from '../../../src/index.js';

test.each(['float64', 'float32'] as const)('in %s every number comes back as it was', (dtype) => {
  const odd = ndarray([0.1, NaN, Infinity, -Infinity, -0, 5e-324], [2, 3], dtype);
  const state = new Map([
    ['odd', odd],
    ['number', ndarray([7], [], dtype)],
    ['nothing', ndarray([], [0, 2], dtype)],
  ]);
  const found = stateOf(JSON.parse(JSON.stringify(plainState(state))));
  expect(found).toEqual(state);
  odd.data.forEach((value, i) => expect(found.get('odd')?.data[i]).toBe(value));
});

test('it is plain, and a copy', () => {
  const norm = new LayerNorm(2);
  const plain = plainState(norm.stateDict());
  norm.gamma?.data.fill(3);
  expect(plain).toEqual({
    gamma: { shape: [2], dtype: 'float64', data: [1, 1] },
    beta: { shape: [2], dtype: 'float64', data: [0, 0] },
  });
});

const good = { shape: [2], dtype: 'float64', data: [1, 2] };

test.each<[unknown, string]>([
  [null, 'expected arrays by name, got null'],
  [[good], 'expected arrays by name, got a list'],
  ['{"a":1}', 'expected arrays by name, got text. JSON.parse comes first'],
  [{ a: [1, 2] }, 'expected a to have a shape, a dtype and data, got a list'],
  [
    { a: { ...good, shape: 2 } },
    'expected a to have a shape, a dtype and data, got shape 2 and as data a list',
  ],
  [
    { a: { ...good, shape: [1.5] } },
    'expected a to have a shape, a dtype and data, got shape [1.5] and as data a list',
  ],
  [
    { a: { ...good, data: '12' } },
    "expected a to have a shape, a dtype and data, got shape [2] and as data '12'",
  ],
  [{ a: { ...good, dtype: 'int64' } }, 'expected a to have dtype float64 or float32, got "int64"'],
  [{ a: good, b: { ...good, data: [1] } }, 'expected 2 numbers for b of shape [2], got 1'],
  [{ a: { ...good, data: [1, '2'] } }, 'expected numbers in a, got "2"'],
  [{ a: { ...good, data: [1, null] } }, 'expected numbers in a, got null'],
])('%j is refused in one sentence', (plain, sentence) => {
  expect(() => stateOf(plain)).toThrow(new RangeError(`stateOf: ${sentence}`));
});

test('what a tensor holds is written row after row', () => {
  const state = new Map([
    [
      'w',
      tensor([
        [1, 2],
        [3, 4],
      ]),
    ],
  ]);
  expect(plainState(state).w).toEqual({ shape: [2, 2], dtype: 'float64', data: [1, 2, 3, 4] });
});
