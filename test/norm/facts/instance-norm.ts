import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];

/** What is true of instanceNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'two channels of two positions become −1 and 1 each, times γ, plus β of the channel': (library) => {
    const { instanceNorm, tensor } = library;
    const x = tensor([
      [
        [1, 3],
        [40, 20],
      ],
      [
        [7, 5],
        [0, 2],
      ],
    ]);
    const y = instanceNorm({ x, gamma: tensor([2, 3]), beta: tensor([0.5, -1]) }, { eps: 0 });
    expect(flat(y)).toEqual([-1.5, 2.5, 2, -4, 2.5, -1.5, -4, 2]);
  },

  'ε = 1/4 beside a variance of 2 divides by 3/2': ({ instanceNorm, tensor }) => {
    const y = instanceNorm({ x: tensor([[[1, 3, 5, 3]]]) }, { eps: 0.25 });
    expectClose(y.data, [-4 / 3, 0, 4 / 3, 0], 1e-15);
  },

  'it is group normalization of as many groups as channels, forward and back': (library) => {
    const { instanceNorm, groupNorm, gradient, stream, Tensor } = library;
    const random = stream('groups', 0);
    const [x, gamma, beta, dy] = [[2, 3, 2, 2], [3], [3], [2, 3, 2, 2]].map(
      (shape) => new Tensor(random.normals(shape)),
    );
    const inputs = { x, gamma, beta };
    const [y, want] = [instanceNorm(inputs), groupNorm(inputs, { groups: 3 })];
    expectClose(y.data, want.data, 1e-15);
    const [got, wanted] = [y, want].map((each) => gradient(each, [x, gamma, beta], { dy }));
    wanted.forEach((each, i) => expectClose(got[i].data, each.data, 1e-14));
  },

  'it is batch normalization of a batch of one sample': ({ instanceNorm, batchNorm, stream, Tensor }) => {
    const x = new Tensor(stream('one sample', 0).normals([1, 3, 4]));
    expectClose(instanceNorm({ x }).data, batchNorm({ x }).data, 1e-15);
  },

  'the batch does not matter': ({ instanceNorm, tensor }) => {
    const samples = [
      [
        [1, 2, 4],
        [8, 3, 0],
      ],
      [
        [-30, 10, 0.5],
        [7, 7, 9],
      ],
    ];
    const y = flat(instanceNorm({ x: tensor(samples) }));
    samples.forEach((sample, n) =>
      expect(y.slice(6 * n, 6 * n + 6)).toEqual(flat(instanceNorm({ x: tensor([sample]) }))),
    );
  },

  'without γ it is as with γ = 1, without β as with β = 0, without ε as with 1e-5': (library) => {
    const { instanceNorm, tensor } = library;
    const x = tensor([[[0.001, 0.002, 0.004]]]);
    const want = flat(instanceNorm({ x, gamma: tensor([1]), beta: tensor([0]) }, { eps: 1e-5 }));
    expect(flat(instanceNorm({ x }))).toEqual(want);
  },

  'a channel of equal numbers becomes β, and its gradient is finite': (library) => {
    const { instanceNorm, gradient, tensor } = library;
    const x = tensor([[[0.1, 0.1, 0.1]]]);
    const y = instanceNorm({ x, gamma: tensor([2]), beta: tensor([0.5]) });
    expect(flat(y)).toEqual([0.5, 0.5, 0.5]);
    expect(flat(gradient(y, [x], { dy: [[[1, 2, 3]]] })[0]).every(Number.isFinite)).toBe(true);
  },

  'no samples give no samples, and zeros for γ and β': (library) => {
    const { instanceNorm, gradient, ndarray, tensor, Tensor } = library;
    const [x, gamma, beta] = [new Tensor(ndarray([], [0, 2, 3])), tensor([2, 3]), tensor([1, 1])];
    const y = instanceNorm({ x, gamma, beta });
    const [dgamma, dbeta] = gradient(y, [gamma, beta], { dy: x });
    expect([y.shape, flat(dgamma), flat(dbeta)]).toEqual([
      [0, 2, 3],
      [0, 0],
      [0, 0],
    ]);
  },

  'what cannot be computed is refused in one sentence, a single position too': ({ instanceNorm, tensor }) => {
    const x = tensor([[[1, 2]]]);
    const remedy = 'nothing of x would be left; for rows of features use layerNorm';
    expect([
      refusal(() => instanceNorm({ x: tensor([[1, 2, 3]]) })),
      refusal(() => instanceNorm({ x: tensor([[[[1]], [[2]]]]) })),
      refusal(() => instanceNorm({ x: tensor([1, 2]) })),
      refusal(() => instanceNorm({ x, gamma: tensor([1, 2]) })),
      refusal(() => instanceNorm({ x, beta: tensor([1, 2]) })),
      refusal(() => instanceNorm({ x }, { eps: NaN })),
    ]).toEqual([
      `ShapeError: instanceNorm: expected x of shape [N, 3, ...] with more than one position, got [1, 3]. The mean of one value is that value, so ${remedy}`,
      `ShapeError: instanceNorm: expected x of shape [N, 2, ...] with more than one position, got [1, 2, 1, 1]. The mean of one value is that value, so ${remedy}`,
      'ShapeError: instanceNorm: expected x of shape [N, C, ...], got [2]',
      'ShapeError: instanceNorm: expected gamma of shape [1], got [2]',
      'ShapeError: instanceNorm: expected beta of shape [1], got [2]',
      'RangeError: instanceNorm: expected eps to be 0 or a small positive number, got NaN',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'instance_norm', ({ x, g, b }, { eps }) => ({
      y: library.instanceNorm({ x, gamma: g, beta: b }, { eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.instanceNorm)).toEqual([]);
  },
};
