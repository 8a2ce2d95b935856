import { gradient, matmul, ndarray, Tensor, tensor, toNested } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

/** Each number of the product as the sum of products it is defined to be. */
function product(a: readonly number[], b: readonly number[], m: number, k: number, n: number): number[] {
  return Array.from({ length: m * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return Array.from({ length: k }, (_unused, p) => a[i * k + p] * b[p * n + j]).reduce((x, y) => x + y, 0);
  });
}

describe('two matrices', () => {
  behaves({
    f: (a, b) => matmul(a, b),
    inputs: [between(-1, 1, [2, 3], 'a'), between(-1, 1, [3, 4], 'b')],
    want: (a, b) => product(a, b, 2, 3, 4),
    shape: [2, 4],
    tolerance: 1e-15,
  });
});

describe('a batch of matrices and one matrix', () => {
  behaves({
    f: (a, b) => matmul(a, b),
    inputs: [between(-1, 1, [2, 2, 3], 'a'), between(-1, 1, [3, 2], 'b')],
    want: (a, b) => [...product(a.slice(0, 6), b, 2, 3, 2), ...product(a.slice(6), b, 2, 3, 2)],
    shape: [2, 2, 2],
    tolerance: 1e-15,
  });
});

describe('leading axes that stretch on both sides', () => {
  behaves({
    f: (a, b) => matmul(a, b),
    inputs: [between(-1, 1, [2, 1, 1, 2], 'a'), between(-1, 1, [3, 2, 1], 'b')],
    want: (a, b) =>
      [0, 1].flatMap((i) =>
        [0, 1, 2].flatMap((j) => product(a.slice(2 * i, 2 * i + 2), b.slice(2 * j, 2 * j + 2), 1, 2, 1)),
      ),
    shape: [2, 3, 1, 1],
    tolerance: 1e-15,
  });
});

test('a tensor may be both factors', () => {
  const x = tensor([
    [1, 2],
    [3, 4],
  ]);
  const y = matmul(x, x);
  expect(toNested(y)).toEqual([
    [7, 10],
    [15, 22],
  ]);
  // d⟨x x, dy⟩ = dy xᵀ + xᵀ dy, with dy picking the corner.
  expect(
    toNested(
      gradient(y, [x], {
        dy: [
          [1, 0],
          [0, 0],
        ],
      })[0],
    ),
  ).toEqual([
    [2, 3],
    [2, 0],
  ]);
});

test('float32 keeps its sums in float64', () => {
  const row = tensor([[16777216, 1, 1, -16777216]], { dtype: 'float32' });
  const ones = tensor([[1], [1], [1], [1]], { dtype: 'float32' });
  expect(matmul(row, ones).data).toEqual(Float32Array.of(2));
});

test('sums over nothing are 0, and nothing times something is nothing', () => {
  const none = new Tensor(ndarray([], [0, 2]));
  expect(toNested(matmul(tensor([[], []]), none))).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(matmul(none, tensor([[1], [2]])).shape).toEqual([0, 1]);
});

test('NaN and infinity flow through, also past a 0', () => {
  expect([...matmul(tensor([[0, 1]]), tensor([[NaN], [1]])).data]).toEqual([NaN]);
  expect([...matmul(tensor([[0, 1]]), tensor([[Infinity], [1]])).data]).toEqual([NaN]);
});

test('says what does not fit', () => {
  const a = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(() => matmul(a, a)).toThrow(
    'matmul: expected b of shape [..., 3, n] for a of shape [2, 3], got [2, 3]',
  );
  expect(() => matmul(tensor([1, 2]), a)).toThrow(
    'matmul: expected a of shape [..., rows, columns], got [2]',
  );
  expect(() => matmul(a, tensor([1, 2, 3]))).toThrow(
    'matmul: expected b of shape [..., rows, columns], got [3]',
  );
  expect(() => matmul(a, tensor([[1], [2], [3]], { dtype: 'float32' }))).toThrow(
    'matmul: expected tensors of one dtype, got float64 and float32',
  );
  expect(() => matmul(tensor([[[1]], [[2]]]), tensor([[[1]], [[2]], [[3]]]))).toThrow(
    'matmul: expected b of shape that fits [2]',
  );
});

describe('a second factor that is read turned', () => {
  const turned = (b: readonly number[], n: number, k: number): number[] =>
    Array.from({ length: k * n }, (_, at) => b[(at % n) * k + Math.floor(at / n)]);
  behaves({
    f: (a, b) => matmul(a, b, { transposeB: true }),
    inputs: [between(-1, 1, [2, 2, 3], 'a'), between(-1, 1, [4, 3], 'b')],
    want: (a, b) => [0, 6].flatMap((at) => product(a.slice(at, at + 6), turned(b, 4, 3), 2, 3, 4)),
    shape: [2, 2, 4],
    tolerance: 1e-15,
  });

  test('must have as many columns as the first', () => {
    expect(() => matmul(tensor([[1, 2, 3]]), tensor([[1, 2]]), { transposeB: true })).toThrow(
      'matmul: expected b of shape [..., n, 3] for a of shape [1, 3], got [1, 2]',
    );
  });
});
