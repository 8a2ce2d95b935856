import { batchNorm, gradient, layerNorm, maskedBatchNorm, maskedLayerNorm, tensor } from '../../src/index.js';
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
