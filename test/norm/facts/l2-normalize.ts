import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];

/** What is true of l2Normalize, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'each row gets the length 1, and a row of zeros stays': ({ l2Normalize, tensor }) => {
    const x = tensor([
      [3, 4],
      [0, -2],
      [0, 0],
    ]);
    expectClose(l2Normalize({ x }).data, [0.6, 0.8, 0, -1, 0, 0], 1e-15);
  },

  'the product of two rows becomes the cosine of their angle': ({
    l2Normalize,
    matmul,
    tensor,
    transpose,
  }) => {
    const rows = l2Normalize({
      x: tensor([
        [5, 0],
        [2, 2],
        [0, -3],
      ]),
    });
    const [c, products] = [Math.SQRT1_2, matmul(rows, transpose(rows)).data];
    expectClose(products, [1, c, 0, c, 1, -c, 0, -c, 1], 1e-15);
  },

  'the gradient is at right angles to the row, so that a step makes it longer': (library) => {
    const { l2Normalize, gradient, tensor } = library;
    const x = tensor([1, 2, -4]);
    const dx = gradient(l2Normalize({ x }), [x], { dy: [1, 3, -2] })[0].data;
    expect(Math.abs(dx[0] + 2 * dx[1] - 4 * dx[2])).toBeLessThan(1e-15);
    const after = x.data.map((value, i) => value - 0.1 * dx[i]);
    expect(Math.hypot(...after)).toBeGreaterThan(Math.hypot(...x.data) + 1e-5);
  },

  'a row of twice the length becomes the same, and gets half the gradient': (library) => {
    const { l2Normalize, gradient, tensor } = library;
    const [x, twice] = [tensor([1, 2, -4]), tensor([2, 4, -8])];
    const [dx, dTwice] = [x, twice].map((a) => gradient(l2Normalize({ x: a }), [a], { dy: [1, 3, -2] })[0]);
    expect(flat(l2Normalize({ x: twice }))).toEqual(flat(l2Normalize({ x })));
    expectClose(
      dTwice.data,
      flat(dx).map((value) => value / 2),
      1e-15,
    );
  },

  'a row shorter than ε is divided by ε, and its gradient is dy/ε': ({ l2Normalize, gradient, tensor }) => {
    const x = tensor([
      [0.75, -1],
      [0, 0],
    ]);
    const y = l2Normalize({ x }, { eps: 4 });
    const dy = [
      [1, 3],
      [-2, 4],
    ];
    expect([flat(y), flat(gradient(y, [x], { dy })[0])]).toEqual([
      [0.1875, -0.25, 0, 0],
      [0.25, 0.75, -0.5, 1],
    ]);
  },

  'on either side of the kink the gradient is that of differences, and so is its gradient': (library) => {
    const { l2Normalize, gradient, gradientCheck, tensor } = library;
    const x = tensor([
      [3, -4, 1],
      [0.3, 0.4, -0.2],
    ]);
    const dy = [
      [1, -2, 0.5],
      [3, 0.25, -1],
    ];
    for (const eps of [0.1, 2, 50]) {
      const apply = (a: Tensor): Tensor => l2Normalize({ x: a }, { eps });
      const way = (a: Tensor): Tensor => gradient(apply(a), [a], { dy, createGraph: true })[0];
      expect(gradientCheck(apply, [x])).toMatchObject({ ok: true });
      expect(gradientCheck(way, [x])).toMatchObject({ ok: true });
    }
  },

  'the way through the composition gives the same gradient on both sides, and for zeros': (library) => {
    const { l2Normalize, gradient, tensor } = library;
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
      const y = l2Normalize({ x }, { eps });
      const [byHand, composed] = [false, true].map((createGraph) => gradient(y, [x], { dy, createGraph })[0]);
      expectClose(composed.data, byHand.data, 1e-15);
    }
  },

  'at the kink itself the gradient is that of longer rows': ({ l2Normalize, gradient, tensor }) => {
    const x = tensor([3, 4]);
    const y = l2Normalize({ x }, { eps: 5 });
    for (const createGraph of [false, true]) {
      const [dx] = gradient(y, [x], { dy: [1, 0], createGraph });
      expectClose(dx.data, [(1 - 0.36) / 5, -0.48 / 5], 1e-15);
    }
  },

  'ε is 1e-12 unless said otherwise': ({ l2Normalize, tensor }) => {
    const x = tensor([
      [3e-13, 4e-13],
      [3e-12, 4e-12],
    ]);
    expectClose(l2Normalize({ x }).data, [0.3, 0.4, 0.6, 0.8], 1e-15);
  },

  'what cannot be computed is refused in one sentence': ({ l2Normalize, tensor }) => {
    expect([
      refusal(() => l2Normalize({ x: tensor([[1, 2]]) }, { eps: NaN })),
      refusal(() => l2Normalize({ x: tensor(3) })),
    ]).toEqual([
      'RangeError: l2Normalize: expected eps to be 0 or a small positive number, got NaN',
      'RangeError: l2Normalize: expected at least one number to normalize over, got normalizedShape []',
    ]);
  },

  'value and gradient are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'l2_normalize', ({ x }, { eps }) => ({
      y: library.l2Normalize({ x }, { eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.l2Normalize)).toEqual([]);
  },
};
