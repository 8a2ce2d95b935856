import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

/** What is true of crmsNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the row 1, 7, −7, −1, kept without its last number, has the root mean square 5': ({
    crmsNorm,
    tensor,
  }) => {
    const [x, gamma] = [tensor([1, 7, -7]), tensor([10, -5, 1])];
    expectClose(crmsNorm({ x, gamma }, { eps: 0 }).data, [2, -7, -1.4], 1e-15);
  },

  'ε = 7 beside a mean square of 9 divides by 4': ({ crmsNorm, tensor }) => {
    expectClose(crmsNorm({ x: tensor([1, 3, -5]) }, { eps: 7 }).data, [0.25, 0.75, -1.25], 1e-15);
  },

  'it is root mean square normalization of the full row, forward and back': (library) => {
    const { crmsNorm, rmsNorm, concat, neg, slice, sum, gradient, stream, Tensor } = library;
    const random = stream('full rows', 0);
    const [x, gamma, dy, last] = [[3, 5], [5], [3, 5], [1]].map((shape) => new Tensor(random.normals(shape)));
    const full = concat([x, neg(sum(x, { axis: -1, keepdims: true }))], { axis: -1 });
    const whole = rmsNorm({ x: full, gamma: concat([gamma, last], { axis: 0 }) });
    const [y, want] = [crmsNorm({ x, gamma }), slice(whole, { axis: -1, end: -1 })];
    expectClose(y.data, want.data, 1e-15);
    const [got, wanted] = [y, want].map((each) => gradient(each, [x, gamma], { dy }));
    wanted.forEach((each, i) => expectClose(got[i].data, each.data, 1e-15));
  },

  'of a row that was centred and cut it makes what layer normalization makes of the row': (library) => {
    const { crmsNorm, layerNorm, mean, slice, sub, stream, Tensor } = library;
    const row = new Tensor(stream('any rows', 0).normals([2, 5], { mean: 3 }));
    const centred = sub(row, mean(row, { axis: -1, keepdims: true }));
    const y = crmsNorm({ x: slice(centred, { axis: -1, end: -1 }) });
    expectClose(y.data, slice(layerNorm({ x: row }), { axis: -1, end: -1 }).data, 1e-15);
  },

  'each number is heard twice: as itself, and in the one left out': ({ crmsNorm, gradient, tensor }) => {
    const [x, gamma] = [tensor([1, 7, -7]), tensor([1, 2, -1])];
    const [dx] = gradient(crmsNorm({ x, gamma }, { eps: 0 }), [x], { dy: [1, -1, 2] });
    // g is 1, −2, −2 and x̂ 0.2, 1.4, −1.4, with −0.2 left out; m = (0.2 − 2.8 + 2.8) / 4 = 0.05.
    expectClose(dx.data, [(1 - 0.4 * 0.05) / 5, (-2 - 1.6 * 0.05) / 5, (-2 + 1.2 * 0.05) / 5], 1e-15);
  },

  'without γ it is as with γ = 1, without ε as with 1e-5': ({ crmsNorm, tensor }) => {
    const x = tensor([0.001, 0.002, 0.004]);
    const y = crmsNorm({ x, gamma: tensor([1, 1, 1]) }, { eps: 1e-5 });
    expect([...crmsNorm({ x }).data]).toEqual([...y.data]);
  },

  'a row of zeros stays, and its gradient is dy · γ/√ε': ({ crmsNorm, gradient, tensor }) => {
    const x = tensor([0, 0]);
    const y = crmsNorm({ x, gamma: tensor([2, 3]) }, { eps: 0.25 });
    expect([...y.data, ...gradient(y, [x], { dy: [1, -1] })[0].data]).toEqual([0, 0, 4, -6]);
  },

  'no rows give no rows, and zeros for γ': ({ crmsNorm, gradient, ndarray, tensor, Tensor }) => {
    const [x, gamma] = [new Tensor(ndarray([], [0, 2])), tensor([2, 3])];
    const y = crmsNorm({ x, gamma });
    expect([y.shape, [...gradient(y, [gamma], { dy: x })[0].data]]).toEqual([
      [0, 2],
      [0, 0],
    ]);
  },

  'what cannot be computed is refused in one sentence': ({ crmsNorm, tensor }) => {
    const x = tensor([[1, 2]]);
    expect([
      refusal(() => crmsNorm({ x, gamma: tensor([1, 2, 3]) })),
      refusal(() => crmsNorm({ x }, { eps: NaN })),
      refusal(() => crmsNorm({ x: tensor(3) })),
    ]).toEqual([
      'ShapeError: crmsNorm: expected gamma of shape [2], got [3]',
      'RangeError: crmsNorm: expected eps to be 0 or a small positive number, got NaN',
      'RangeError: crmsNorm: expected at least one number to normalize over, got normalizedShape []',
    ]);
  },

  'value and gradients are those of the full row in PyTorch': (library) => {
    expectAsPyTorch(library, 'crms_norm', ({ x, g }, { eps }) => ({
      y: library.crmsNorm({ x, gamma: g }, { eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.crmsNorm)).toEqual([]);
  },
};
