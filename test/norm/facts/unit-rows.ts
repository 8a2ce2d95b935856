import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];

/** What is true of unitRows, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the row 3, 4 becomes 0.6, 0.8, whatever its size': ({ unitRows, tensor }) => {
    const w = tensor([
      [3, 4],
      [-3e20, 4e20],
    ]);
    expectClose(unitRows({ w }).data, [0.6, 0.8, -0.6, 0.8], 1e-15);
  },

  'along axis 0 the columns become vectors of length 1': ({ unitRows, tensor }) => {
    const w = tensor([
      [3, 0],
      [4, 2],
    ]);
    expectClose(unitRows({ w }, { axis: 0 }).data, [0.6, 0, 0.8, 1], 1e-15);
  },

  'what comes back is at a right angle to the row': ({ unitRows, gradient, tensor }) => {
    const w = tensor([[3, 4]]);
    // dy less its part along (0.6, 0.8) is (−0.32, 0.24), divided by 5.
    const [dw] = gradient(unitRows({ w }), [w], { dy: [[1, 2]] });
    expectClose(dw.data, [-0.064, 0.048], 1e-15);
  },

  'a row shorter than ε, which is 1e-12 unless said otherwise, is divided by ε': ({ unitRows, tensor }) => {
    const w = tensor([
      [0, 0],
      [1e-13, 0],
    ]);
    expectClose(unitRows({ w }).data, [0, 0, 0.1, 0], 1e-15);
    expectClose(unitRows({ w: tensor([0.1, 0]) }, { eps: 0.5 }).data, [0.2, 0], 1e-15);
  },

  'what cannot be computed is refused in one sentence': ({ unitRows, ndarray, tensor, Tensor }) => {
    const w = tensor([[1, 2]]);
    expect([
      refusal(() => unitRows({ w }, { eps: NaN })),
      refusal(() => unitRows({ w }, { axis: 2 })),
      refusal(() => unitRows({ w: tensor(1) })),
      refusal(() => unitRows({ w: new Tensor(ndarray([], [2, 0])) })),
    ]).toEqual([
      'RangeError: unitRows: expected eps to be 0 or a small positive number, got NaN',
      'RangeError: unitRows: expected axis from -2 to 1 for shape [1, 2], got 2',
      'RangeError: unitRows: expected at least one axis, got a single number',
      'RangeError: unitRows: expected at least one number to normalize over, got normalizedShape [0]',
    ]);
  },

  'no rows give no rows': ({ unitRows, ndarray, Tensor }) => {
    const y = unitRows({ w: new Tensor(ndarray([], [0, 3])) });
    expect([y.shape, flat(y)]).toEqual([[0, 3], []]);
  },

  'value and gradient are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'unit_rows', ({ w }, { dim, eps }) => ({
      y: library.unitRows({ w }, { axis: dim as number, eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.unitRows)).toEqual([]);
  },
};
