import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];

/** What is true of adaNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'a number one deviation from the mean gets the factor 1.1 below and 0.9 above': ({ adaNorm, tensor }) => {
    expectClose(adaNorm({ x: tensor([[1, 3]]) }, { eps: 0 }).data, [-1.1, 0.9], 1e-15);
    expectClose(adaNorm({ x: tensor([[1, 3]]) }, { eps: 0, scale: 2, k: -0.5 }).data, [-1, 3], 1e-15);
  },

  'without k it is layer normalization, back as well': ({ adaNorm, layerNorm, gradient, tensor }) => {
    const x = tensor([1, 2, -4]);
    const [y, want] = [adaNorm({ x }, { k: 0 }), layerNorm({ x })];
    expectClose(y.data, want.data, 1e-15);
    const dy = [1, -2, 0.5];
    expectClose(gradient(y, [x], { dy })[0].data, gradient(want, [x], { dy })[0].data, 1e-14);
  },

  'the factor is a constant on the way back: dx is that of layer normalization with it as γ': (library) => {
    const { adaNorm, layerNorm, gradient, tensor, Tensor } = library;
    const x = tensor([1, 2, -4, 0.5]);
    const y = adaNorm({ x }, { scale: -2, k: 0.3 });
    const xhat = layerNorm({ x });
    const factor = new Tensor({ ...xhat, data: xhat.data.map((value) => -2 * (1 - 0.3 * value)) });
    const dy = [1, -2, 0.5, 3];
    const want = gradient(layerNorm({ x, gamma: factor }), [x], { dy })[0];
    for (const createGraph of [false, true])
      expectClose(gradient(y, [x], { dy, createGraph })[0].data, want.data, 1e-14);
  },

  'scale 1, k = 0.1 and ε = 1e-5 are what it does unless said otherwise': ({ adaNorm, tensor }) => {
    const x = tensor([0.001, 0.002, 0.004]);
    expect(flat(adaNorm({ x }))).toEqual(flat(adaNorm({ x }, { scale: 1, k: 0.1, eps: 1e-5 })));
  },

  'what cannot be computed is refused in one sentence': ({ adaNorm, AdaNorm, tensor }) => {
    const x = tensor([[1, 2]]);
    expect([
      refusal(() => adaNorm({ x }, { k: NaN })),
      refusal(() => adaNorm({ x }, { scale: Infinity })),
      refusal(() => new AdaNorm(2, { eps: -1 })),
      refusal(() => adaNorm({ x: tensor(1) })),
      refusal(() => new AdaNorm(3).forward(x)),
    ]).toEqual([
      'RangeError: adaNorm: expected k to be a number, got NaN',
      'RangeError: adaNorm: expected scale to be a number, got Infinity',
      'RangeError: AdaNorm: expected eps to be 0 or a small positive number, got -1',
      'RangeError: adaNorm: expected at least one number to normalize over, got normalizedShape []',
      'ShapeError: AdaNorm: expected x of shape [..., 3], got [1, 2]',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'ada_norm', ({ x }, { eps, scale, k }) => ({
      y: library.adaNorm({ x }, { eps: eps as number, scale: scale as number, k: k as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.adaNorm)).toEqual([]);
  },
};
