import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];

/** What is true of groupNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'two groups of two channels become −1 and 1 each, times γ, plus β of the channel': (library) => {
    const { groupNorm, tensor } = library;
    const affine = { gamma: tensor([1, 2, 3, 4]), beta: tensor([0.5, 0.25, -1, 8]) };
    const y = groupNorm({ x: tensor([[1, 3, 40, 20]]), ...affine }, { groups: 2, eps: 0 });
    expect(flat(y)).toEqual([-0.5, 2.25, 2, 4]);
  },

  'one group is layer normalization of the whole sample': ({ groupNorm, layerNorm, stream, Tensor }) => {
    const x = new Tensor(stream('one group', 0).normals([2, 3, 4]));
    expectClose(
      groupNorm({ x }, { groups: 1 }).data,
      layerNorm({ x }, { normalizedShape: [3, 4] }).data,
      1e-15,
    );
  },

  'as many groups as channels is a normalization of each channel of each sample': (library) => {
    const { groupNorm, layerNorm, stream, Tensor } = library;
    const x = new Tensor(stream('instances', 0).normals([2, 3, 4]));
    expectClose(groupNorm({ x }, { groups: 3 }).data, layerNorm({ x }).data, 1e-15);
  },

  'the batch does not matter': ({ groupNorm, tensor }) => {
    const samples = [
      [1, 2, 4, 8],
      [-30, 10, 0.5, 7],
    ];
    const y = flat(groupNorm({ x: tensor(samples) }, { groups: 2 }));
    samples.forEach((sample, n) =>
      expect(y.slice(4 * n, 4 * n + 4)).toEqual(flat(groupNorm({ x: tensor([sample]) }, { groups: 2 }))),
    );
  },

  'ε is 1e-5 unless said otherwise': ({ groupNorm, tensor }) => {
    const x = tensor([[0.001, 0.002]]);
    expect(flat(groupNorm({ x }, { groups: 1 }))).toEqual(flat(groupNorm({ x }, { groups: 1, eps: 1e-5 })));
  },

  'what cannot be computed is refused in one sentence': ({ groupNorm, tensor }) => {
    const x = tensor([[1, 2, 3, 4]]);
    const groups = (count: number): string => refusal(() => groupNorm({ x }, { groups: count }));
    const expected = 'RangeError: groupNorm: expected groups to divide the 4 channels, got';
    expect([3, 0, -2, 0.5, NaN].map(groups)).toEqual(
      ['3', '0', '-2', '0.5', 'NaN'].map((got) => `${expected} ${got}`),
    );
    expect([
      refusal(() => groupNorm({ x, gamma: tensor([1, 2]) }, { groups: 2 })),
      refusal(() => groupNorm({ x }, { groups: 2, eps: NaN })),
      refusal(() => groupNorm({ x: tensor([1, 2]) }, { groups: 2 })),
    ]).toEqual([
      'ShapeError: groupNorm: expected gamma of shape [4], got [2]',
      'RangeError: groupNorm: expected eps to be 0 or a small positive number, got NaN',
      'ShapeError: groupNorm: expected x of shape [N, C, ...], got [2]',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'group_norm', ({ x, g, b }, { groups, eps }) => ({
      y: library.groupNorm({ x, gamma: g, beta: b }, { groups: groups as number, eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.groupNorm)).toEqual([]);
  },
};
