import {
  AdaLayerNorm,
  AdaLayerNormZero,
  adaLayerNorm,
  add,
  gradient,
  layerNorm,
  matmul,
  mul,
  slice,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';
import { atTheStart, expectAsItsOperation } from './as-its-operation.js';

const normals = (name: string, ...shape: number[]): Tensor => new Tensor(stream(name, 0).normals(shape));

test('without a scale and a shift it is layer normalization, and each sample has its own', () => {
  const x = normals('x', 2, 3, 4);
  const [zero, shift] = [
    tensor([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]),
    tensor([
      [0, 0, 0, 0],
      [1, 2, 3, 4],
    ]),
  ];
  const y = adaLayerNorm({ x, scale: zero, shift });
  const plain = layerNorm({ x });
  expect([...y.data].map((value, i) => Math.round(1e9 * (value - plain.data[i])) / 1e9)).toEqual([
    ...new Array<number>(12).fill(0),
    ...[1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4],
  ]);
});

test('AdaLayerNorm makes scale and shift from the condition, one behind the other in W c + b', () => {
  const [x, condition] = [normals('x', 2, 3, 4), normals('c', 2, 5)];
  expectAsItsOperation(
    () => new AdaLayerNorm(4, { condition: 5, eps: 0.1 }),
    (norm) => norm.forward(x, condition),
    ({ weight, bias }) => {
      const made = add(matmul(condition, weight), bias);
      const scale = slice(made, { axis: 1, end: 4 });
      return adaLayerNorm({ x, scale, shift: slice(made, { axis: 1, start: 4 }) }, { eps: 0.1 });
    },
  );
});

test('AdaLayerNorm is layer normalization at the start, and all of b has a gradient then', () => {
  const norm = new AdaLayerNorm(2, { condition: 1 });
  expect(atTheStart(norm)).toEqual({ weight: [0, 0, 0, 0], bias: [0, 0, 0, 0] });
  const x = normals('x', 3, 2);
  const y = norm.forward(x, tensor([[1], [-2], [3]]));
  expect(y.data).toEqual(layerNorm({ x }, { eps: 1e-5 }).data);
  const [db] = gradient(y, [norm.bias], { dy: normals('dy', 3, 2) });
  expect(db.data.every((value) => value !== 0)).toBe(true);
  const single = new AdaLayerNorm(2, { condition: 1, dtype: 'float32' });
  expect([single.weight.dtype, single.bias.dtype]).toEqual(['float32', 'float32']);
});

test('AdaLayerNorm refuses a wrong size, condition or ε when it is made, and other shapes later', () => {
  expect(() => new AdaLayerNorm(0, { condition: 1 })).toThrow('AdaLayerNorm: expected at least one number');
  expect(() => new AdaLayerNorm(2, { condition: 0 })).toThrow('AdaLayerNorm: expected at least one number');
  expect(() => new AdaLayerNorm(2, { condition: 1, eps: NaN })).toThrow('AdaLayerNorm: expected eps');
  const norm = new AdaLayerNorm(2, { condition: 3 });
  expect(() => norm.forward(tensor([[1, 3]]), tensor([[1, 1]]))).toThrow(
    'AdaLayerNorm: expected condition of shape [1, 3], got [1, 2]',
  );
  expect(() => norm.forward(tensor([[1, 3, 5]]), tensor([[1, 1, 1]]))).toThrow(
    'AdaLayerNorm: expected x of shape [..., 2], got [1, 3]',
  );
});

test('adaLN-Zero is the identity at the start, and only its gate has a gradient then', () => {
  const connection = new AdaLayerNormZero(4, { condition: 2 });
  const [x, condition] = [normals('x', 2, 3, 4), normals('c', 2, 2)];
  const y = connection.forward(x, condition, (u) => mul(u, 100));
  expect(y.data).toEqual(x.data);
  const [dW] = gradient(y, [connection.weight], { dy: normals('dy', 2, 3, 4) });
  const columns = Array.from({ length: 12 }, (_, j) => dW.data[j] !== 0 || dW.data[12 + j] !== 0);
  expect(columns).toEqual([...new Array<boolean>(8).fill(false), ...new Array<boolean>(4).fill(true)]);
});

test('scale, shift and gate stand behind each other in W c + b', () => {
  const connection = new AdaLayerNormZero(2, { condition: 1, eps: 0 });
  connection.weight.data.set([1, 0, 0, 5, 10, 1]);
  connection.bias.data.set([0, 2, 0, 0, 0, 0]);
  // The row is (−1, 1) normalized; scale (1, 2), shift (0, 5), gate (10, 1).
  const y = connection.forward(tensor([[[1, 3]]]), tensor([[1]]), (u) => u);
  expect([...y.data]).toEqual([1 + 10 * -2, 3 + (3 + 5)]);
});

test('wrong shapes and options are refused by name', () => {
  const x = tensor([[[1, 3]]]);
  const [good, bad] = [tensor([[1, 1]]), tensor([1, 1])];
  expect(() => adaLayerNorm({ x, scale: bad, shift: good })).toThrow(
    'adaLayerNorm: expected scale of shape [1, 2], got [2]',
  );
  expect(() => adaLayerNorm({ x, scale: good, shift: bad })).toThrow(
    'adaLayerNorm: expected shift of shape [1, 2], got [2]',
  );
  expect(() => adaLayerNorm({ x: bad, scale: good, shift: good })).toThrow(
    'adaLayerNorm: expected x of shape [N, ..., C], got [2]',
  );
  expect(() => adaLayerNorm({ x: tensor([[]]), scale: good, shift: good })).toThrow(
    'adaLayerNorm: expected at least one number to normalize over',
  );
  expect(() => adaLayerNorm({ x, scale: good, shift: good }, { eps: -1 })).toThrow(
    'adaLayerNorm: expected eps',
  );
  expect(() => new AdaLayerNormZero(0, { condition: 1 })).toThrow(
    'AdaLayerNormZero: expected at least one number',
  );
  expect(() => new AdaLayerNormZero(2, { condition: 1, eps: NaN })).toThrow('AdaLayerNormZero: expected eps');
  expect(() => new AdaLayerNormZero(2, { condition: 3 }).forward(x, good, (u) => u)).toThrow(
    'AdaLayerNormZero: expected condition of shape [1, 3], got [1, 2]',
  );
});
