import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];
const ln3 = Math.log(3);

/** What is true of dyt, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'tanh of half of ln 3 is 1/2, times γ, plus β of the feature': ({ dyt, tensor }) => {
    const x = tensor([
      [ln3, 0, -ln3],
      [0, ln3, 0],
    ]);
    const affine = { gamma: tensor([2, 4, 8]), beta: tensor([1, 0.25, -1]) };
    const y = dyt({ x, alpha: tensor([0.5]), ...affine });
    expectClose(y.data, [2, 0.25, -5, 1, 2.25, -1], 1e-15);
  },

  'all four gradients are as worked by hand': ({ dyt, gradient, tensor }) => {
    const x = tensor([
      [ln3, 0],
      [-ln3, ln3],
    ]);
    const [alpha, gamma, beta] = [tensor([0.5]), tensor([2, 4]), tensor([1, 7])];
    const dy = [
      [1, -1],
      [3, 0.5],
    ];
    const y = dyt({ x, alpha, gamma, beta });
    const [dx, dalpha, dgamma, dbeta] = gradient(y, [x, alpha, gamma, beta], { dy });
    // 1 − t² is 3/4 where t is ±1/2, and 1 where it is 0; h = γ · dy · (1 − t²) is 1.5, −4, 4.5 and 1.5.
    expectClose(dx.data, [0.75, -2, 2.25, 0.75], 1e-15);
    expectClose(dalpha.data, [(1.5 - 4.5 + 1.5) * ln3], 1e-15);
    expectClose([...dgamma.data, ...dbeta.data], [0.5 - 1.5, 0.25, 4, -0.5], 1e-15);
  },

  'far out it is flat: numbers become β ± γ, and nothing flows back': ({ dyt, gradient, tensor }) => {
    const x = tensor([1e3, -1e30]);
    const [alpha, gamma, beta] = [tensor([1]), tensor([2, 3]), tensor([0.5, 0.25])];
    const y = dyt({ x, alpha, gamma, beta });
    const [dx, dalpha] = gradient(y, [x, alpha], { dy: [1, 1] });
    expect(flat(y)).toEqual([2.5, -2.75]);
    expect([...flat(dx), ...flat(dalpha)].map(Math.abs)).toEqual([0, 0, 0]);
  },

  'near zero it is γ · α · x': ({ dyt, tensor }) => {
    const y = dyt({ x: tensor([1e-9, -2e-9]), alpha: tensor([3]), gamma: tensor([2, 5]) });
    expectClose(
      flat(y).map((value) => value * 1e9),
      [6, -30],
      1e-14,
    );
  },

  'no number depends on another: an outlier leaves its row alone': ({ dyt, layerNorm, tensor }) => {
    const alpha = tensor([0.5]);
    const [calm, wild] = [
      [1, 2, 3],
      [1, 2, 1e6],
    ].map((row) => tensor(row));
    expect(flat(dyt({ x: wild, alpha })).slice(0, 2)).toEqual(flat(dyt({ x: calm, alpha })).slice(0, 2));
    expect(layerNorm({ x: wild }).data[0]).not.toBeCloseTo(layerNorm({ x: calm }).data[0], 1);
  },

  'without γ it is as with γ = 1, without β as with β = 0': ({ dyt, tensor }) => {
    const [x, alpha] = [tensor([1, -2]), tensor([0.7])];
    const want = flat(dyt({ x, alpha, gamma: tensor([1, 1]), beta: tensor([0, 0]) }));
    expect(flat(dyt({ x, alpha }))).toEqual(want);
  },

  'no rows give no rows, and zeros for the parameters': ({ dyt, gradient, ndarray, tensor, Tensor }) => {
    const [x, alpha, gamma] = [new Tensor(ndarray([], [0, 2])), tensor([1]), tensor([2, 3])];
    const y = dyt({ x, alpha, gamma });
    const [dalpha, dgamma] = gradient(y, [alpha, gamma], { dy: x });
    expect([y.shape, flat(dalpha), flat(dgamma)]).toEqual([[0, 2], [0], [0, 0]]);
  },

  'what cannot be computed is refused in one sentence': ({ dyt, tensor }) => {
    const [x, alpha] = [tensor([[1, 2]]), tensor([1])];
    expect([
      refusal(() => dyt({ x, alpha: tensor([1, 1]) })),
      refusal(() => dyt({ x, alpha, gamma: tensor([1]) })),
      refusal(() => dyt({ x, alpha, beta: tensor([1]) })),
      refusal(() => dyt({ x: tensor(3), alpha })),
    ]).toEqual([
      'ShapeError: dyt: expected alpha of shape [1], got [2]',
      'ShapeError: dyt: expected gamma of shape [2], got [1]',
      'ShapeError: dyt: expected beta of shape [2], got [1]',
      'RangeError: dyt: expected at least one number to normalize over, got normalizedShape []',
    ]);
    expect(refusal(() => dyt({ x, alpha: tensor([1], { dtype: 'float32' }) }))).toMatch(
      /^TypeError: dyt: expected tensors of one dtype, got float64 and float32/,
    );
  },

  'value and gradients are those of its formula in PyTorch': (library) => {
    expectAsPyTorch(library, 'dyt', ({ x, a, g, b }) => ({
      y: library.dyt({ x, alpha: a, gamma: g, beta: b }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.dyt)).toEqual([]);
  },
};
