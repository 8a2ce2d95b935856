import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];

/** What is true of weightStandardization, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the weights of each output get mean 0 and deviation 1': ({ weightStandardization, tensor }) => {
    const w = tensor([
      [1, 3],
      [20, 10],
    ]);
    expect(flat(weightStandardization({ w }, { eps: 0 }))).toEqual([-1, 1, 1, -1]);
    for (const axis of [1, -1])
      expect(flat(weightStandardization({ w }, { axis, eps: 0 }))).toEqual([-1, -1, 1, 1]);
  },

  'ε = 3 beside a variance of 1 divides by 2': ({ weightStandardization, tensor }) => {
    expectClose(weightStandardization({ w: tensor([[1, 3]]) }, { eps: 3 }).data, [-0.5, 0.5], 1e-15);
  },

  'along axis 0 it is layer normalization of what one output is made with, bit by bit': (library) => {
    const { weightStandardization, layerNorm, gradient, stream, Tensor } = library;
    const w = new Tensor(stream('kernels', 0).normals([3, 2, 4]));
    const dy = new Tensor(stream('dy', 0).normals([3, 2, 4]));
    const [y, want] = [weightStandardization({ w }), layerNorm({ x: w }, { normalizedShape: [2, 4] })];
    expect(flat(y)).toEqual(flat(want));
    expectClose(gradient(y, [w], { dy })[0].data, gradient(want, [w], { dy })[0].data, 1e-15);
  },

  'weights far from zero keep their digits': ({ weightStandardization, gradient, tensor }) => {
    const edge = 4503599627370496; // 2⁵²: its neighbours are 1 apart, so the mean of the weights cannot be stored.
    const weights = (offset: number): Tensor => tensor([[offset, offset + 1, offset + 2, offset + 4]]);
    const [near, far] = [weights(0), weights(edge)];
    const [want, y] = [near, far].map((w) => weightStandardization({ w }, { eps: 0 }));
    expectClose(y.data, want.data, 1e-15);
    const dy = [[1, -2, 0.5, 3]];
    expectClose(gradient(y, [far], { dy })[0].data, gradient(want, [near], { dy })[0].data, 1e-14);
  },

  'ε is 1e-5 unless said otherwise': ({ weightStandardization, tensor }) => {
    const w = tensor([[0.001, 0.002, 0.004]]);
    expect(flat(weightStandardization({ w }))).toEqual(flat(weightStandardization({ w }, { eps: 1e-5 })));
  },

  'what cannot be computed is refused in one sentence': ({ weightStandardization, tensor }) => {
    const w = tensor([[1, 2]]);
    expect([
      refusal(() => weightStandardization({ w }, { eps: -1 })),
      refusal(() => weightStandardization({ w }, { axis: -3 })),
      refusal(() => weightStandardization({ w: tensor([1, 2]) })),
    ]).toEqual([
      'RangeError: weightStandardization: expected eps to be 0 or a small positive number, got -1',
      'RangeError: weightStandardization: expected axis from -2 to 1 for shape [1, 2], got -3',
      'ShapeError: weightStandardization: expected w of shape [out, in, ...], got [2]',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'weight_standardization', ({ w }, { eps }) => ({
      y: library.weightStandardization({ w }, { eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.weightStandardization)).toEqual([]);
  },
};
