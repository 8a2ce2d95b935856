import { gradient, Linear, linear, ndarray, stream, Tensor, tensor, toNested } from '../../src/index.js';
import { behaves, between } from '../autograd/ops/behaviour.js';
import { expectBothWaysEqual } from './composition.js';

const f = (x: Tensor, weight: Tensor, bias: Tensor): Tensor => linear({ x, weight, bias });
const inputs = [between(-1, 1, [2, 3, 5]), between(-1, 1, [5, 4]), between(-1, 1, [4])];

describe('rows on two axes', () => {
  behaves({
    f,
    inputs,
    want: (x, w, b) =>
      Array.from({ length: 6 * 4 }, (_, at) => {
        const [n, j] = [Math.floor(at / 4), at % 4];
        return [0, 1, 2, 3, 4].reduce((sum, i) => sum + x[5 * n + i] * w[4 * i + j], b[j]);
      }),
    shape: [2, 3, 4],
    tolerance: 1e-15,
    k: 2, // The product is stored, and then the sum with b.
  });
});

describe('one row, without a bias', () => {
  behaves({
    f: (x, weight) => linear({ x, weight }),
    inputs: [between(-1, 1, [3]), between(-1, 1, [3, 2])],
    want: ([x, y, z], w) => [0, 1].map((j) => x * w[j] + y * w[2 + j] + z * w[4 + j]),
    shape: [2],
    tolerance: 1e-15,
  });
});

test('the backward by hand is that of the composition', () => {
  expectBothWaysEqual(f, inputs);
  expectBothWaysEqual(f, [between(-1, 1, [7, 9]), between(-1, 1, [9, 6]), between(-1, 1, [6])]);
});

test('no rows give no rows, and zeros for W and b', () => {
  const none = new Tensor(ndarray([], [0, 2]));
  const [weight, bias] = [between(-1, 1, [2, 3]), between(-1, 1, [3])];
  const y = linear({ x: none, weight, bias });
  expect(y.shape).toEqual([0, 3]);
  const [dx, dweight, dbias] = gradient(y, [none, weight, bias], { dy: new Tensor(ndarray([], [0, 3])) });
  expect([dx.shape, [...dweight.data], [...dbias.data]]).toEqual([
    [0, 2],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0],
  ]);
});

test('refuses shapes that do not fit, and two dtypes', () => {
  const [x, weight] = [tensor([[1, 2]]), between(-1, 1, [2, 3])];
  expect(() => linear({ x, weight: tensor([1, 2]) })).toThrow(
    'linear: expected weight of shape [in, out], got [2]',
  );
  expect(() => linear({ x: tensor([[1, 2, 3]]), weight })).toThrow(
    'linear: expected x of shape [..., 2] for weight of shape [2, 3], got [1, 3]. The weight looks transposed: it is [in, out] here, [out, in] in PyTorch',
  );
  expect(() => linear({ x: tensor([[1, 2, 3, 4]]), weight })).toThrow(/got \[1, 4\]$/);
  expect(() => linear({ x: tensor(1), weight })).toThrow('got []');
  expect(() => linear({ x, weight, bias: tensor([1]) })).toThrow(
    'linear: expected bias of shape [3], got [1]',
  );
  expect(() => linear({ x, weight, bias: tensor([1, 2, 3], { dtype: 'float32' }) })).toThrow(TypeError);
});

test('Linear draws its weights from its stream with Xavier’s deviation, and b is 0', () => {
  const layer = new Linear(60, 40, { random: stream('weights', 3) });
  expect([...layer.namedParameters().keys()]).toEqual(['weight', 'bias']);
  const want = stream('weights', 3).normals([60, 40], { deviation: Math.sqrt(2 / 100) });
  expect(toNested(layer.weight)).toEqual(toNested(want));
  expect(toNested(layer.bias as Tensor)).toEqual(new Array(40).fill(0));
});

test('Linear takes another deviation and dtype, and does without b', () => {
  const layer = new Linear(3, 2, { random: stream('w', 1), bias: false, deviation: 0, dtype: 'float32' });
  expect([...layer.namedParameters().keys()]).toEqual(['weight']);
  const y = layer.forward(tensor([1, 2, 3], { dtype: 'float32' }));
  expect(y).toMatchObject({ shape: [2], dtype: 'float32', data: Float32Array.of(0, 0) });
});

test('the gradients of a Linear arrive at its own W and b', () => {
  const layer = new Linear(2, 2, { random: stream('weights', 1) });
  layer
    .forward(
      tensor([
        [1, 2],
        [3, 4],
      ]),
    )
    .backward([
      [1, 10],
      [100, 1000],
    ]);
  expect(toNested(layer.weight.grad as Tensor)).toEqual([
    [301, 3010],
    [402, 4020],
  ]);
  expect(toNested(layer.bias?.grad as Tensor)).toEqual([101, 1010]);
});

test('a list is no tensor', () => {
  const weight = tensor([[1]]);
  expect(() => linear({ x: [[1]] as never, weight })).toThrow(
    'linear: expected x to be a tensor, got a list',
  );
  expect(() => linear({ x: weight, weight: [[1]] as never })).toThrow(
    'linear: expected weight to be a tensor, got a list',
  );
});
