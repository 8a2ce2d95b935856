import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

type Numbers = readonly number[];

const gamma = [0.5, -1.25, 2, 0.75];
const beta = [1, 0.25, -0.5, 3];
const scaled = (xhat: Numbers): number[] => xhat.map((value, i) => gamma[i] * value + beta[i]);
const flat = (x: Tensor): number[] => [...x.data];

/** What is true of layerNorm, each checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'two words of three numbers come out as worked by hand': ({ layerNorm, tensor }) => {
    const words = tensor([
      [0.2, 0.1, 0.3],
      [0.5, 0.1, 0.1],
    ]);
    const y = layerNorm({ x: words }, { eps: 1e-5 });
    expect(flat(y).map((value) => value.toFixed(4))).toEqual([
      '0.0000',
      '-1.2238',
      '1.2238',
      '1.4140',
      '-0.7070',
      '-0.7070',
    ]);
  },

  'the row 1, 2, 3, 4 becomes (−3, −1, 1, 3)/√5, times γ, plus β': ({ layerNorm, tensor }) => {
    const y = layerNorm({ x: tensor([1, 2, 3, 4]), gamma: tensor(gamma), beta: tensor(beta) }, { eps: 0 });
    const want = scaled([-3, -1, 1, 3].map((value) => value / Math.sqrt(5)));
    expectClose(y.data, want, 1e-15);
  },

  'ε = 1/4 beside a variance of 2 divides by 3/2': ({ layerNorm, tensor }) => {
    const y = layerNorm({ x: tensor([1, 3, 5, 3]) }, { eps: 0.25 });
    expectClose(y.data, [-4 / 3, 0, 4 / 3, 0], 1e-15);
  },

  'a row far from zero keeps its digits': ({ layerNorm, tensor }) => {
    const near = layerNorm({ x: tensor([1, 2, 3, 4]) }, { eps: 0 });
    const far = layerNorm({ x: tensor([1e8 + 1, 1e8 + 2, 1e8 + 3, 1e8 + 4]) }, { eps: 0 });
    expectClose(far.data, near.data, 1e-14);
  },

  'the mean that rounding leaves behind is taken off as well': ({ layerNorm, gradient, tensor }) => {
    const edge = 4503599627370496; // 2⁵²: its neighbours are 1 apart, so the mean of the row cannot be stored.
    const [near, far] = [tensor([0, 1, 2, 4]), tensor([edge, edge + 1, edge + 2, edge + 4])];
    const [y, want] = [layerNorm({ x: far }, { eps: 0 }), layerNorm({ x: near }, { eps: 0 })];
    expectClose(y.data, want.data, 1e-15);
    const dy = [1, -2, 0.5, 3];
    expectClose(gradient(y, [far], { dy })[0].data, gradient(want, [near], { dy })[0].data, 1e-14);
  },

  'float32 is float32 storage and float64 arithmetic inside a row': ({
    layerNorm,
    ndarray,
    stream,
    Tensor,
  }) => {
    const numbers = stream('float32 row', 0).normals([2, 300], { mean: 1e4, dtype: 'float32' });
    const single = layerNorm({ x: new Tensor(numbers) }, { eps: 1e-5 });
    const double = layerNorm({ x: new Tensor(ndarray(numbers.data, numbers.shape)) });
    expect(single.dtype).toBe('float32');
    expect(flat(single)).toEqual(flat(double).map(Math.fround));
  },

  'every row has statistics of its own, forward and back': (lib) => {
    const { layerNorm, gradient, tensor } = lib;
    const rows = [
      [1, 2, 4, 8],
      [-30, 10, 0.5, 7],
      [0.001, 0.002, 0, 0.004],
    ];
    const dys = [
      [1, -2, 0.5, 3],
      [0.25, 1, -1, 2],
      [-1, 0.5, 0.75, 2],
    ];
    const affine = { gamma: tensor(gamma), beta: tensor(beta) };
    const x = tensor(rows);
    const y = layerNorm({ x, ...affine });
    const [dx] = gradient(y, [x], { dy: dys });
    rows.forEach((row, n) => {
      const alone = tensor(row);
      const yAlone = layerNorm({ x: alone, ...affine });
      const [dxAlone] = gradient(yAlone, [alone], { dy: dys[n] });
      expect(flat(y).slice(4 * n, 4 * n + 4)).toEqual(flat(yAlone));
      expect(flat(dx).slice(4 * n, 4 * n + 4)).toEqual(flat(dxAlone));
    });
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'layer_norm', ({ x, g, b }, { eps, normalized_shape }) => ({
      y: library.layerNorm(
        { x, gamma: g, beta: b },
        {
          eps: eps as number,
          normalizedShape: (normalized_shape as number[] | undefined) ?? x.shape.slice(-1),
        },
      ),
    }));
  },

  'the way through the composition gives the same gradients': ({ layerNorm, gradient, stream, Tensor }) => {
    const random = stream('composition', 1);
    const [x, g, b, dy] = [
      [2, 3, 4],
      [3, 4],
      [3, 4],
      [2, 3, 4],
    ].map((shape) => new Tensor(random.normals(shape)));
    const y = layerNorm({ x, gamma: g, beta: b }, { eps: 0.1, normalizedShape: [3, 4] });
    const byHand = gradient(y, [x, g, b], { dy });
    const composed = gradient(y, [x, g, b], { dy, createGraph: true });
    byHand.forEach((gradientByHand, i) => expectClose(composed[i].data, gradientByHand.data, 1e-13));
  },

  'without γ it is as with γ = 1, without β as with β = 0': ({ layerNorm, tensor }) => {
    const x = tensor([1, 2, 4, 8]);
    const [ones, zeros] = [tensor([1, 1, 1, 1]), tensor([0, 0, 0, 0])];
    const [g, b] = [tensor(gamma), tensor(beta)];
    expect(flat(layerNorm({ x }))).toEqual(flat(layerNorm({ x, gamma: ones, beta: zeros })));
    expect(flat(layerNorm({ x, gamma: g }))).toEqual(flat(layerNorm({ x, gamma: g, beta: zeros })));
    expect(flat(layerNorm({ x, beta: b }))).toEqual(flat(layerNorm({ x, gamma: ones, beta: b })));
  },

  'ε is 1e-5 unless said otherwise': ({ layerNorm, tensor }) => {
    const x = tensor([0.001, 0.002, 0.004]);
    expect(flat(layerNorm({ x }))).toEqual(flat(layerNorm({ x }, { eps: 1e-5 })));
  },

  'a row of equal numbers becomes β, and its gradient is finite': ({ layerNorm, gradient, tensor }) => {
    const x = tensor([0.1, 0.1, 0.1, 0.1]);
    const y = layerNorm({ x, gamma: tensor(gamma), beta: tensor(beta) });
    expect(flat(y)).toEqual(beta);
    expect(flat(gradient(y, [x], { dy: [1, 2, 3, 4] })[0]).every(Number.isFinite)).toBe(true);
  },

  'a row of one number becomes β, and nothing flows back into it': ({ layerNorm, gradient, tensor }) => {
    const x = tensor([[3], [-5]]);
    const y = layerNorm({ x, gamma: tensor([2]), beta: tensor([0.5]) });
    expect(flat(y)).toEqual([0.5, 0.5]);
    expect(flat(gradient(y, [x], { dy: [[1], [2]] })[0]).map(Math.abs)).toEqual([0, 0]);
  },

  'no number gets further from 0 than √(C − 1) deviations': ({ layerNorm, tensor }) => {
    const y = layerNorm({ x: tensor([100, 0, 0, 0, 0]) }, { eps: 0 });
    expectClose([y.data[0]], [2], 1e-15);
  },

  'a NaN or an infinity spoils its own row only': ({ layerNorm, tensor }) => {
    const x = tensor([
      [1, NaN, 3],
      [1, 2, 3],
      [1, Infinity, 3],
    ]);
    const y = flat(layerNorm({ x }));
    expect(y.map(Number.isNaN)).toEqual([true, true, true, false, false, false, true, true, true]);
  },

  'no rows give no rows, and zeros for γ and β': ({ layerNorm, gradient, ndarray, tensor, Tensor }) => {
    const [x, g, b] = [new Tensor(ndarray([], [0, 4])), tensor(gamma), tensor(beta)];
    const y = layerNorm({ x, gamma: g, beta: b });
    expect(y.shape).toEqual([0, 4]);
    const [dx, dgamma, dbeta] = gradient(y, [x, g, b], { dy: new Tensor(ndarray([], [0, 4])) });
    expect([dx.shape, flat(dgamma), flat(dbeta)]).toEqual([
      [0, 4],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  },

  'what cannot be computed is refused in one sentence': ({ layerNorm, tensor }) => {
    const x = tensor([[1, 2, 3, 4]]);
    const eps = (value: number): string => refusal(() => layerNorm({ x }, { eps: value }));
    const expected = 'RangeError: layerNorm: expected eps to be 0 or a small positive number, got';
    expect(refusal(() => layerNorm({ x, gamma: tensor([1]) }))).toBe(
      'ShapeError: layerNorm: expected gamma of shape [4], got [1]',
    );
    expect(refusal(() => layerNorm({ x, beta: tensor([[1, 2, 3, 4]]) }))).toBe(
      'ShapeError: layerNorm: expected beta of shape [4], got [1, 4]',
    );
    expect(refusal(() => layerNorm({ x }, { normalizedShape: [2, 2] }))).toBe(
      'ShapeError: layerNorm: expected x of shape [..., 2, 2], got [1, 4]',
    );
    expect([eps(NaN), eps(-1), eps(Infinity)]).toEqual([
      `${expected} NaN`,
      `${expected} -1`,
      `${expected} Infinity`,
    ]);
    expect(refusal(() => layerNorm({ x: tensor([[], []]) }))).toBe(
      'RangeError: layerNorm: expected at least one number to normalize over, got normalizedShape [0]',
    );
    expect(refusal(() => layerNorm({ x: tensor(3) }))).toBe(
      'RangeError: layerNorm: expected at least one number to normalize over, got normalizedShape []',
    );
    expect(refusal(() => layerNorm({ x, gamma: tensor(gamma, { dtype: 'float32' }) }))).toMatch(
      /^TypeError: layerNorm: expected tensors of one dtype, got float64 and float32/,
    );
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.layerNorm)).toEqual([]);
  },
};
