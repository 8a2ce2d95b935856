import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: { readonly data: ArrayLike<number> }): number[] => Array.from(x.data);
const diagonal = [
  [3, 0],
  [0, 1],
];

/** What is true of spectralNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'one step from (1, 1) finds √8.2 for the diagonal 3, 1, two steps √(730/82)': ({
    spectralNorm,
    tensor,
  }) => {
    const [w, u] = [tensor(diagonal), tensor([1, 1])];
    // v = (3, 1)/√10, w v = (9, 1)/√10.
    expectClose(spectralNorm({ w, u }).data, [3 / Math.sqrt(8.2), 0, 0, 1 / Math.sqrt(8.2)], 1e-15);
    expectClose(u.data, [9 / Math.sqrt(82), 1 / Math.sqrt(82)], 1e-15);
    // v = (27, 1)/√730, w v = (81, 1)/√730: the same from here on as two steps from the start.
    const sigma = Math.sqrt(6562 / 730);
    const again = tensor([1, 1]);
    expectClose(spectralNorm({ w, u }).data, [3 / sigma, 0, 0, 1 / sigma], 1e-15);
    expectClose(spectralNorm({ w, u: again }, { iterations: 2 }).data, [3 / sigma, 0, 0, 1 / sigma], 1e-15);
    expectClose(again.data, u.data, 1e-15);
  },

  'without a step u stays, whatever its length, and only v is made': ({ spectralNorm, tensor }) => {
    const [w, u] = [tensor(diagonal), tensor([2, 2])];
    // v = (3, 1)/√10, uᵀ w v = (1, 1)/√2 · (9, 1)/√10 = √5.
    const y = spectralNorm({ w, u }, { iterations: 0 });
    expectClose(y.data, [3 / Math.sqrt(5), 0, 0, 1 / Math.sqrt(5)], 1e-15);
    expect(flat(u)).toEqual([2, 2]);
  },

  'once u and v have settled, the gradient is that of differences; before that it is not': (library) => {
    const { spectralNorm, gradientCheck, stream, tensor, Tensor } = library;
    const w = new Tensor(stream('w', 0).normals([3, 4]));
    const check = (iterations: number): boolean =>
      gradientCheck((x) => spectralNorm({ w: x, u: tensor([1, 1, 1]) }, { iterations }), [w]).ok;
    expect([check(200), check(1)]).toEqual([true, false]);
  },

  'u and v are constants of the way back: dw is dŵ less its part along ŵ, on u vᵀ': (library) => {
    const { spectralNorm, gradient, tensor } = library;
    const w = tensor(diagonal);
    const dy = [
      [1, 2],
      [-1, 3],
    ];
    // Without a step u = (1, 1)/√2, v = (3, 1)/√10, σ = √5; so u vᵀ = (3, 1; 3, 1)/√20, and ⟨dŵ, ŵ⟩ = 6/√5.
    const share = 6 / Math.sqrt(5) / Math.sqrt(20);
    const want = [1 - 3 * share, 2 - share, -1 - 3 * share, 3 - share].map((value) => value / Math.sqrt(5));
    for (const createGraph of [false, true]) {
      const y = spectralNorm({ w, u: tensor([1, 1]) }, { iterations: 0 });
      expectClose(gradient(y, [w], { dy, createGraph })[0].data, want, 1e-14);
    }
  },

  'kernels are read as a matrix with a row for each output': ({
    spectralNorm,
    stream,
    reshape,
    tensor,
    Tensor,
  }) => {
    const w = new Tensor(stream('kernels', 0).normals([2, 3, 4]));
    const [u, same] = [tensor([1, 2]), tensor([1, 2])];
    const y = spectralNorm({ w, u });
    expect(flat(y)).toEqual(flat(spectralNorm({ w: reshape(w, [2, 12]), u: same })));
    expect([y.shape, flat(u)]).toEqual([[2, 3, 4], flat(same)]);
  },

  'zeros stay zeros and leave u as it is, and so does what is no number': (library) => {
    const { spectralNorm, gradient, tensor } = library;
    const [w, u] = [tensor([[0], [0]]), tensor([3, 4])];
    const dy = [[1], [-2]];
    const y = spectralNorm({ w, u }, { eps: 0.25 });
    expect([flat(y), flat(gradient(y, [w], { dy })[0])]).toEqual([
      [0, 0],
      [4, -8],
    ]);
    expect(flat(spectralNorm({ w: tensor([[NaN], [1]]), u }))).toEqual([NaN, NaN]);
    expect(flat(u)).toEqual([3, 4]);
  },

  'a σ below ε is no divisor, forward and back': ({ spectralNorm, gradient, tensor }) => {
    const w = tensor([[0.1], [0]]);
    const y = spectralNorm({ w, u: tensor([1, 1]) }, { eps: 0.25 });
    expectClose(y.data, [0.4, 0], 1e-15);
    for (const createGraph of [false, true])
      expectClose(gradient(y, [w], { dy: [[1], [-2]], createGraph })[0].data, [4, -8], 1e-14);
  },

  'ε is 1e-12 unless said otherwise': ({ spectralNorm, tensor }) => {
    const y = spectralNorm({ w: tensor([[1e-14]]), u: tensor([1]) });
    expectClose(y.data, [0.01], 1e-15);
  },

  'SpectralNorm improves u in training only, until the largest singular value is 1': (library) => {
    const { SpectralNorm, stream, tensor } = library;
    const weight = tensor(diagonal);
    const norm = new SpectralNorm(weight, { random: stream('u', 3) });
    weight.data.fill(7);
    expectClose([flat(norm.u).reduce((sum, value) => sum + value * value, 0)], [1], 1e-15);
    const start = flat(norm.u);
    norm.evaluate().forward();
    expect(flat(norm.u)).toEqual(start);
    norm.train();
    for (let step = 0; step < 30; step++) norm.forward();
    expectClose(norm.forward().data, [1, 0, 0, 1 / 3], 1e-14);
    const settled = flat(norm.u);
    norm.weight.data.set([1, 0, 0, 5]);
    expectClose(norm.evaluate().forward().data, [1, 0, 0, 5], 1e-9);
    expect(flat(norm.u)).toEqual(settled);
  },

  'what cannot be computed is refused in one sentence, and u is unchanged': (library) => {
    const { spectralNorm, SpectralNorm, ndarray, stream, tensor, Tensor } = library;
    const [w, u] = [tensor(diagonal), tensor([1, 1])];
    const single = tensor([1, 1], { dtype: 'float32' });
    expect([
      refusal(() => spectralNorm({ w, u: tensor([1]) })),
      refusal(() => spectralNorm({ w, u: single })),
      refusal(() => spectralNorm({ w, u: tensor([0, 0]) })),
      refusal(() => spectralNorm({ w, u }, { iterations: 0.5 })),
      refusal(() => spectralNorm({ w, u }, { eps: NaN })),
      refusal(() => spectralNorm({ w: tensor([1, 2]), u })),
      refusal(() => spectralNorm({ w: new Tensor(ndarray([], [0, 2])), u })),
      refusal(() => new SpectralNorm(w, { random: stream('u', 0), iterations: -1 })),
    ]).toEqual([
      'ShapeError: spectralNorm: expected u of shape [2], got [1]',
      "TypeError: spectralNorm: expected tensors of one dtype, got float64 and float32 (w and u). Convert one of them first: astype(w, 'float32')",
      'RangeError: spectralNorm: expected u to be a direction, got zeros. Start from random numbers',
      'RangeError: spectralNorm: expected iterations to be a whole number from 0, got 0.5',
      'RangeError: spectralNorm: expected eps to be 0 or a small positive number, got NaN',
      'ShapeError: spectralNorm: expected w of shape [out, in, ...], got [2]',
      'RangeError: spectralNorm: expected at least one number to normalize over, got normalizedShape [0, 2]',
      'RangeError: SpectralNorm: expected iterations to be a whole number from 0, got -1',
    ]);
    expect(flat(u)).toEqual([1, 1]);
  },

  'value, gradient and the improved u are those of PyTorch': (library) => {
    const copy = ({ data, shape }: Tensor): Tensor => new library.Tensor(library.ndarray(data, shape));
    expectAsPyTorch(library, 'spectral_norm', (inputs, { iterations, eps }) => {
      const u = copy(inputs.u);
      const options = { iterations: iterations as number, eps: eps as number };
      return { y: library.spectralNorm({ w: inputs.w, u }, options), u };
    });
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.spectralNorm)).toEqual([]);
  },
};
