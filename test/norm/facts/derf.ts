import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];
/** erf 1 and its slope there. */
const [erf1, slope1] = [0.8427007929497149, (2 / Math.sqrt(Math.PI)) * Math.exp(-1)];
const slope0 = 2 / Math.sqrt(Math.PI);

/** What is true of derf, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'with α = 2 and s = −1, 1/2 becomes β and 1 and 0 become β ± γ · erf 1': ({ derf, tensor }) => {
    const x = tensor([
      [0.5, 1, 0],
      [1, 0.5, 0.5],
    ]);
    const affine = { gamma: tensor([2, 4, 8]), beta: tensor([1, 0.25, -1]) };
    const y = derf({ x, alpha: tensor([2]), s: tensor([-1]), ...affine });
    expectClose(y.data, [1, 0.25 + 4 * erf1, -1 - 8 * erf1, 1 + 2 * erf1, 0.25, -1], 1e-15);
  },

  'all five gradients are as worked by hand': ({ derf, gradient, tensor }) => {
    const x = tensor([
      [0.5, 1],
      [1, 0],
    ]);
    const parameters = { alpha: tensor([2]), s: tensor([-1]), gamma: tensor([3, 4]), beta: tensor([1, 7]) };
    const { alpha, s, gamma, beta } = parameters;
    const dy = [
      [1, -1],
      [3, 0.5],
    ];
    const y = derf({ x, ...parameters });
    const [dx, dalpha, ds, dgamma, dbeta] = gradient(y, [x, alpha, s, gamma, beta], { dy });
    const h = [3 * slope0, -4 * slope1, 9 * slope1, 2 * slope1];
    expectClose(
      dx.data,
      h.map((value) => 2 * value),
      1e-15,
    );
    expectClose(dalpha.data, [0.5 * h[0] + h[1] + h[2]], 1e-15);
    expectClose(ds.data, [h[0] + h[1] + h[2] + h[3]], 1e-15);
    expectClose([...dgamma.data, ...dbeta.data], [3 * erf1, -1.5 * erf1, 4, -0.5], 1e-15);
  },

  'far out it is flat: numbers become β ± γ, and nothing flows back': ({ derf, gradient, tensor }) => {
    const x = tensor([1e3, -1e30]);
    const [alpha, s, gamma, beta] = [tensor([1]), tensor([2]), tensor([2, 3]), tensor([0.5, 0.25])];
    const y = derf({ x, alpha, s, gamma, beta });
    const gradients = gradient(y, [x, alpha, s], { dy: [1, 1] });
    expect(flat(y)).toEqual([2.5, -2.75]);
    expect(gradients.flatMap(flat).map(Math.abs)).toEqual([0, 0, 0, 0]);
  },

  'without s it is as with s = 0, without γ as with γ = 1, without β as with β = 0': (library) => {
    const { derf, tensor } = library;
    const [x, alpha] = [tensor([1, -2]), tensor([0.7])];
    const want = derf({ x, alpha, s: tensor([0]), gamma: tensor([1, 1]), beta: tensor([0, 0]) });
    expect(flat(derf({ x, alpha }))).toEqual(flat(want));
    const single = derf({ x: tensor([1], { dtype: 'float32' }), alpha: tensor([1], { dtype: 'float32' }) });
    expect([single.dtype, flat(single)]).toEqual(['float32', [Math.fround(erf1)]]);
  },

  'it is steeper than tanh in the middle, and reaches its end sooner': ({ derf, dyt, tensor }) => {
    const [x, alpha] = [tensor([0.001, 3, 7]), tensor([1])];
    const [e, t] = [derf({ x, alpha }), dyt({ x, alpha })].map(flat);
    expect([e[0] > 1.1 * t[0], 1 - e[1] < 0.01 * (1 - t[1]), e[2], t[2] < 1]).toEqual([true, true, 1, true]);
  },

  'no rows give no rows, and zeros for the parameters': ({ derf, gradient, ndarray, tensor, Tensor }) => {
    const [x, alpha, s, gamma] = [new Tensor(ndarray([], [0, 2])), tensor([1]), tensor([1]), tensor([2, 3])];
    const y = derf({ x, alpha, s, gamma });
    const gradients = gradient(y, [alpha, s, gamma], { dy: x });
    expect([y.shape, ...gradients.map(flat)]).toEqual([[0, 2], [0], [0], [0, 0]]);
  },

  'what cannot be computed is refused in one sentence': ({ derf, tensor }) => {
    const [x, alpha] = [tensor([[1, 2]]), tensor([1])];
    expect([
      refusal(() => derf({ x, alpha: tensor([1, 1]) })),
      refusal(() => derf({ x, alpha, s: tensor(1) })),
      refusal(() => derf({ x, alpha, gamma: tensor([1]) })),
      refusal(() => derf({ x, alpha, beta: tensor([1]) })),
      refusal(() => derf({ x: tensor(3), alpha })),
    ]).toEqual([
      'ShapeError: derf: expected alpha of shape [1], got [2]',
      'ShapeError: derf: expected s of shape [1], got []',
      'ShapeError: derf: expected gamma of shape [2], got [1]',
      'ShapeError: derf: expected beta of shape [2], got [1]',
      'RangeError: derf: expected at least one number to normalize over, got normalizedShape []',
    ]);
  },

  'value and gradients are those of its formula in PyTorch': (library) => {
    expectAsPyTorch(library, 'derf', ({ x, a, s, g, b }) => ({
      y: library.derf({ x, alpha: a, s, gamma: g, beta: b }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.derf)).toEqual([]);
  },
};
