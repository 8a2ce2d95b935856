import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

/** What is true of cosineScores, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the scores are the scale times the cosines, whatever the lengths': ({ cosineScores, tensor }) => {
    const [q, k] = [
      tensor([
        [3, 4],
        [0, 0.01],
      ]),
      tensor([
        [1, 0],
        [30, 40],
        [0, -7],
      ]),
    ];
    const y = cosineScores({ q, k, scale: tensor([10]) });
    expect(y.shape).toEqual([2, 3]);
    expectClose(y.data, [6, 10, -8, 0, 8, -10], 1e-15);
  },

  'each head may have a scale of its own': ({ cosineScores, tensor }) => {
    const q = tensor([[[[3, 4]], [[3, 4]]]]);
    const k = tensor([[[[1, 0]], [[0, 2]]]]);
    expectClose(cosineScores({ q, k, scale: tensor([[[10]], [[-1]]]) }).data, [6, -0.8], 1e-15);
  },

  'what comes back to a query is at a right angle to it, and to the scale the cosine': (library) => {
    const { cosineScores, gradient, tensor } = library;
    const [q, k, scale] = [tensor([[3, 4]]), tensor([[2, 0]]), tensor([10])];
    const y = cosineScores({ q, k, scale });
    const [dq, dk, dscale] = gradient(y, [q, k, scale], { dy: [[1]] });
    // k̂ less its part along q̂ = (0.6, 0.8) is (0.64, −0.48); times 10/5. q̂ less its part along k̂: (0, 0.8) times 10/2.
    expectClose(dq.data, [1.28, -0.96], 1e-14);
    expectClose(dk.data, [0, 4], 1e-14);
    expectClose(dscale.data, [0.6], 1e-15);
  },

  'rows shorter than ε, which is 1e-12 unless said otherwise, are divided by ε': (library) => {
    const { cosineScores, CosineScores, tensor } = library;
    const [k, scale] = [tensor([[1, 0]]), tensor([10])];
    const q = tensor([
      [0, 0],
      [1e-13, 0],
    ]);
    expectClose(cosineScores({ q, k, scale }).data, [0, 1], 1e-15);
    expectClose(cosineScores({ q: tensor([[0.1, 0]]), k, scale }, { eps: 0.5 }).data, [2], 1e-15);
    const short = tensor([[0.1, 0]]);
    expectClose(cosineScores({ q: k, k: short, scale }, { eps: 0.5 }).data, [2], 1e-15);
    expectClose(new CosineScores({ scale: 10 }).forward(q, k).data, [0, 1], 1e-15);
    expectClose(new CosineScores({ scale: 10, eps: 0.5 }).forward(short, k).data, [2], 1e-15);
  },

  'the learned scale starts as told, for all heads or for each, and may have a bound': (library) => {
    const { CosineScores, gradient, tensor } = library;
    const [q, k] = [tensor([[[[3, 4]], [[3, 4]]]]), tensor([[[[1, 0]], [[0, 1]]]])];
    const [all, each] = [
      new CosineScores({ scale: 10 }),
      new CosineScores({ scale: 10, heads: 2, most: 100 }),
    ];
    expect([all.scale.shape, each.scale.shape, all.most, each.most]).toEqual([[1], [2, 1, 1], Infinity, 100]);
    for (const scores of [all, each]) expectClose(scores.forward(q, k).data, [6, 8], 1e-15);
    all.scale.data[0] = 500;
    expectClose(all.forward(q, k).data, [300, 400], 1e-15);
    each.scale.data.set([50, 500]);
    const y = each.forward(q, k);
    expectClose(y.data, [30, 80], 1e-15);
    const dy = [[[[1]], [[1]]]];
    expectClose(gradient(y, [each.scale], { dy })[0].data, [0.6, 0], 1e-15);
  },

  'where a query must not look, the score is −∞': ({ CosineScores, tensor }) => {
    const k = tensor([
      [1, 0],
      [0, 1],
    ]);
    const y = new CosineScores({ scale: 10 }).forward(tensor([[3, 4]]), k, tensor([[1, 0]]));
    expectClose([y.data[0]], [6], 1e-15);
    expect(y.data[1]).toBe(-Infinity);
  },

  'what does not fit is refused in one sentence': ({
    cosineScores,
    CosineScores,
    ndarray,
    tensor,
    Tensor,
  }) => {
    const [q, k, scale] = [tensor([[1, 2]]), tensor([[3, 4]]), tensor([1])];
    const deep = tensor([[[1, 2]]]);
    expect([
      refusal(() => cosineScores({ q: tensor([1, 2]), k, scale })),
      refusal(() => cosineScores({ q, k: tensor([1, 2]), scale })),
      refusal(() => cosineScores({ q, k: tensor([[1]]), scale })),
      refusal(() => cosineScores({ q, k, scale: tensor(1) })),
      refusal(() => cosineScores({ q, k, scale: tensor([[[1]]]) })),
      refusal(() => cosineScores({ q: deep, k: deep, scale: tensor([1, 1]) })),
      refusal(() => cosineScores({ q, k, scale }, { eps: NaN })),
      refusal(() => cosineScores({ q: new Tensor(ndarray([], [1, 0])), k, scale })),
      refusal(() => new CosineScores({ scale: NaN })),
      refusal(() => new CosineScores({ scale: 1, most: NaN })),
      refusal(() => new CosineScores({ scale: 1, eps: -1 })),
    ]).toEqual([
      'ShapeError: cosineScores: expected q of shape [..., T, D], got [2]',
      'ShapeError: cosineScores: expected k of shape [..., S, 2], got [2]',
      'ShapeError: cosineScores: expected k of shape [..., S, 2], got [1, 1]',
      'ShapeError: cosineScores: expected scale of shape [1], got []',
      'ShapeError: cosineScores: expected scale of shape [1], got [1, 1, 1]',
      'ShapeError: cosineScores: expected scale of shape [1] or [1, 1, 1], got [2]',
      'RangeError: cosineScores: expected eps to be 0 or a small positive number, got NaN',
      'RangeError: cosineScores: expected at least one number to normalize over, got normalizedShape [0]',
      'RangeError: CosineScores: expected scale to be a number, got NaN',
      'RangeError: CosineScores: expected most to be a number, got NaN',
      'RangeError: CosineScores: expected eps to be 0 or a small positive number, got -1',
    ]);
  },

  'value and gradients are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'cosine_scores', ({ q, k, scale }, { eps }) => ({
      y: library.cosineScores({ q, k, scale }, { eps: eps as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.cosineScores)).toEqual([]);
  },
};
