import {
  batchNorm,
  gradient,
  layerNorm,
  maskedBatchNorm,
  MaskedLayerNorm,
  maskedLayerNorm,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';
import { atTheStart, expectAsItsOperation, namesInPyTorch } from './as-its-operation.js';
import { expectClose, refusal } from './golden.js';

describe('a mask', () => {
  test('makes padding invisible, whatever stands there', () => {
    const real = tensor([[1, 2, 4]]);
    const wanted = layerNorm({ x: real }).data;
    for (const filling of [0, 1e9, NaN, Infinity]) {
      const y = maskedLayerNorm({ x: tensor([[1, 2, 4, filling]]), mask: tensor([[1, 1, 1, 0]]) });
      expectClose(y.data, [...wanted, 0], 1e-15);
    }
    const x = tensor([[[1, 2, NaN]], [[5, NaN, NaN]]]);
    const mask = tensor([[[1, 1, 0]], [[1, 0, 0]]]);
    const y = maskedBatchNorm({ x, mask });
    const plain = batchNorm({ x: tensor([[1], [2], [5]]) }).data;
    expectClose(y.data, [plain[0], plain[1], 0, plain[2], 0, 0], 1e-15);
    const [dx] = gradient(y, [x], { dy: [[[1, 5, 7]], [[2, 8, 9]]] });
    expect([2, 4, 5].map((place) => dx.data[place])).toEqual([0, 0, 0]);
    expect(dx.data.every(Number.isFinite)).toBe(true);
  });

  test('of another shape, or without a real position, is refused', () => {
    const x = tensor([[[1, 2]]]);
    expect(refusal(() => maskedBatchNorm({ x, mask: tensor([[1, 1]]) }))).toContain(
      'maskedBatchNorm: expected mask of shape [1, 1, 2], got [1, 2]',
    );
    for (const [positions, found] of [
      [[0, 0], 0],
      [[0, 1], 1],
    ] as const)
      expect(refusal(() => maskedBatchNorm({ x, mask: tensor([[positions]]) }))).toContain(
        `maskedBatchNorm: expected a mask with more than one real position, got ${found}`,
      );
    expect(refusal(() => maskedLayerNorm({ x, mask: tensor([1, 1]) }))).toContain(
      'maskedLayerNorm: expected mask of shape [1, 1, 2], got [2]',
    );
    expect(refusal(() => maskedLayerNorm({ x, mask: x }, { eps: -1 }))).toContain(
      'maskedLayerNorm: expected eps',
    );
  });
});

describe('MaskedLayerNorm', () => {
  const x = new Tensor(stream('x', 0).normals([3, 4]));
  const mask = tensor([
    [1, 1, 1, 0],
    [1, 1, 0, 1],
    [1, 1, 1, 1],
  ]);

  test('is maskedLayerNorm with γ and β of its own', () => {
    expectAsItsOperation(
      () => new MaskedLayerNorm(4, { eps: 0.1 }),
      (norm) => norm.forward(x, mask),
      ({ gamma, beta }) => maskedLayerNorm({ x, mask, gamma, beta }, { eps: 0.1 }),
    );
  });

  test('starts with γ = 1 and β = 0, and may go without', () => {
    const norm = new MaskedLayerNorm(2, { dtype: 'float32' });
    expect(atTheStart(norm)).toEqual({ gamma: [1, 1], beta: [0, 0] });
    expect([norm.gamma?.dtype, norm.beta?.dtype]).toEqual(['float32', 'float32']);
    expect(namesInPyTorch(norm)).toEqual(['weight', 'bias']);
    const wanted = maskedLayerNorm({ x, mask }, { eps: 1e-5 }).data;
    expect(new MaskedLayerNorm(4).forward(x, mask).data).toEqual(wanted);
    const bare = new MaskedLayerNorm(4, { eps: 0.5, affine: false });
    expect(atTheStart(bare)).toEqual({});
    expect(bare.forward(x, mask).data).toEqual(maskedLayerNorm({ x, mask }, { eps: 0.5 }).data);
  });

  test('refuses a wrong size or ε when it is made, and rows or a mask of another length', () => {
    expect(() => new MaskedLayerNorm(0)).toThrow('MaskedLayerNorm: expected at least one number');
    expect(() => new MaskedLayerNorm(2, { eps: NaN })).toThrow('MaskedLayerNorm: expected eps to be 0');
    const bare = new MaskedLayerNorm(2, { affine: false });
    expect(() => bare.forward(x, mask)).toThrow('MaskedLayerNorm: expected x of shape [..., 2], got [3, 4]');
    expect(() => new MaskedLayerNorm(4).forward(x, tensor([1, 1, 1, 0]))).toThrow(
      'MaskedLayerNorm: expected mask of shape [3, 4], got [4]',
    );
  });
});
