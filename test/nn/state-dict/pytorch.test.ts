import {
  BatchNorm,
  Dropout,
  LayerNorm,
  Linear,
  loadPyTorch,
  Module,
  MultiHeadAttention,
  ndarray,
  plainState,
  readSafetensors,
  Sequential,
  stateOf,
  stream,
  Tensor,
  tensor,
  toNested,
  toPyTorch,
  writeSafetensors,
} from '../../../src/index.js';
import type { NDArray, PlainArray } from '../../../src/index.js';
import { cases, nets, saved } from './golden.js';

const arrayOf = (plain: PlainArray): Tensor => new Tensor(stateOf({ plain }).get('plain') as NDArray);
const random = stream('weights', 1);

describe.each([
  ['rows', 'float64', 1e-14],
  ['images', 'float32', 1e-6],
] as const)('%s, in %s', (name, dtype, tolerance) => {
  const { x, y, state } = cases[name];

  test.each([
    ['safetensors', () => readSafetensors(saved(name))],
    ['JSON', () => stateOf(state)],
  ])('what PyTorch saved as %s computes here what it computes there', (_format, read) => {
    const net = nets[name]();
    const before = toNested(net.forward(arrayOf(x)));
    loadPyTorch(net, read());
    const got = net.evaluate().forward(arrayOf(x));
    expect([got.shape, got.dtype]).toEqual([y.shape, dtype]);
    got.data.forEach((value, i) => expect(Math.abs(value - Number(y.data[i]))).toBeLessThan(tolerance));
    expect(before).not.toEqual(toNested(got));
  });

  test('every number comes back under its name', () => {
    const net = nets[name]();
    loadPyTorch(net, readSafetensors(saved(name)));
    const counted = /num_batches_tracked$/;
    const want = Object.entries(state).filter(([key]) => !counted.test(key));
    expect(toPyTorch(net)).toEqual(stateOf(Object.fromEntries(want)));
  });
});

test.each([
  ['rows', 'rows'],
  ['images', 'images-back'],
] as const)('of %s the bytes are written that PyTorch was seen to read', (name, back) => {
  const net = nets[name]();
  loadPyTorch(net, readSafetensors(saved(name)));
  expect(Buffer.from(writeSafetensors(toPyTorch(net))).equals(saved(back))).toBe(true);
});

test('what is written is a copy, and what is read is copied', () => {
  const net = new Linear(2, 2, { random });
  const state = toPyTorch(net);
  loadPyTorch(net, state);
  const before = [...net.weight.data, ...(net.bias as Tensor).data];
  for (const { data } of state.values()) data.fill(7);
  expect([...net.weight.data, ...(net.bias as Tensor).data]).toEqual(before);
});

test('numbers are stored in the precision of the module', () => {
  const norm = new LayerNorm(1, { dtype: 'float32' });
  loadPyTorch(
    norm,
    new Map([
      ['weight', ndarray([0.1], [1])],
      ['bias', ndarray([0.2], [1])],
    ]),
  );
  expect(norm.gamma?.data).toEqual(Float32Array.of(0.1));
});

/** Parts whose names PyTorch does not have, and two that both want to be called weight. */
class Own extends Module {
  readonly gate: Tensor = tensor([1]);
  readonly weight: Tensor = tensor([[1, 2]]);
  readonly gamma: Tensor = tensor([3]);
  readonly beta: Tensor = tensor([4]);
  readonly toString_: NDArray = ndarray([5], [1]);
  readonly layers: readonly Module[] = [new LayerNorm(2)];
  readonly net: Sequential = new Sequential([new Dropout(0.5, { random }), new BatchNorm(2)]);
  forward(x: Tensor): Tensor {
    return x;
  }
}

test('other names pass through, and only the list of a Sequential has no name', () => {
  expect([...toPyTorch(new Own())].map(([name, { shape }]) => `${name} ${shape.join()}`)).toEqual([
    'gate 1',
    'weight 1,2',
    'gamma 1',
    'bias 1',
    'toString_ 1',
    'layers.0.weight 2',
    'layers.0.bias 2',
    'net.1.weight 2',
    'net.1.bias 2',
    'net.1.running_mean 2',
    'net.1.running_var 2',
  ]);
});

test('a dropout keeps the number of its masks', () => {
  const net = new Own();
  const dropout = net.net.layers[0] as Dropout;
  dropout.passes.data[0] = 3;
  loadPyTorch(net, toPyTorch(new Own()));
  expect(dropout.passes.data[0]).toBe(3);
});

test('attention has four linear layers', () => {
  const attention = new MultiHeadAttention({ width: 4, heads: 2, random });
  const state = toPyTorch(attention);
  const parts = ['query', 'key', 'value', 'output'];
  expect([...state.keys()]).toEqual(parts.flatMap((part) => [`${part}.weight`, `${part}.bias`]));
  expect(state.get('query.weight')?.data[1]).toBe(attention.query.weight.data[4]);
  const packed = new Map([...state, ['in_proj_weight', ndarray(new Float64Array(48), [12, 4])]]);
  expect(() => loadPyTorch(attention, packed)).toThrow(
    'loadPyTorch: the module has no in_proj_weight. Cut in_proj into query, key and value with chunk(3)',
  );
});

const wrong: [string, (state: Map<string, NDArray>) => unknown, string][] = [
  ['that lacks one', (state) => state.delete('0.bias'), 'the state lacks 0.bias'],
  ['that has too much', (state) => state.set('2.weight', ndarray([1], [1])), 'the module has no 2.weight'],
  [
    'with a prefix',
    (state) =>
      [...state].forEach(([name, array]) => {
        state.delete(name);
        state.set(`model.${name}`, array);
      }),
    'the state lacks 0.weight, 0.bias, 1.weight and 3 more, and the module has no model.0.weight, model.0.bias, ' +
      'model.1.weight and 4 more',
  ],
  [
    'that counts batches of nothing',
    (state) => state.set('0.num_batches_tracked', ndarray([1], [])),
    'the module has no 0.num_batches_tracked',
  ],
  [
    'with a transposed weight',
    (state) => state.set('0.weight', ndarray([1, 2, 3, 4, 5, 6], [3, 2])),
    'expected 0.weight of shape [2, 3], got [3, 2]. ' +
      'It looks transposed: PyTorch keeps the weight of a linear layer as [out, in]',
  ],
  [
    'with another shape',
    (state) => state.set('1.running_var', ndarray([1, 2], [1, 2])),
    'expected 1.running_var of shape [2], got [1, 2]',
  ],
];

test.each(wrong)(
  'a state %s is refused in one sentence, and nothing is changed',
  (_what, change, sentence) => {
    const net = new Sequential([new Linear(3, 2, { random }), new BatchNorm(2)]);
    const before = net.stateDict();
    const state = toPyTorch(new Sequential([new Linear(3, 2, { random }), new BatchNorm(2)]));
    state.set('1.num_batches_tracked', ndarray([1], []));
    change(state);
    expect(() => loadPyTorch(net, state)).toThrow(new RangeError(`loadPyTorch: ${sentence}`));
    expect(net.stateDict()).toEqual(before);
  },
);

test('a table that is transposed is told without a word about linear layers', () => {
  const table = nets.rows();
  const state = readSafetensors(saved('rows'));
  const weight = state.get('0.weight') as NDArray;
  state.set('0.weight', { ...weight, shape: [4, 7] });
  expect(() => loadPyTorch(table, state)).toThrow(
    new RangeError('loadPyTorch: expected 0.weight of shape [7, 4], got [4, 7]. It looks transposed'),
  );
});

test('JSON, bytes and lists in place of a state are called what they are, and nothing is changed', () => {
  const norm = new LayerNorm(2);
  const before = norm.stateDict();
  const remedy = 'readSafetensors makes one of bytes, stateOf one of JSON';
  for (const [state, got] of [
    [plainState(toPyTorch(norm)), 'an object (Object)'],
    [writeSafetensors(toPyTorch(norm)), 'an object (Uint8Array)'],
    [undefined, 'nothing'],
  ] as [never, string][])
    expect(() => loadPyTorch(norm, state)).toThrow(
      new TypeError(`loadPyTorch: expected the state as a Map by name, got ${got}. ${remedy}`),
    );
  const listed = new Map([...toPyTorch(norm)].map(([name]) => [name, [7, 7]]));
  expect(() => loadPyTorch(norm, listed as never)).toThrow(
    'loadPyTorch: expected weight to be a tensor, got a list',
  );
  expect(norm.stateDict()).toEqual(before);
});
