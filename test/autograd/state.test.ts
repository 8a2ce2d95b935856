import { ndarray, ShapeError } from '../../src/index.js';
import { loadState, requireSameNames } from '../../src/autograd/state.js';
import type { NDArray } from '../../src/index.js';

const arrays = (shapes: Readonly<Record<string, readonly number[]>>, value: number): Map<string, NDArray> =>
  new Map(
    Object.entries(shapes).map(([name, shape]) => {
      const size = shape.reduce((all, length) => all * length, 1);
      return [name, ndarray(new Array<number>(size).fill(value), shape)];
    }),
  );
const shapes = { weight: [2, 3], bias: [3] };

test('numbers are copied into the arrays that are there', () => {
  const own = arrays(shapes, 0);
  const weight = own.get('weight')!.data;
  loadState('module', own, arrays(shapes, 7));
  expect([...weight]).toEqual([7, 7, 7, 7, 7, 7]);
});

test.each([
  [{ weight: [2, 3] }, 'loadStateDict: the state lacks bias'],
  [{ ...shapes, more: [1] }, 'loadStateDict: the module has no more. Try the other'],
  [{ weight: [2, 3], b: [3] }, 'loadStateDict: the state lacks bias, and the module has no b. Try the other'],
  [{ ...shapes, weight: [3, 2] }, 'loadStateDict: expected weight of shape [2, 3], got [3, 2]. Turn it'],
  [{ ...shapes, weight: [3, 3] }, 'loadStateDict: expected weight of shape [2, 3], got [3, 3]'],
])('a state of %j is refused, and nothing is changed', (given, sentence) => {
  const own = arrays(shapes, 0);
  const load = (): void =>
    loadState('module', own, arrays(given, 7), { unknown: 'Try the other', transposed: 'Turn it' });
  expect(load).toThrow(RangeError);
  expect(load).toThrow(new RegExp(`^${sentence.replace(/[[\].]/g, '\\$&')}$`));
  expect([...own.values()].flatMap(({ data }) => [...data]).every((value) => value === 0)).toBe(true);
});

test('a wrong shape is a ShapeError', () => {
  expect(() => loadState('module', arrays(shapes, 0), arrays({ ...shapes, bias: [2] }, 0))).toThrow(
    ShapeError,
  );
});

test('of many names three are said, and how many more', () => {
  expect(() => requireSameNames('load', 'optimizer', ['a', 'b', 'c', 'd', 'e'], ['x', 'a'])).toThrow(
    'load: the state lacks b, c, d and 1 more, and the optimizer has no x',
  );
});

test.each([
  [
    { data: Float64Array.of(7), shape: [2], dtype: 'float64' },
    'expected 2 numbers for b of shape [2], got 1',
  ],
  [
    { data: Float64Array.of(7, 7, 7), shape: [2], dtype: 'float64' },
    'expected 2 numbers for b of shape [2], got 3',
  ],
  [[7, 7], 'expected b to be a tensor, got a list'],
])('an array that is not what its shape says changes nothing: %j', (wrong, sentence) => {
  const own = new Map([
    ['a', ndarray([1, 2], [2])],
    ['b', ndarray([3, 4], [2])],
  ]);
  const state = new Map<string, unknown>([
    ['a', ndarray([7, 7], [2])],
    ['b', wrong],
  ]);
  expect(() => loadState('module', own, state as never)).toThrow(`loadStateDict: ${sentence}`);
  expect([...own.values()].map(({ data }) => [...data])).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('a state is a Map', () => {
  expect(() => loadState('module', new Map(), {} as never)).toThrow(
    new TypeError(
      'loadStateDict: expected the state as a Map by name, got an object (Object). stateDict gives one',
    ),
  );
});
