import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: { readonly data: ArrayLike<number> }): number[] => Array.from(x.data);
const square = (a: number, b: number, c: number, d: number): number[][] => [
  [a, b],
  [c, d],
];
const diagonal = square(3, 0, 0, 1);

/** The matrix that turns by (3/5, 4/5), stretches by two factors and turns by (5/13, 12/13). */
function turned(first: number, second: number): number[][] {
  const [a, b, c, d] = [3 / 5, 4 / 5, 5 / 13, 12 / 13];
  return square(
    first * a * c + second * b * d,
    first * a * d - second * b * c,
    first * b * c - second * a * d,
    first * b * d + second * a * c,
  );
}

/** ∂σ/∂w, from what comes back through Σ ŵ, which is (1 − Σ ŵ · ∂σ/∂w)/σ at each place. */
function slope({ sigmaReparam, gradient, sum }: Library, w: Tensor, createGraph: boolean): number[] {
  const y = sigmaReparam({ w });
  const [sigma, total] = [w.data[0] / y.data[0], sum(y).data[0]];
  return flat(gradient(sum(y), [w], { createGraph })[0]).map((value) => (1 - sigma * value) / total);
}

/** What is true of sigmaReparam, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the diagonal 3, 1 is divided by 3 and multiplied by γ': ({ sigmaReparam, tensor }) => {
    const w = tensor(diagonal);
    expectClose(sigmaReparam({ w, gamma: tensor([-6]) }).data, [-6, 0, 0, -2], 1e-15);
    expectClose(sigmaReparam({ w }).data, [1, 0, 0, 1 / 3], 1e-15);
  },

  'dγ is ⟨dŵ, w⟩/σ, and dw is dŵ less dγ at the place of the largest, times γ/σ': (library) => {
    const { sigmaReparam, gradient, tensor } = library;
    const [w, gamma, dy] = [tensor(diagonal), tensor([6]), square(1, 2, -1, 3)];
    for (const createGraph of [false, true]) {
      const [dw, dgamma] = gradient(sigmaReparam({ w, gamma }), [w, gamma], { dy, createGraph });
      expectClose(dgamma.data, [2], 1e-15);
      expectClose(dw.data, [-2, 4, -2, 6], 1e-14);
    }
  },

  'σ changes by u vᵀ': (library) => {
    const w = library.tensor(turned(2, 0.5));
    expectClose(library.sigmaReparam({ w }).data, turned(1, 0.25).flat(), 1e-15);
    for (const createGraph of [false, true])
      expectClose(slope(library, w, createGraph), turned(1, 0).flat(), 1e-14);
  },

  'wide, tall and stacked matrices have one largest singular value': (library) => {
    const { sigmaReparam, gradient, reshape, transpose, stream, Tensor } = library;
    const wide = new Tensor(stream('w', 0).normals([3, 8]));
    const cotangent = new Tensor(stream('dy', 0).normals([3, 8]));
    const y = sigmaReparam({ w: wide });
    const [dw] = gradient(y, [wide], { dy: cotangent });
    const tall = transpose(wide);
    const ofTall = sigmaReparam({ w: tall });
    expectClose(transpose(ofTall).data, y.data, 1e-14);
    const [back] = gradient(ofTall, [tall], { dy: transpose(cotangent) });
    expectClose(transpose(back).data, dw.data, 1e-14);
    const stacked = reshape(wide, [3, 2, 4]);
    const ofStacked = sigmaReparam({ w: stacked });
    expect([ofStacked.shape, flat(ofStacked)]).toEqual([[3, 2, 4], flat(y)]);
    expect(flat(gradient(ofStacked, [stacked], { dy: reshape(cotangent, [3, 2, 4]) })[0])).toEqual(flat(dw));
  },

  'it is where spectral normalization settles': ({ sigmaReparam, spectralNorm, stream, Tensor, tensor }) => {
    const w = new Tensor(stream('w', 1).normals([4, 3]));
    const settled = spectralNorm({ w, u: tensor([1, 1, 1, 1]) }, { iterations: 400 });
    expectClose(sigmaReparam({ w }).data, settled.data, 1e-14);
  },

  'singular values 10⁻⁹ apart are told apart: σ to the last digits, u vᵀ to 10⁻⁶': (library) => {
    const w = library.tensor(turned(1, 1 - 1e-9));
    expectClose(library.sigmaReparam({ w }).data, w.data, 4e-16);
    for (const createGraph of [false, true])
      expectClose(slope(library, w, createGraph), turned(1, 0).flat(), 1e-6);
  },

  'of equal singular values the mean of u vᵀ comes back': (library) => {
    const w = library.tensor(turned(2, 2));
    for (const createGraph of [false, true])
      expectClose(slope(library, w, createGraph), turned(0.5, 0.5).flat(), 1e-14);
  },

  'the second derivative is that of √ of an eigenvalue, also where it is large': (library) => {
    const { sigmaReparam, gradient, tensor } = library;
    for (const [first, second, tolerance] of [
      [3, 1, 1e-14],
      [1, 1 - 1e-6, 1e-9],
    ] as const) {
      const w = tensor(square(first, 0, 0, second));
      // σ = s + (s(e² + f²) + 2 t e f) / 2(s² − t²) for e and f beside the diagonal s, t; ŵ at the place of s is s/σ.
      const gap = first * first - second * second;
      const [dw] = gradient(sigmaReparam({ w }), [w], { dy: square(1, 0, 0, 0), createGraph: true });
      const got = flat(gradient(dw, [w], { dy: square(0, 1, 0, 0) })[0]);
      const want = [0, -1 / gap, -second / first / gap, 0];
      expectClose(
        got.map((value) => value * gap),
        want.map((value) => value * gap),
        tolerance,
      );
    }
  },

  'float32 weights near 10³⁰ are squared in float64': ({ sigmaReparam, tensor }) => {
    const w = tensor(
      diagonal.map((row) => row.map((value) => value * 1e30)),
      { dtype: 'float32' },
    );
    expect(flat(sigmaReparam({ w }))).toEqual([1, 0, 0, Math.fround(1 / 3)]);
  },

  'what is no number passes to all': ({ sigmaReparam, tensor }) => {
    expect(flat(sigmaReparam({ w: tensor([[NaN, 1, 2]]) }))).toEqual([NaN, NaN, NaN]);
  },

  'a σ below ε is no divisor, forward and back; zeros stay zeros': ({ sigmaReparam, gradient, tensor }) => {
    for (const first of [0.1, 0]) {
      const [w, gamma] = [tensor([[first], [0]]), tensor([3])];
      for (const createGraph of [false, true]) {
        const y = sigmaReparam({ w, gamma }, { eps: 0.25 });
        expectClose(y.data, [12 * first, 0], 1e-15);
        const [dw, dgamma] = gradient(y, [w, gamma], { dy: [[1], [-2]], createGraph });
        expectClose([...dw.data, ...dgamma.data], [12, -24, 4 * first], 1e-14);
      }
    }
  },

  'ε is 1e-12 unless said otherwise': ({ sigmaReparam, tensor }) => {
    expectClose(sigmaReparam({ w: tensor([[1e-14, 0]]) }).data, [0.01, 0], 1e-15);
  },

  'a SigmaReparam holds a copy of its weights, and γ = 1 at the start': ({ SigmaReparam, tensor }) => {
    const weight = tensor(diagonal);
    const norm = new SigmaReparam(weight);
    weight.data.fill(7);
    expectClose(norm.forward().data, [1, 0, 0, 1 / 3], 1e-15);
    norm.gamma.data[0] = 6;
    expectClose(norm.forward().data, [6, 0, 0, 2], 1e-15);
  },

  'what cannot be computed is refused in one sentence': (library) => {
    const { sigmaReparam, SigmaReparam, ndarray, tensor, Tensor } = library;
    const w = tensor(diagonal);
    expect([
      refusal(() => sigmaReparam({ w, gamma: tensor(1) })),
      refusal(() => sigmaReparam({ w }, { eps: -1 })),
      refusal(() => sigmaReparam({ w: tensor([1, 2]) })),
      refusal(() => sigmaReparam({ w: new Tensor(ndarray([], [0, 2])) })),
      refusal(() => new SigmaReparam(tensor([1, 2]))),
    ]).toEqual([
      'ShapeError: sigmaReparam: expected gamma of shape [1], got []',
      'RangeError: sigmaReparam: expected eps to be 0 or a small positive number, got -1',
      'ShapeError: sigmaReparam: expected w of shape [out, in, ...], got [2]',
      'RangeError: sigmaReparam: expected at least one number to normalize over, got normalizedShape [0, 2]',
      'ShapeError: SigmaReparam: expected weight of shape [out, in, ...], got [2]',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'sigma_reparam', ({ w, gamma }) => ({ y: library.sigmaReparam({ w, gamma }) }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.sigmaReparam)).toEqual([]);
  },
};
