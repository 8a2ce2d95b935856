import type { Tensor } from '../../../src/index.js';
import type { Library } from '../edited-library.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const flat = (x: Tensor): number[] => [...x.data];

/** What is true of batchNorm, checked on the library it is handed: the real one, or one with a planted bug. */
export const facts: Readonly<Record<string, (lib: Library) => void>> = {
  'two samples become −1 and 1, times γ, plus β': ({ batchNorm, tensor }) => {
    const x = tensor([
      [1, 20],
      [3, 10],
    ]);
    const y = batchNorm({ x, gamma: tensor([2, -3]), beta: tensor([0.5, 1]) }, { eps: 0 });
    expect(flat(y)).toEqual([-1.5, -2, 2.5, 4]);
  },

  'positions of one channel share its statistics': ({ batchNorm, tensor }) => {
    const x = tensor([
      [
        [1, 2],
        [0, 0],
      ],
      [
        [3, 4],
        [0, 8],
      ],
    ]);
    const [near, far] = [1 / Math.sqrt(5), 3 / Math.sqrt(5)];
    const y = flat(batchNorm({ x }, { eps: 0 }));
    expectClose([...y.slice(0, 2), ...y.slice(4, 6)], [-far, -near, near, far], 1e-15);
  },

  'a channel far from zero keeps its digits': ({ batchNorm, gradient, tensor }) => {
    const edge = 4503599627370496; // 2⁵²: its neighbours are 1 apart, so the mean of the channel cannot be stored.
    const channel = (offset: number): Tensor => tensor([[[offset, offset + 1]], [[offset + 2, offset + 4]]]);
    const [near, far] = [channel(0), channel(edge)];
    const [want, y] = [near, far].map((x) => batchNorm({ x }, { eps: 0 }));
    expectClose(y.data, want.data, 1e-15);
    const dy = [[[1, -2]], [[0.5, 3]]];
    expectClose(gradient(y, [far], { dy })[0].data, gradient(want, [near], { dy })[0].data, 1e-14);
  },

  'the running statistics take up a share of the batch, its variance divided by n − 1': (library) => {
    const { batchNorm, tensor } = library;
    const running = { mean: tensor([10, -1]), variance: tensor([2, 8]) };
    const x = tensor([
      [1, 0],
      [2, 4],
      [6, 8],
    ]);
    batchNorm({ x }, { running, momentum: 0.25 });
    expectClose(running.mean.data, [8.25, 0.25], 1e-15);
    expectClose(running.variance.data, [1.5 + 7 / 4, 6 + 4], 1e-15);
  },

  'they take up a tenth unless said otherwise, and with momentum 0 nothing': ({ batchNorm, tensor }) => {
    const x = tensor([[1], [3]]);
    const running = { mean: tensor([0]), variance: tensor([1]) };
    batchNorm({ x }, { running, momentum: 0 });
    expect([running.mean.data[0], running.variance.data[0]]).toEqual([0, 1]);
    batchNorm({ x }, { running });
    expectClose([running.mean.data[0], running.variance.data[0]], [0.2, 1.1], 1e-15);
  },

  'the running statistics of far numbers keep the digits of the mean': ({ batchNorm, tensor }) => {
    const edge = 4503599627370496;
    const running = { mean: tensor([0]), variance: tensor([1]) };
    batchNorm({ x: tensor([[edge], [edge + 1], [edge + 1], [edge + 2]]) }, { running, momentum: 1 });
    expect(running.mean.data[0] - edge).toBe(1);
    expectClose(running.variance.data, [2 / 3], 1e-15);
  },

  'no samples give no samples, and leave the running statistics as they are': (library) => {
    const { batchNorm, gradient, ndarray, tensor, Tensor } = library;
    const [x, gamma] = [new Tensor(ndarray([], [0, 2])), tensor([2, 3])];
    const running = { mean: tensor([5, 6]), variance: tensor([7, 8]) };
    const y = batchNorm({ x, gamma }, { running });
    expect([y.shape, flat(gradient(y, [gamma], { dy: x })[0])]).toEqual([
      [0, 2],
      [0, 0],
    ]);
    expect([flat(running.mean), flat(running.variance)]).toEqual([
      [5, 6],
      [7, 8],
    ]);
  },

  'a NaN spoils its own channel only': ({ batchNorm, tensor }) => {
    const y = batchNorm({
      x: tensor([
        [1, NaN],
        [2, 3],
      ]),
    });
    expect(flat(y).map(Number.isNaN)).toEqual([false, true, false, true]);
  },

  'with given statistics it is (x − 1)/2 for a mean of 1 and a variance of 4': (library) => {
    const { batchNormEvaluate, gradient, tensor } = library;
    const x = tensor([[3, 10]]);
    const running = { mean: tensor([1, 7]), variance: tensor([3, 8]) };
    const [gamma, beta] = [tensor([2, -1]), tensor([0.5, 0.25])];
    const y = batchNormEvaluate({ x, gamma, beta, running }, { eps: 1 });
    expect(flat(y)).toEqual([2.5, -0.75]);
    expect(gradient(y, [x, gamma, beta], { dy: [[1, 3]] }).map(flat)).toEqual([
      [1, -1],
      [1, 3],
      [1, 3],
    ]);
    expect(flat(batchNormEvaluate({ x, running }))).toEqual(
      flat(batchNormEvaluate({ x, gamma: tensor([1, 1]), beta: tensor([0, 0]), running }, { eps: 1e-5 })),
    );
  },

  'with given statistics the gradient and its gradient are those of differences': (library) => {
    const { batchNormEvaluate, gradient, gradientCheck, stream, tensor, Tensor } = library;
    const random = stream('evaluate', 3);
    const normals = (...shape: number[]): Tensor => new Tensor(random.normals(shape));
    const inputs = [normals(2, 3, 2), normals(3), normals(3)];
    const running = { mean: normals(3), variance: tensor([0.5, 1.25, 2]) };
    const f = (...[x, gamma, beta]: Tensor[]): Tensor => batchNormEvaluate({ x, gamma, beta, running });
    expect(gradientCheck(f, inputs)).toMatchObject({ ok: true });
    const dy = normals(2, 3, 2);
    const byHand = gradient(f(...inputs), inputs, { dy });
    const composed = gradient(f(...inputs), inputs, { dy, createGraph: true });
    byHand.forEach((one, i) => expectClose(composed[i].data, one.data, 1e-14));
    const way = (...all: Tensor[]): Tensor => gradient(f(...all), all, { dy, createGraph: true })[1];
    expect(gradientCheck(way, inputs)).toMatchObject({ ok: true });
  },

  'float32 differs from float64 by one rounding': ({ batchNormEvaluate, ndarray, stream, Tensor }) => {
    const random = stream('float32 channels', 0);
    const [x, mean] = [[5, 3], [3]].map((shape) => random.normals(shape, { dtype: 'float32' }));
    const variance = ndarray([0.5, 1.5, 2], [3], 'float32');
    const double = (a: typeof x): typeof x => ndarray(a.data, a.shape);
    const y = batchNormEvaluate({ x: new Tensor(x), running: { mean, variance } });
    const want = batchNormEvaluate({
      x: new Tensor(double(x)),
      running: { mean: double(mean), variance: double(variance) },
    });
    expect(y.dtype).toBe('float32');
    expect(flat(y)).toEqual(flat(want).map(Math.fround));
  },

  'what cannot be computed is refused in one sentence': (library) => {
    const { batchNorm, batchNormEvaluate, tensor } = library;
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    const running = { mean: tensor([1, 2]), variance: tensor([1]) };
    expect([
      refusal(() => batchNorm({ x: tensor([[1, 2]]) })),
      refusal(() => batchNorm({ x: tensor([1, 2]) })),
      refusal(() => batchNorm({ x }, { momentum: NaN })),
      refusal(() => batchNorm({ x }, { momentum: -0.1 })),
      refusal(() => batchNorm({ x }, { running })),
      refusal(() => batchNorm({ x, gamma: tensor([1]) })),
      refusal(() => batchNormEvaluate({ x, running })),
      refusal(() => batchNormEvaluate({ x, beta: tensor([1]), running })),
      refusal(() => batchNormEvaluate({ x, running }, { eps: -1 })),
    ]).toEqual([
      'RangeError: batchNorm: expected more than one value for each channel in training, got x of shape [1, 2]. ' +
        'Give it a larger batch, or use it with evaluate()',
      'ShapeError: batchNorm: expected x of shape [N, C, ...], got [2]',
      'RangeError: batchNorm: expected momentum to be a number from 0 to 1, got NaN',
      'RangeError: batchNorm: expected momentum to be a number from 0 to 1, got -0.1',
      'ShapeError: batchNorm: expected the running variance of shape [2], got [1]',
      'ShapeError: batchNorm: expected gamma of shape [2], got [1]',
      'ShapeError: batchNormEvaluate: expected the running variance of shape [2], got [1]',
      'ShapeError: batchNormEvaluate: expected beta of shape [2], got [1]',
      'RangeError: batchNormEvaluate: expected eps to be 0 or a small positive number, got -1',
    ]);
    expect(flat(running.mean)).toEqual([1, 2]);
  },

  'value, gradients and running statistics are those of PyTorch': (library) => {
    expectAsPyTorch(library, 'batch_norm_train', ({ x, g, b, rm, rv }, { eps, momentum }) => {
      const running = { mean: rm, variance: rv };
      const options = { eps: eps as number, momentum: momentum as number, running };
      const y = library.batchNorm({ x, gamma: g, beta: b }, options);
      return { y, running_mean: rm, running_var: rv };
    });
    expectAsPyTorch(library, 'batch_norm_eval', ({ x, g, b, rm, rv }, { eps }) => ({
      y: library.batchNormEvaluate(
        { x, gamma: g, beta: b, running: { mean: rm, variance: rv } },
        { eps: eps as number },
      ),
    }));
  },

  'the contract of a normalization is kept': ({ contractFindings, norms }) => {
    expect(contractFindings(norms.batchNorm)).toEqual([]);
  },

  'the module trains with the batch and is used with what it remembers': ({ BatchNorm, tensor }) => {
    const norm = new BatchNorm(2, { eps: 0, momentum: 0.5 });
    const x = tensor([
      [1, 20],
      [3, 10],
    ]);
    expect(flat(norm.forward(x))).toEqual([-1, 1, 1, -1]);
    expect([[...norm.runningMean.data], [...norm.runningVariance.data]]).toEqual([
      [1, 7.5],
      [1.5, 25.5],
    ]);
    norm.evaluate();
    expectClose(norm.forward(tensor([[4, 7.5]])).data, [3 / Math.sqrt(1.5), 0], 1e-15);
    expect([...norm.runningMean.data]).toEqual([1, 7.5]);
    const loaded = new BatchNorm(1, { eps: 0.75 });
    loaded.runningVariance.data.set([0.25]);
    loaded.evaluate();
    expect(flat(loaded.forward(tensor([[3]])))).toEqual([3]);
    expect([refusal(() => norm.forward(tensor([[1, 2, 3]])))]).toEqual([
      'ShapeError: BatchNorm: expected x of shape [N, 2, ...], got [1, 3]',
    ]);
  },
};
