import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: { readonly data: ArrayLike<number> }): number[] => Array.from(x.data);

/** What is true of weightNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the rows 3, 4 and 0, 2 have the lengths 5 and 2, and get 10 and −1': ({ weightNorm, tensor }) => {
    const v = tensor([
      [3, 4],
      [0, 2],
    ]);
    expectClose(weightNorm({ v, g: tensor([[10], [-1]]) }).data, [6, 8, 0, -1], 1e-15);
  },

  'along axis 1 it is the columns that have a length': ({ weightNorm, tensor }) => {
    const v = tensor([
      [3, 0],
      [4, 2],
    ]);
    const [w, same] = [1, -1].map((axis) => weightNorm({ v, g: tensor([[10, -1]]) }, { axis }));
    expectClose(w.data, [6, 0, 8, -1], 1e-15);
    expect(flat(same)).toEqual(flat(w));
  },

  'the gradient of v is at a right angle to v, that of g is the part along it': (library) => {
    const { weightNorm, gradient, tensor } = library;
    const [v, g] = [tensor([[3, 4]]), tensor([[10]])];
    const [dv, dg] = gradient(weightNorm({ v, g }), [v, g], { dy: [[1, 2]] });
    expectClose(dg.data, [11 / 5], 1e-15);
    // dw less its part along v is (−0.32, 0.24); times g/‖v‖ = 2.
    expectClose(dv.data, [-0.64, 0.48], 1e-15);
  },

  'zeros have no direction: they stay, and what comes back is divided by ε': (library) => {
    const { weightNorm, gradient, tensor } = library;
    const [v, g] = [tensor([[0, 0]]), tensor([[3]])];
    const w = weightNorm({ v, g }, { eps: 0.25 });
    const [dv, dg] = gradient(w, [v, g], { dy: [[1, -2]] });
    expect([flat(w), flat(dv), flat(dg)]).toEqual([[0, 0], [12, -24], [0]]);
    expect(flat(weightNorm({ v, g }, { eps: 0 }))).toEqual([NaN, NaN]);
    expect(flat(weightNorm({ v: tensor([[1e-12, 0]]), g }))).toEqual([3, 0]);
    expectClose(weightNorm({ v: tensor([[1e-13, 0]]), g }).data, [0.3, 0], 1e-15);
  },

  'a length below ε is no divisor, forward and back': ({ weightNorm, gradient, tensor }) => {
    const [v, g] = [tensor([[0.1, 0]]), tensor([[3]])];
    const w = weightNorm({ v, g }, { eps: 0.25 });
    expectClose(w.data, [1.2, 0], 1e-15);
    for (const createGraph of [false, true])
      expectClose(gradient(w, [v], { dy: [[1, -2]], createGraph })[0].data, [12, -24], 1e-14);
  },

  'no outputs give no weights': ({ weightNorm, gradient, ndarray, Tensor }) => {
    const [v, g] = [new Tensor(ndarray([], [0, 2])), new Tensor(ndarray([], [0, 1]))];
    const w = weightNorm({ v, g });
    expect([w.shape, gradient(w, [g], { dy: v })[0].shape]).toEqual([
      [0, 2],
      [0, 1],
    ]);
  },

  'the start that depends on data gives the pre-activations of its batch mean 0 and deviation 1': (
    library,
  ) => {
    const { initializeWeightNorm, weightNorm, matmul, add, stream, Tensor } = library;
    const random = stream('start', 0);
    const normals = (...shape: number[]): Tensor => new Tensor(random.normals(shape));
    const [x, v, g, b] = [normals(7, 4), normals(4, 3), normals(1, 3), normals(3)];
    const y = (): Tensor => add(matmul(x, weightNorm({ v, g }, { axis: 1 })), b);
    initializeWeightNorm({ y: y(), g, b });
    for (let k = 0; k < 3; k++) {
      const column = flat(y()).filter((_, place) => place % 3 === k);
      const mean = column.reduce((sum, value) => sum + value, 0) / 7;
      expect(Math.abs(mean)).toBeLessThan(1e-14);
      expectClose([column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 7], [1], 1e-14);
    }
  },

  'from g = 1 and b = 0 it is g = 1/σ and b = −μ/σ; for images the outputs run along axis 1': (library) => {
    const { initializeWeightNorm, tensor } = library;
    const [g, b] = [tensor([[1], [1]]), tensor([0, 0])];
    const y = tensor([
      [
        [1, 5],
        [10, 10],
      ],
      [
        [5, 1],
        [10, 6],
      ],
    ]);
    initializeWeightNorm({ y, g, b }, { axis: 1 });
    const sigma = Math.sqrt(3);
    expectClose(g.data, [0.5, 1 / sigma], 1e-15);
    expectClose(b.data, [-1.5, -9 / sigma], 1e-15);
  },

  'pre-activations that do not vary leave g and b as they are': ({ initializeWeightNorm, tensor }) => {
    const [g, b] = [tensor([[1, 2]]), tensor([3, 4])];
    const start = (...y: number[][]): string => refusal(() => initializeWeightNorm({ y: tensor(y), g, b }));
    const remedy = 'Give it the pre-activations of a batch of several different samples';
    expect([start([1, 5], [2, 5]), start([1, 2]), start([1, NaN], [2, 3]), start([1], [2])]).toEqual([
      `RangeError: initializeWeightNorm: expected pre-activations that vary, got deviation 0 for output 1. ${remedy}`,
      `RangeError: initializeWeightNorm: expected pre-activations that vary, got deviation 0 for output 0. ${remedy}`,
      `RangeError: initializeWeightNorm: expected pre-activations that vary, got deviation NaN for output 1. ${remedy}`,
      'RangeError: initializeWeightNorm: expected g with one number for each of the 1 outputs, got shape [1, 2]',
    ]);
    expect([flat(g), flat(b)]).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const short = tensor([3]);
    expect(refusal(() => initializeWeightNorm({ y: tensor([[1, 5]]), g, b: short }))).toContain(
      'expected b with one number for each of the 2 outputs, got shape [1]',
    );
  },

  'a WeightNorm starts as the weights it was made from, and holds copies': ({ WeightNorm, tensor }) => {
    const weight = tensor([
      [3, 0],
      [4, -2],
    ]);
    const [rows, columns] = [new WeightNorm(weight), new WeightNorm(weight, { axis: 1 })];
    expect([flat(rows.forward()), flat(columns.g)]).toEqual([flat(weight), [5, 2]]);
    expectClose(columns.forward().data, weight.data, 1e-15);
    columns.g.data.set([10, 2]);
    expectClose(columns.forward().data, [6, 0, 8, -2], 1e-15);
    weight.data.fill(7);
    expect(flat(columns.v)).toEqual([3, 0, 4, -2]);
  },

  'what cannot be computed is refused in one sentence': ({ weightNorm, WeightNorm, tensor }) => {
    const [v, g] = [tensor([[1, 2]]), tensor([[1]])];
    expect([
      refusal(() => weightNorm({ v, g: tensor([[1, 1]]) })),
      refusal(() => weightNorm({ v, g }, { eps: NaN })),
      refusal(() => weightNorm({ v, g }, { axis: 2 })),
      refusal(() => weightNorm({ v: tensor([1, 2]), g })),
      refusal(() => new WeightNorm(v, { eps: -1 })),
      refusal(() => new WeightNorm(tensor([[1, 0]]), { axis: 1 })),
    ]).toEqual([
      'ShapeError: weightNorm: expected g of shape [1, 1], got [1, 2]',
      'RangeError: weightNorm: expected eps to be 0 or a small positive number, got NaN',
      'RangeError: weightNorm: expected axis from -2 to 1 for shape [1, 2], got 2',
      'ShapeError: weightNorm: expected v of shape [out, in, ...], got [2]',
      'RangeError: WeightNorm: expected eps to be 0 or a small positive number, got -1',
      'RangeError: WeightNorm: expected weights with a direction for each output, got zeros for output 1. Start from random weights',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'weight_norm', ({ v, g }, { dim }) => ({
      y: library.weightNorm({ v, g }, { axis: dim as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.weightNorm)).toEqual([]);
  },
};
