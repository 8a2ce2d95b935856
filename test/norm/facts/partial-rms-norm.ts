import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

/** What is true of partialRmsNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'the first two of 1, 7, 10, −5 have the root mean square 5': ({ partialRmsNorm, tensor }) => {
    const [x, gamma] = [tensor([1, 7, 10, -5]), tensor([10, -5, 2, 1])];
    expectClose(partialRmsNorm({ x, gamma }, { p: 0.5, eps: 0 }).data, [2, -7, 4, -1], 1e-15);
  },

  'ε = 7 beside a mean square of 9 divides by 4': ({ partialRmsNorm, tensor }) => {
    const y = partialRmsNorm({ x: tensor([3, -3, 8, 1]) }, { p: 0.5, eps: 7 });
    expectClose(y.data, [0.75, -0.75, 2, 0.25], 1e-15);
  },

  'k is p · C rounded up, at least one number, and rounding errors do not count': (library) => {
    const { partialRmsNorm, rmsNorm, tensor } = library;
    const numbers = Array.from({ length: 100 }, (_, i) => i + 1);
    const first = (C: number, p: number): number => {
      const y = partialRmsNorm({ x: tensor(numbers.slice(0, C)) }, { p, eps: 0 }).data[0];
      const alone = (k: number): number => rmsNorm({ x: tensor(numbers.slice(0, k)) }, { eps: 0 }).data[0];
      return 1 + numbers.findIndex((k) => Math.abs(alone(k) - y) < 1e-12);
    };
    expect([first(4, 0.5), first(5, 0.5), first(5, 0.3), first(4, 1)]).toEqual([2, 3, 2, 4]);
    expect([first(16, 0.0625), first(17, 0.0625), first(4, 0.01)]).toEqual([1, 2, 1]);
    expect([first(100, 0.07), 100 * 0.07 > 7, first(100, 0.29), first(100, 0.57)]).toEqual([7, true, 29, 57]);
  },

  'with p = 1 it is root mean square normalization, forward and back': (library) => {
    const { partialRmsNorm, rmsNorm, gradient, stream, Tensor } = library;
    const random = stream('whole rows', 0);
    const [x, gamma, dy] = [[3, 5], [5], [3, 5]].map((shape) => new Tensor(random.normals(shape)));
    const [y, want] = [partialRmsNorm({ x, gamma }, { p: 1 }), rmsNorm({ x, gamma })];
    expect([...y.data]).toEqual([...want.data]);
    const [got, wanted] = [y, want].map((each) => gradient(each, [x, gamma], { dy }));
    wanted.forEach((each, i) => expectClose(got[i].data, each.data, 1e-15));
  },

  'a number behind the first k gets dy · γ/rms, whatever else is in the row': (library) => {
    const { partialRmsNorm, gradient, tensor } = library;
    const [x, gamma] = [tensor([1, 7, 10, -5]), tensor([1, 2, 3, 4])];
    const y = partialRmsNorm({ x, gamma }, { p: 0.5, eps: 0 });
    const dx = gradient(y, [x], { dy: [1, -1, 0.5, 2] })[0].data;
    expectClose([dx[2], dx[3]], [0.3, 1.6], 1e-15);
    // Σ g ⊙ x̂ / k = (0.2 − 2.8 + 3 − 8) / 2 = −3.8.
    expectClose([dx[0], dx[1]], [(1 + 0.2 * 3.8) / 5, (-2 + 1.4 * 3.8) / 5], 1e-15);
  },

  'without γ it is as with γ = 1; ε is 1e-5 and p a sixteenth unless said otherwise': (library) => {
    const { partialRmsNorm, filled, stream, Tensor } = library;
    const x = new Tensor(stream('defaults', 0).normals([2, 40], { deviation: 0.01 }));
    const y = partialRmsNorm({ x, gamma: new Tensor(filled([40], 1)) }, { eps: 1e-5, p: 0.0625 });
    expect([...partialRmsNorm({ x }).data]).toEqual([...y.data]);
  },

  'a row that begins with zeros is divided by √ε, and its gradient is finite': (library) => {
    const { partialRmsNorm, gradient, tensor } = library;
    const x = tensor([0, 0, 3, -1]);
    const y = partialRmsNorm({ x }, { p: 0.5, eps: 0.25 });
    expect([...y.data, ...gradient(y, [x], { dy: [1, -1, 2, 0] })[0].data]).toEqual([
      0, 0, 6, -2, 2, -2, 4, 0,
    ]);
  },

  'no rows give no rows, and zeros for γ': ({ partialRmsNorm, gradient, ndarray, tensor, Tensor }) => {
    const [x, gamma] = [new Tensor(ndarray([], [0, 2])), tensor([2, 3])];
    const y = partialRmsNorm({ x, gamma });
    expect([y.shape, [...gradient(y, [gamma], { dy: x })[0].data]]).toEqual([
      [0, 2],
      [0, 0],
    ]);
  },

  'what cannot be computed is refused in one sentence': ({ partialRmsNorm, tensor }) => {
    const x = tensor([[1, 2]]);
    const part = (p: number): string => refusal(() => partialRmsNorm({ x }, { p }));
    const expected = 'RangeError: partialRmsNorm: expected p to be above 0 and at most 1, got';
    expect([part(0), part(-0.5), part(NaN), part(6.25)]).toEqual([
      `${expected} 0`,
      `${expected} -0.5`,
      `${expected} NaN`,
      `${expected} 6.25. It is a part of the row: 6.25 % is 0.0625`,
    ]);
    expect([
      refusal(() => partialRmsNorm({ x, gamma: tensor([1]) })),
      refusal(() => partialRmsNorm({ x }, { eps: NaN })),
      refusal(() => partialRmsNorm({ x: tensor(3) })),
    ]).toEqual([
      'ShapeError: partialRmsNorm: expected gamma of shape [2], got [1]',
      'RangeError: partialRmsNorm: expected eps to be 0 or a small positive number, got NaN',
      'RangeError: partialRmsNorm: expected at least one number to normalize over, got normalizedShape []',
    ]);
  },

  'value and gradients are those of its formula in PyTorch': (library) => {
    expectAsPyTorch(library, 'partial_rms_norm', ({ x, g }, { eps, p }) => ({
      y: library.partialRmsNorm({ x, gamma: g }, { eps: eps as number, p: p as number }),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.partialRmsNorm)).toEqual([]);
  },
};
