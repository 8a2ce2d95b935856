import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];

/** What is true of scaleNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the row 3, 4 of length 5 gets the length γ': ({ scaleNorm, tensor }) => {
    const x = tensor([
      [3, 4],
      [0, -2],
    ]);
    expectClose(scaleNorm({ x, gamma: tensor([10]) }).data, [6, 8, 0, -10], 1e-15);
  },

  'with γ = √C it is root mean square normalization without ε': ({ scaleNorm, rmsNorm, tensor }) => {
    const x = tensor([
      [1, 2, -3, 0.5],
      [0.25, -0.75, 0.5, 4],
    ]);
    expectClose(
      scaleNorm({ x, gamma: tensor([2]) }, { eps: 0 }).data,
      rmsNorm({ x }, { eps: 0 }).data,
      1e-15,
    );
  },

  'a longer row in the same direction becomes the same, though there is an ε': ({ scaleNorm, tensor }) => {
    const [near, far] = [tensor([0.001, 0.002, -0.004]), tensor([1.024, 2.048, -4.096])];
    expectClose(scaleNorm({ x: far }).data, scaleNorm({ x: near }).data, 1e-15);
  },

  'a row shorter than ε is divided by ε, and its gradient is dy · γ/ε': (library) => {
    const { scaleNorm, gradient, tensor } = library;
    const [x, gamma] = [
      tensor([
        [0.75, -1],
        [0, 0],
      ]),
      tensor([2]),
    ];
    const y = scaleNorm({ x, gamma }, { eps: 4 });
    const dy = [
      [1, 3],
      [-2, 4],
    ];
    const [dx, dgamma] = gradient(y, [x, gamma], { dy });
    expect(flat(y)).toEqual([0.375, -0.5, 0, 0]);
    expect([flat(dx), flat(dgamma)]).toEqual([[0.5, 1.5, -1, 2], [(0.75 - 3) / 4]]);
  },

  'on either side of the kink the gradient is that of differences, and so is its gradient': (library) => {
    const { scaleNorm, gradient, gradientCheck, tensor } = library;
    const x = tensor([
      [3, -4, 1],
      [0.3, 0.4, -0.2],
    ]);
    for (const eps of [0.1, 2, 50]) {
      const apply = (a: Tensor, gamma: Tensor): Tensor => scaleNorm({ x: a, gamma }, { eps });
      const dy = [
        [1, -2, 0.5],
        [3, 0.25, -1],
      ];
      const way = (a: Tensor, gamma: Tensor): Tensor =>
        gradient(apply(a, gamma), [a], { dy, createGraph: true })[0];
      expect(gradientCheck(apply, [x, tensor([1.5])])).toMatchObject({ ok: true });
      expect(gradientCheck(way, [x, tensor([1.5])])).toMatchObject({ ok: true });
    }
  },

  'the way through the composition gives the same gradient on both sides, and for zeros': (library) => {
    const { scaleNorm, gradient, tensor } = library;
    const x = tensor([
      [3, -4, 1],
      [0.3, 0.4, -0.2],
      [0, 0, 0],
    ]);
    const dy = [
      [1, -2, 0.5],
      [3, 0.25, -1],
      [2, 1, -3],
    ];
    for (const eps of [1e-5, 2, 50]) {
      const y = scaleNorm({ x, gamma: tensor([1.5]) }, { eps });
      const [byHand, composed] = [false, true].map((createGraph) => gradient(y, [x], { dy, createGraph })[0]);
      expectClose(composed.data, byHand.data, 1e-15);
    }
  },

  'at the kink itself the gradient is that of longer rows': ({ scaleNorm, gradient, tensor }) => {
    const x = tensor([3, 4]);
    const y = scaleNorm({ x }, { eps: 5 });
    for (const createGraph of [false, true]) {
      const [dx] = gradient(y, [x], { dy: [1, 0], createGraph });
      expectClose(dx.data, [(1 - 0.36) / 5, -0.48 / 5], 1e-15);
    }
  },

  'without γ it is as with γ = 1, without ε as with 1e-5': ({ scaleNorm, tensor }) => {
    const x = tensor([
      [3e-6, 4e-6],
      [3, 4],
    ]);
    expectClose(scaleNorm({ x, gamma: tensor([1]) }).data, [0.3, 0.4, 0.6, 0.8], 1e-15);
    expect(flat(scaleNorm({ x }))).toEqual(flat(scaleNorm({ x, gamma: tensor([1]) })));
  },

  'no rows give no rows, and zero for γ': ({ scaleNorm, gradient, ndarray, tensor, Tensor }) => {
    const [x, gamma] = [new Tensor(ndarray([], [0, 2])), tensor([2])];
    const y = scaleNorm({ x, gamma });
    expect([y.shape, flat(gradient(y, [gamma], { dy: x })[0])]).toEqual([[0, 2], [0]]);
  },

  'what cannot be computed is refused in one sentence': ({ scaleNorm, tensor }) => {
    const x = tensor([[1, 2]]);
    expect([
      refusal(() => scaleNorm({ x, gamma: tensor([1, 1]) })),
      refusal(() => scaleNorm({ x, gamma: tensor(1) })),
      refusal(() => scaleNorm({ x }, { eps: -1 })),
      refusal(() => scaleNorm({ x: tensor([[], []]) })),
    ]).toEqual([
      'ShapeError: scaleNorm: expected gamma of shape [1], got [2]',
      'ShapeError: scaleNorm: expected gamma of shape [1], got []',
      'RangeError: scaleNorm: expected eps to be 0 or a small positive number, got -1',
      'RangeError: scaleNorm: expected at least one number to normalize over, got normalizedShape [0]',
    ]);
  },

  'value and gradients are those of its formula in PyTorch': (library) => {
    expectAsPyTorch(library, 'scale_norm', ({ x, g }, { eps }) => ({
      y: library.scaleNorm({ x, gamma: g }, { eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.scaleNorm)).toEqual([]);
  },
};
