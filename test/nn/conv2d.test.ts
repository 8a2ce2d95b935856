import { Conv2d, conv2d, gradient, ndarray, stream, Tensor, tensor, toNested } from '../../src/index.js';
import type { PatchOptions } from '../../src/index.js';
import { behaves, between } from '../autograd/ops/behaviour.js';
import { expectBothWaysEqual } from './composition.js';

type Numbers = readonly number[];

/** The definition: seven loops, and no patches. */
function defined(
  [x, w, b]: readonly Numbers[],
  [N, C, H, W]: Numbers,
  [O, , h, k]: Numbers,
  [sy, sx, py, px]: Numbers,
): number[] {
  const y: number[] = [];
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let top = -py; top + h <= H + py; top += sy)
        for (let left = -px; left + k <= W + px; left += sx) {
          let sum = b ? b[o] : 0;
          for (let c = 0; c < C; c++)
            for (let u = 0; u < h; u++)
              for (let v = 0; v < k; v++) {
                const [i, j] = [top + u, left + v];
                if (i >= 0 && i < H && j >= 0 && j < W)
                  sum += x[((n * C + c) * H + i) * W + j] * w[((o * C + c) * h + u) * k + v];
              }
          y.push(sum);
        }
  return y;
}

const cases: [string, Numbers, Numbers, PatchOptions, Numbers, Numbers][] = [
  ['a kernel that fits just once', [2, 2, 2, 3], [2, 2, 2, 3], {}, [1, 1, 0, 0], [2, 2, 1, 1]],
  ['zeros around', [2, 1, 3, 2], [2, 1, 3, 3], { padding: 1 }, [1, 1, 1, 1], [2, 2, 3, 2]],
  ['steps that leave a rest', [1, 2, 4, 5], [3, 2, 2, 2], { stride: 2 }, [2, 2, 0, 0], [1, 3, 2, 2]],
  [
    'other steps and zeros for height and width',
    [1, 2, 3, 4],
    [2, 2, 1, 3],
    { stride: [2, 1], padding: [0, 2] },
    [2, 1, 0, 2],
    [1, 2, 2, 6],
  ],
  ['steps wider than the kernel', [1, 1, 5, 4], [1, 1, 1, 1], { stride: 3 }, [3, 3, 0, 0], [1, 1, 2, 2]],
  ['more zeros than image', [1, 1, 1, 1], [1, 1, 2, 2], { padding: 2 }, [1, 1, 2, 2], [1, 1, 4, 4]],
];

describe.each(cases)('%s', (_, x, w, options, moves, shape) => {
  behaves({
    f: (image, weight, bias) => conv2d({ x: image, weight, bias }, options),
    inputs: [between(-1, 1, x), between(-1, 1, w, 'weights'), between(-1, 1, [w[0]], 'bias')],
    want: (...inputs) => defined(inputs, x, w, moves),
    shape,
    tolerance: 1e-14,
  });
});

describe('without a bias', () => {
  behaves({
    f: (x, weight) => conv2d({ x, weight }),
    inputs: [between(-1, 1, [1, 1, 2, 3]), between(-1, 1, [2, 1, 2, 2], 'weights')],
    want: (...inputs) => defined(inputs, [1, 1, 2, 3], [2, 1, 2, 2], [1, 1, 0, 0]),
    shape: [1, 2, 1, 2],
    tolerance: 1e-15,
  });
});

test('the backward by hand is that of the composition', () => {
  expectBothWaysEqual(
    (x, weight, bias) => conv2d({ x, weight, bias }, { stride: [1, 2], padding: [2, 1] }),
    [between(-1, 1, [3, 4, 6, 5]), between(-1, 1, [5, 4, 3, 3], 'weights'), between(-1, 1, [5], 'bias')],
  );
});

test('it is not turned around: a kernel answers most where it finds itself', () => {
  const picture = [0, 0, 0, 0, 0, 1, 2, 0, 0, 0, -1, 0, 0, 0, 0, 0];
  const x = new Tensor(ndarray(picture, [1, 1, 4, 4]));
  const y = conv2d({ x, weight: new Tensor(ndarray([1, 2, 0, -1], [1, 1, 2, 2])) });
  expect([Math.max(...y.data), y.data[4]]).toEqual([6, 6]);
});

test('no images give no images, and zeros for W and b', () => {
  const none = new Tensor(ndarray([], [0, 2, 3, 3]));
  const [weight, bias] = [between(-1, 1, [4, 2, 2, 2]), between(-1, 1, [4])];
  const y = conv2d({ x: none, weight, bias });
  expect(y.shape).toEqual([0, 4, 2, 2]);
  const dy = new Tensor(ndarray([], [0, 4, 2, 2]));
  for (const createGraph of [false, true]) {
    const [dx, dweight, dbias] = gradient(y, [none, weight, bias], { dy, createGraph });
    expect(dx.shape).toEqual([0, 2, 3, 3]);
    expect([...dweight.data, ...dbias.data].every((value) => value === 0)).toBe(true);
    expect([dweight.shape, dbias.shape]).toEqual([[4, 2, 2, 2], [4]]);
  }
});

test('a number that no patch reaches gets no gradient', () => {
  const x = between(-1, 1, [1, 1, 3, 3]);
  const [dx] = gradient(conv2d({ x, weight: tensor([[[[2]]]]) }, { stride: 2 }), [x], {
    dy: new Tensor(ndarray([1, 10, 100, 1000], [1, 1, 2, 2])),
  });
  expect([...dx.data]).toEqual([2, 0, 20, 0, 0, 0, 200, 0, 2000]);
});

test('a NaN in one image stays there', () => {
  const x = tensor([[[[1, NaN]]], [[[1, 2]]]]);
  expect(toNested(conv2d({ x, weight: tensor([[[[3]]]]) }))).toEqual([[[[3, NaN]]], [[[3, 6]]]]);
});

test('refuses shapes that do not fit, steps that are none, and two dtypes', () => {
  const [x, weight] = [between(-1, 1, [1, 2, 3, 3]), between(-1, 1, [4, 2, 3, 3])];
  expect(() => conv2d({ x: tensor([1]), weight })).toThrow(
    'conv2d: expected x of shape [N, 2, H, W] for weight of shape [4, 2, 3, 3], got [1]',
  );
  expect(() => conv2d({ x, weight }, { stride: 0 })).toThrow('conv2d: expected stride');
  expect(() => conv2d({ x, weight, bias: tensor([1]) })).toThrow(
    'conv2d: expected bias of shape [4], got [1]',
  );
  const bias = tensor([1, 2, 3, 4], { dtype: 'float32' });
  expect(() => conv2d({ x, weight, bias })).toThrow(TypeError);
});

test('Conv2d draws its weights from its stream with Xavier’s deviation, and b is 0', () => {
  const layer = new Conv2d(3, 5, [2, 4], { random: stream('weights', 3) });
  expect([...layer.namedParameters().keys()]).toEqual(['weight', 'bias']);
  const want = stream('weights', 3).normals([5, 3, 2, 4], { deviation: Math.sqrt(2 / (3 * 8 + 5 * 8)) });
  expect(toNested(layer.weight)).toEqual(toNested(want));
  expect([...(layer.bias as Tensor).data]).toEqual([0, 0, 0, 0, 0]);
});

test('Conv2d moves as it was told, takes another deviation and dtype, and does without b', () => {
  const options = { stride: 2, padding: 1, bias: false, deviation: 0, dtype: 'float32' } as const;
  const layer = new Conv2d(1, 2, 3, { ...options, random: stream('w', 1) });
  expect([...layer.namedParameters().keys()]).toEqual(['weight']);
  const x = tensor([[[[1, 2, 3, 4]]]], { dtype: 'float32' });
  expect(layer.forward(x)).toMatchObject({
    shape: [1, 2, 1, 2],
    dtype: 'float32',
    data: new Float32Array(4),
  });
  const other = new Conv2d(2, 3, 2, { random: stream('w', 2), stride: [1, 2], padding: [1, 0] });
  const [weight, bias] = [other.weight, tensor([1, 2, 3])];
  const same = Object.assign(other, { bias });
  const images = between(-1, 1, [2, 2, 3, 4]);
  expect(toNested(same.forward(images))).toEqual(
    toNested(conv2d({ x: images, weight, bias }, { stride: [1, 2], padding: [1, 0] })),
  );
});

test('the gradients of a Conv2d arrive at its own W and b', () => {
  const layer = new Conv2d(1, 1, 2, { random: stream('weights', 1) });
  layer.forward(new Tensor(ndarray([1, 2, 3, 4, 5, 6], [1, 1, 2, 3]))).backward([[[[1, 10]]]]);
  expect([...(layer.weight.grad as Tensor).data]).toEqual([21, 32, 54, 65]);
  expect([...(layer.bias?.grad as Tensor).data]).toEqual([11]);
});

test('what a convolution cannot be made of is refused at once', () => {
  const random = stream('weights', 0);
  expect(() => new Conv2d(1, 1, 0, { random })).toThrow(
    'Conv2d: expected kernel to be one or two whole numbers from 1, got 0',
  );
  expect(() => new Conv2d(1, 1, 3, { random, stride: 0 })).toThrow('Conv2d: expected stride');
  expect(() => new Conv2d(1, 1, 3, { random, padding: 'same' as never })).toThrow(
    "Conv2d: expected padding to be one or two whole numbers from 0, got 'same'",
  );
  expect(() => conv2d({ x: [[1]] as never, weight: tensor([[[[1]]]]) })).toThrow(
    'conv2d: expected x to be a tensor, got a list',
  );
});
