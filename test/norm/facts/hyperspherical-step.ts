import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];
const half = Math.sqrt(0.5);

/** What is true of hypersphericalStep, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'it stays with α = 0, goes halfway with 0.5 and all the way with 1': ({ hypersphericalStep, tensor }) => {
    const [h, branch] = [tensor([[1, 0]]), tensor([[0, 7]])];
    const after = (alpha: number): number[] =>
      flat(hypersphericalStep({ h, branch, alpha: tensor([alpha, alpha]) }));
    expectClose(after(0), [1, 0], 1e-15);
    expectClose(after(0.5), [half, half], 1e-15);
    expectClose(after(1), [0, 1], 1e-15);
  },

  'each feature goes its own part of the way': ({ hypersphericalStep, tensor }) => {
    const [h, branch] = [tensor([[1, 0]]), tensor([[0, 7]])];
    // h + α ⊙ (Norm(f) − h) = (1 − 1/4, 0 + 1): a length of 5/4.
    const y = hypersphericalStep({ h, branch, alpha: tensor([0.25, 1]) });
    expectClose(y.data, [0.6, 0.8], 1e-15);
  },

  'the length of what the sub-layer says does not count, that of the stream does': (library) => {
    const { hypersphericalStep, mul, stream, tensor, Tensor } = library;
    const [h, branch] = ['h', 'branch'].map((name) => new Tensor(stream(name, 0).normals([2, 3])));
    const alpha = tensor([0.3, 0.5, 0.1]);
    const y = hypersphericalStep({ h, branch, alpha });
    expectClose(hypersphericalStep({ h, branch: mul(branch, 9), alpha }).data, y.data, 1e-15);
    const far = hypersphericalStep({ h: mul(h, 9), branch, alpha });
    expect(Math.abs(far.data[0] - y.data[0])).toBeGreaterThan(1e-3);
  },

  'HypersphericalStep starts with α = 0.05 and learns |s|, 1/√C at the start': (library) => {
    const { HypersphericalStep, hypersphericalStep, gradient, tensor } = library;
    const [h, branch] = [tensor([[1, 0, 0, 0]]), tensor([[0, 2, 0, 0]])];
    const step = new HypersphericalStep(4);
    expectClose(step.alpha().data, [0.05, 0.05, 0.05, 0.05], 1e-15);
    expectClose(step.s.data, [0.5, 0.5, 0.5, 0.5], 1e-15);
    const alpha = tensor([0.05, 0.05, 0.05, 0.05]);
    expectClose(step.forward(h, branch).data, hypersphericalStep({ h, branch, alpha }).data, 1e-15);
    const other = new HypersphericalStep(4, { start: 0.5 });
    other.s.data.set([-0.5, 1, 0.25, 0.5]);
    expectClose(other.alpha().data, [0.5, 1, 0.25, 0.5], 1e-15);
    expectClose(gradient(other.alpha(), [other.s], { dy: [1, 1, 1, 1] })[0].data, [-1, 1, 1, 1], 1e-15);
  },

  'ε, 1e-12 unless said otherwise, keeps zeros zeros': ({
    hypersphericalStep,
    HypersphericalStep,
    tensor,
  }) => {
    const [zero, alpha] = [tensor([[0, 0]]), tensor([1, 1])];
    expect(flat(hypersphericalStep({ h: zero, branch: zero, alpha }))).toEqual([0, 0]);
    const branch = tensor([[1e-13, 0]]);
    expectClose(hypersphericalStep({ h: zero, branch, alpha }).data, [1, 0], 1e-15);
    expectClose(hypersphericalStep({ h: zero, branch, alpha: tensor([1e-12, 1]) }).data, [0.1, 0], 1e-15);
    const wide = new HypersphericalStep(2, { eps: 0.5, start: 1 });
    expectClose(wide.forward(zero, tensor([[0.1, 0]])).data, [0.4, 0], 1e-15);
  },

  'what cannot be computed is refused in one sentence': ({
    hypersphericalStep,
    HypersphericalStep,
    tensor,
  }) => {
    const [h, alpha] = [tensor([[1, 0]]), tensor([1, 1])];
    expect([
      refusal(() => hypersphericalStep({ h, branch: tensor([1, 0]), alpha })),
      refusal(() => hypersphericalStep({ h, branch: h, alpha: tensor([1]) })),
      refusal(() => hypersphericalStep({ h, branch: h, alpha }, { eps: -1 })),
      refusal(() => hypersphericalStep({ h: tensor(1), branch: tensor(1), alpha: tensor(1) })),
      refusal(() => new HypersphericalStep(0)),
      refusal(() => new HypersphericalStep(2, { start: NaN })),
      refusal(() => new HypersphericalStep(2, { eps: NaN })),
    ]).toEqual([
      'ShapeError: hypersphericalStep: expected branch of shape [1, 2], got [2]',
      'ShapeError: hypersphericalStep: expected alpha of shape [2], got [1]',
      'RangeError: hypersphericalStep: expected eps to be 0 or a small positive number, got -1',
      'RangeError: hypersphericalStep: expected at least one number to normalize over, got normalizedShape []',
      'RangeError: HypersphericalStep: expected at least one number to normalize over, got normalizedShape [0]',
      'RangeError: HypersphericalStep: expected start to be a number, got NaN',
      'RangeError: HypersphericalStep: expected eps to be 0 or a small positive number, got NaN',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'hyperspherical_step', ({ h, branch, alpha }, { eps }) => ({
      y: library.hypersphericalStep({ h, branch, alpha }, { eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.hypersphericalStep)).toEqual([]);
  },
};
