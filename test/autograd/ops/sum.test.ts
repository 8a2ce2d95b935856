import fc from 'fast-check';
import { broadcastTo, ndarray, sum, Tensor, tensor } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

describe('over all numbers', () => {
  behaves({
    f: (x) => sum(x),
    inputs: [between(-1, 1, [2, 3])],
    want: (x) => [x.reduce((a, b) => a + b, 0)],
    shape: [],
    tolerance: 1e-15,
  });
});

describe('over a middle axis', () => {
  behaves({
    f: (x) => sum(x, { axis: 1 }),
    inputs: [between(-1, 1, [2, 3, 2])],
    want: (x) => [0, 1, 6, 7].map((start) => x[start] + x[start + 2] + x[start + 4]),
    shape: [2, 2],
    tolerance: 1e-15,
  });
});

describe('over two axes, which stay', () => {
  behaves({
    f: (x) => sum(x, { axis: [2, 0], keepdims: true }),
    inputs: [between(-1, 1, [2, 2, 2])],
    want: (x) => [x[0] + x[1] + x[4] + x[5], x[2] + x[3] + x[6] + x[7]],
    shape: [1, 2, 1],
    tolerance: 1e-15,
    k: 2,
  });
});

describe('broadcastTo', () => {
  behaves({
    f: (x) => broadcastTo(x, [2, 3, 2]),
    inputs: [between(-1, 1, [3, 1])],
    want: (x) => [...x, ...x].flatMap((value) => [value, value]),
    shape: [2, 3, 2],
  });

  test('refuses a shape that x does not fit, or that is smaller', () => {
    expect(() => broadcastTo(tensor([1, 2]), [3])).toThrow(
      'broadcastTo: expected b of shape that fits [3], got [2]',
    );
    expect(() => broadcastTo(tensor([[1, 2]]), [2])).toThrow(
      'broadcastTo: expected x of shape that fits [2], got [1, 2]',
    );
  });
});

test('an axis named twice, or from both ends, is summed once', () => {
  expect([
    ...sum(
      tensor([
        [1, 2],
        [3, 4],
      ]),
      { axis: [1, -1, 1] },
    ).data,
  ]).toEqual([3, 7]);
});

test('no axes leave x as it is', () => {
  expect([...sum(tensor([1, 2]), { axis: [] }).data]).toEqual([1, 2]);
});

test('the sum of nothing is 0', () => {
  expect([...sum(tensor([[], []]), { axis: 1 }).data]).toEqual([0, 0]);
  expect(sum(new Tensor(ndarray([], [0, 3])), { axis: 0, keepdims: true })).toMatchObject({
    shape: [1, 3],
    data: Float64Array.of(0, 0, 0),
  });
});

test('float32 keeps its sums in float64', () => {
  const x = tensor([16777216, 1, 1, -16777216], { dtype: 'float32' });
  expect(sum(x).data).toEqual(Float32Array.of(2));
});

test('over any axes it is the sum over each after the other', () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      shapes.chain((shape) => fc.tuple(fc.constant(shape), fc.subarray([...shape.keys()]))),
      ([shape, axes]) => {
        const whole = between(0, 8, shape);
        const x = new Tensor(ndarray(Array.from(whole.data, Math.floor), shape));
        const one = axes.reduceRight((y, axis) => sum(y, { axis }), x);
        const all = sum(x, { axis: axes });
        expect([all.shape, [...all.data]]).toEqual([one.shape, [...one.data]]);
      },
    ),
  );
});

test('says which axes there are', () => {
  expect(() => sum(tensor([[1]]), { axis: [0, -3] })).toThrow(
    new RangeError('sum: expected axis from -2 to 1 for shape [1, 1], got -3'),
  );
  expect(() => sum(tensor([1]), { axis: 0.5 })).toThrow('got 0.5');
});

test('axes may be named in any order and twice, without a change of bits', () => {
  const x = between(-1, 1, [7, 5, 9]);
  const want = sum(x, { axis: [0, 2] }).data;
  for (const axis of [
    [2, 0],
    [-1, 0, 2],
  ])
    expect(sum(x, { axis }).data).toEqual(want);
});
