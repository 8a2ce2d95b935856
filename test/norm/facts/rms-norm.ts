import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

/** What is true of rmsNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the row 1, 7 has the root mean square 5': ({ rmsNorm, tensor }) => {
    expectClose(rmsNorm({ x: tensor([1, 7]), gamma: tensor([10, -5]) }, { eps: 0 }).data, [2, -7], 1e-15);
  },

  'ε = 7 beside a mean square of 9 divides by 4': ({ rmsNorm, tensor }) => {
    const y = rmsNorm({ x: tensor([1, 3, -5, 1]) }, { eps: 7 });
    expectClose(y.data, [0.25, 0.75, -1.25, 0.25], 1e-15);
  },

  'it is layer normalization of a centred row': ({ rmsNorm, layerNorm, tensor }) => {
    const x = tensor([
      [1, 2, -3],
      [0.25, -0.75, 0.5],
    ]);
    expectClose(rmsNorm({ x }).data, layerNorm({ x }).data, 1e-15);
  },

  'the row itself gets no gradient but what ε leaves': ({ rmsNorm, gradient, tensor }) => {
    const x = tensor([1, 2, -4]); // Along x only the length changes: ⟨dx, x⟩ is g · ε/(q + ε)^{3/2}, 0 without ε.
    const [dx] = gradient(rmsNorm({ x, gamma: tensor([2, -1, 0.5]) }, { eps: 0 }), [x], { dy: [1, 3, -2] });
    expect(Math.abs(dx.data[0] + 2 * dx.data[1] - 4 * dx.data[2])).toBeLessThan(1e-15);
    expect(Math.abs(dx.data[0])).toBeGreaterThan(0.1);
  },

  'without γ it is as with γ = 1, without ε as with 1e-5': ({ rmsNorm, tensor }) => {
    const x = tensor([0.001, 0.002, 0.004]);
    const y = rmsNorm({ x, gamma: tensor([1, 1, 1]) }, { eps: 1e-5 });
    expect([...rmsNorm({ x }).data]).toEqual([...y.data]);
  },

  'a row of zeros stays, and its gradient is dy · γ/√ε': ({ rmsNorm, gradient, tensor }) => {
    const x = tensor([0, 0]);
    const y = rmsNorm({ x, gamma: tensor([2, 3]) }, { eps: 0.25 });
    expect([...y.data, ...gradient(y, [x], { dy: [1, -1] })[0].data]).toEqual([0, 0, 4, -6]);
  },

  'no rows give no rows, and zeros for γ': ({ rmsNorm, gradient, ndarray, tensor, Tensor }) => {
    const [x, gamma] = [new Tensor(ndarray([], [0, 2])), tensor([2, 3])];
    const y = rmsNorm({ x, gamma });
    expect([y.shape, [...gradient(y, [gamma], { dy: x })[0].data]]).toEqual([
      [0, 2],
      [0, 0],
    ]);
  },

  'what cannot be computed is refused in one sentence': ({ rmsNorm, tensor }) => {
    const x = tensor([[1, 2]]);
    expect([
      refusal(() => rmsNorm({ x, gamma: tensor([1]) })),
      refusal(() => rmsNorm({ x }, { eps: NaN })),
      refusal(() => rmsNorm({ x: tensor(3) })),
    ]).toEqual([
      'ShapeError: rmsNorm: expected gamma of shape [2], got [1]',
      'RangeError: rmsNorm: expected eps to be 0 or a small positive number, got NaN',
      'RangeError: rmsNorm: expected at least one number to normalize over, got normalizedShape []',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'rms_norm', ({ x, g }, { eps }) => ({
      y: library.rmsNorm({ x, gamma: g }, { eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.rmsNorm)).toEqual([]);
  },
};
