import {
  AdaLayerNormZero,
  adaLayerNorm,
  gradient,
  layerNorm,
  mul,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';

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
