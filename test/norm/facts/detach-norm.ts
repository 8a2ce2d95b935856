import type { Detached, Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const forms: readonly Detached[] = ['mean', 'variance', 'both'];
const flat = (x: Tensor): number[] => [...x.data];

/** What is true of detachNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'all three forms have the numbers of layer normalization': ({ detachNorm, layerNorm, tensor }) => {
    const inputs = {
      x: tensor([
        [1, 2, 4],
        [0.5, -3, 7],
      ]),
      gamma: tensor([2, -1, 0.5]),
      beta: tensor([1, 0.25, -3]),
    };
    for (const detach of forms) expect(flat(detachNorm(inputs, { detach }))).toEqual(flat(layerNorm(inputs)));
  },

  'with both detached dx is r · γ · dy': ({ detachNorm, gradient, tensor }) => {
    const x = tensor([1, 3, 5, 3]); // A variance of 2, so that r is 2/3 with ε = 1/4.
    const y = detachNorm({ x, gamma: tensor([3, -1.5, 6, 1]) }, { eps: 0.25 });
    expectClose(gradient(y, [x], { dy: [1, 1, 0.5, -3] })[0].data, [2, -1, 2, -2], 1e-15);
  },

  'what stays attached takes its part off, and the two parts make layer normalization': (library) => {
    const { detachNorm, layerNorm, gradient, tensor } = library;
    const x = tensor([1, 2, -4, 0.5]);
    const affine = { gamma: tensor([2, -1, 0.5, 3]), beta: tensor([1, 2, 3, 4]) };
    const dy = [1, -2, 0.5, 3];
    const dx = (y: Tensor): number[] => flat(gradient(y, [x], { dy })[0]);
    const whole = dx(layerNorm({ x, ...affine }));
    const [mean, variance, both] = forms.map((detach) => dx(detachNorm({ x, ...affine }, { detach })));
    expectClose(
      whole,
      both.map((value, i) => mean[i] + variance[i] - value),
      1e-14,
    );
    expect(Math.abs(variance.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-14);
    expect(Math.abs(mean.reduce((sum, value) => sum + value, 0))).toBeGreaterThan(0.1);
  },

  'both ways back agree in all three forms, and a detached r does not move with x': (library) => {
    const { detachNorm, gradient, tensor } = library;
    const [x, gamma, beta] = [tensor([1, 2, -4]), tensor([2, -1, 0.5]), tensor([1, 2, 3])];
    const dy = tensor([1, -2, 0.5]);
    for (const detach of forms) {
      const y = detachNorm({ x, gamma, beta }, { detach });
      const byHand = gradient(y, [x, gamma, beta], { dy });
      const composed = gradient(y, [x, gamma, beta], { dy, createGraph: true });
      byHand.forEach((one, i) => expectClose(composed[i].data, one.data, 1e-14));
      const again = flat(gradient(composed[0], [x], { dy: [1, 3, -2] })[0]);
      expect(again.every((value) => value === 0)).toBe(detach !== 'mean');
    }
  },

  'both and 1e-5 are what it does unless said otherwise': ({ detachNorm, gradient, tensor }) => {
    const x = tensor([0.001, 0.002, 0.004]);
    const dy = [1, 2, -1];
    const [plain, said] = [detachNorm({ x }), detachNorm({ x }, { detach: 'both', eps: 1e-5 })];
    expect(flat(plain)).toEqual(flat(said));
    expect(flat(gradient(plain, [x], { dy })[0])).toEqual(flat(gradient(said, [x], { dy })[0]));
  },

  'what cannot be computed is refused in one sentence': ({ detachNorm, DetachNorm, tensor }) => {
    const x = tensor([[1, 2]]);
    const wrong = { detach: 'median' as Detached };
    expect([
      refusal(() => detachNorm({ x }, wrong)),
      refusal(() => new DetachNorm(2, wrong)),
      refusal(() => detachNorm({ x, beta: tensor([1]) })),
      refusal(() => detachNorm({ x: tensor(1) })),
      refusal(() => new DetachNorm(3).forward(x)),
    ]).toEqual([
      "RangeError: detachNorm: expected detach to be 'mean', 'variance' or 'both', got 'median'",
      "RangeError: DetachNorm: expected detach to be 'mean', 'variance' or 'both', got 'median'",
      'ShapeError: detachNorm: expected beta of shape [2], got [1]',
      'RangeError: detachNorm: expected at least one number to normalize over, got normalizedShape []',
      'ShapeError: DetachNorm: expected x of shape [..., 3], got [1, 2]',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'detach_norm', ({ x, g, b }, { detach, eps }) => ({
      y: library.detachNorm({ x, gamma: g, beta: b }, { detach: detach as Detached, eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept in all three forms': ({ contractFindings, detachNorm, norms }) => {
    for (const detach of forms)
      expect(
        contractFindings({
          ...norms.detachNorm,
          apply: (inputs, options) => detachNorm(inputs, { ...options, detach }),
        }),
      ).toEqual([]);
    expect(contractFindings(norms.detachNorm)).toEqual([]);
  },
};
