import {
  add,
  BatchNorm,
  batchNorm,
  BatchRenorm,
  batchRenorm,
  filled,
  fuseBatchNorm,
  GhostBatchNorm,
  ghostBatchNorm,
  gradient,
  L1BatchNorm,
  l1BatchNorm,
  linear,
  LinfBatchNorm,
  linfBatchNorm,
  loadPyTorch,
  MaskedBatchNorm,
  maskedBatchNorm,
  mul,
  ndarray,
  parameterChecks,
  stream,
  Tensor,
  tensor,
  toPyTorch,
} from '../../../src/index.js';
import type { Layer, NDArray, Running } from '../../../src/index.js';
import type { RunningNorm, RunningNormOptions } from '../../../src/norm/batch-norm/running-norm.js';
import { expectClose, refusal } from '../golden.js';

const normals = (name: string, ...shape: number[]): Tensor => new Tensor(stream(name, 0).normals(shape));
const x = add(mul(normals('x', 4, 3, 2), 1.5), 0.5);
const single = ({ data, shape }: NDArray): Tensor => new Tensor(ndarray(data, shape, 'float32'));

/** Everything is real, so that the same can be asked of it as of the others. */
const all = ({ shape: [N, , ...positions] }: NDArray): NDArray => filled([N, 1, ...positions], 1);
class AllReal extends MaskedBatchNorm {
  override forward(batch: Tensor): Tensor {
    return super.forward(batch, all(batch));
  }
}

type Inputs = { readonly x: Tensor; readonly gamma: Tensor; readonly beta: Tensor };
type Options = { readonly eps: number; readonly momentum: number; readonly running: Running };
type Norm = RunningNorm & Layer;

/** Each module, and its operation with the same options. */
const norms: Readonly<
  Record<
    string,
    {
      readonly make: (C: number, options?: RunningNormOptions) => Norm;
      readonly op: (inputs: Inputs, options: Options) => Tensor;
      /** What it divides by in use; √(σ̄² + ε) unless said otherwise. */
      readonly divisor?: (kept: number, eps: number) => number;
    }
  >
> = {
  BatchNorm: { make: (C, options) => new BatchNorm(C, options), op: batchNorm },
  GhostBatchNorm: {
    make: (C, options) => new GhostBatchNorm(C, { size: 2, ...options }),
    op: (inputs, options) => ghostBatchNorm(inputs, { size: 2, ...options }),
  },
  BatchRenorm: {
    make: (C, options) => new BatchRenorm(C, { rMax: 1.25, dMax: 0.25, ...options }),
    op: (inputs, options) => batchRenorm(inputs, { rMax: 1.25, dMax: 0.25, ...options }),
  },
  AllReal: {
    make: (C, options) => new AllReal(C, options),
    op: (inputs, options) => maskedBatchNorm({ ...inputs, mask: all(inputs.x) }, options),
  },
  L1BatchNorm: { make: (C, options) => new L1BatchNorm(C, options), op: l1BatchNorm, divisor: Math.max },
  LinfBatchNorm: {
    make: (C, options) => new LinfBatchNorm(C, options),
    op: linfBatchNorm,
    divisor: Math.max,
  },
};

const deviation = (variance: number, eps: number): number => Math.sqrt(variance + eps);

/** γ and β that are neither 1 nor 0. */
function drawn(norm: Norm): { gamma: Tensor; beta: Tensor } {
  const [gamma, beta] = [norm.gamma, norm.beta] as [Tensor, Tensor];
  gamma.data.set(add(normals('gamma', norm.C), 1).data);
  beta.data.set(normals('beta', norm.C).data);
  return { gamma, beta };
}

const statistics = ({ runningMean, runningVariance }: RunningNorm): number[][] => [
  [...runningMean.data],
  [...runningVariance.data],
];
const start = [
  [0, 0, 0],
  [1, 1, 1],
];

describe.each(Object.entries(norms))('%s', (name, { make, op, divisor = deviation }) => {
  test('computes what its operation computes, and takes up what that takes up', () => {
    const norm = make(3, { eps: 0.1, momentum: 0.3 });
    const { gamma, beta } = drawn(norm);
    const running = { mean: tensor([0, 0, 0]), variance: tensor([1, 1, 1]) };
    for (const batch of [x, add(mul(x, 2), -1)]) {
      const want = op({ x: batch, gamma, beta }, { eps: 0.1, momentum: 0.3, running });
      const got = norm.forward(batch);
      expect(got.data).toEqual(want.data);
      const dy = normals('dy', ...x.shape);
      const back = (y: Tensor): unknown => gradient(y, [batch, gamma, beta], { dy }).map(({ data }) => data);
      expect(back(got)).toEqual(back(want));
      expect(statistics(norm)).toEqual([[...running.mean.data], [...running.variance.data]]);
    }
    expect(statistics(norm)).not.toEqual(start);
  });

  test('has gradients of γ and β that are those of differences, in training and in use', () => {
    const norm = make(3, { eps: 0.1, momentum: 0 });
    drawn(norm);
    for (const training of [true, false]) {
      const checks = parameterChecks(norm.train(training), x);
      expect([...checks.keys()]).toEqual(['gamma', 'beta']);
      for (const check of checks.values()) expect(check).toMatchObject({ ok: true });
    }
  });

  test('is in use an affine map by the running statistics, which stay as they are', () => {
    const norm = make(3, { eps: 0.1, momentum: 0.3 });
    const { gamma, beta } = drawn(norm);
    norm.forward(x);
    norm.evaluate();
    const [mean, second] = statistics(norm);
    const want = x.data.map((value, place) => {
      const c = Math.floor(place / 2) % 3;
      return (gamma.data[c] * (value - mean[c])) / divisor(second[c], 0.1) + beta.data[c];
    });
    expectClose(norm.forward(x).data, want, 1e-14);
    expect(norm.forward(new Tensor(ndarray(x.data.slice(0, 6), [1, 3, 2]))).data).toEqual(
      norm.forward(x).data.slice(0, 6),
    );
    expect(statistics(norm)).toEqual([mean, second]);
  });

  test('folds into the layer before it', () => {
    const norm = make(3, { eps: 0.1 });
    drawn(norm);
    norm.forward(x);
    norm.evaluate();
    const [input, weight, bias] = [normals('in', 4, 2), normals('W', 2, 3), normals('b', 3)];
    const fused = fuseBatchNorm({ weight, bias }, norm, { axis: 1 });
    const one = linear({ x: input, weight: new Tensor(fused.weight), bias: new Tensor(fused.bias) });
    expectClose(one.data, norm.forward(linear({ x: input, weight, bias })).data, 1e-14);
  });

  test('hands its state on, by its own names and by those of PyTorch', () => {
    const norm = make(3);
    drawn(norm);
    norm.forward(x);
    const [other, third] = [make(3), make(3)];
    expect([...norm.stateDict().keys()]).toEqual(['gamma', 'beta', 'runningMean', 'runningVariance']);
    expect([...toPyTorch(norm).keys()]).toEqual(['weight', 'bias', 'running_mean', 'running_var']);
    other.loadStateDict(norm.stateDict());
    loadPyTorch(third, toPyTorch(norm));
    const want = norm.evaluate().forward(x).data;
    for (const one of [other, third]) expect(one.evaluate().forward(x).data).toEqual(want);
    expect(make(3, { affine: false }).namedParameters().size).toBe(0);
  });

  test('says in use before any training that nothing has been measured; a state that was loaded will do', () => {
    const norm = make(3).evaluate();
    const says = `RangeError: ${name}: expected running statistics from training, got those of the start`;
    expect(refusal(() => norm.forward(x))).toContain(says);
    norm.train().forward(new Tensor(filled([0, 3, 2], 0)));
    expect(refusal(() => norm.evaluate().forward(x))).toContain(says);
    expect(statistics(norm)).toEqual(start);
    norm.loadStateDict(make(3).stateDict());
    expect(norm.forward(x).shape).toEqual(x.shape);
    const still = make(3, { momentum: 0 });
    still.forward(x);
    expect(still.evaluate().forward(x).shape).toEqual(x.shape);
  });

  test('takes nothing up from what it refuses, and nothing counts as measured then', () => {
    const norm = make(3);
    const refused = [
      [normals('x', 4, 2), `ShapeError: ${name}: expected x of shape [N, 3, ...], got [4, 2]`],
      [single(x), 'expected tensors of one dtype, got float32 and float64'],
    ] as const;
    for (const [batch, says] of refused) expect(refusal(() => norm.forward(batch))).toContain(says);
    expect(refusal(() => norm.forward(tensor([[1, 2, 3]])))).toContain('RangeError: ');
    expect(statistics(norm)).toEqual(start);
    expect(refusal(() => norm.evaluate().forward(x))).toContain('expected running statistics from training');
  });

  test('works in float32', () => {
    const [norm, double] = [make(3, { dtype: 'float32' }), make(3)];
    expectClose(norm.forward(single(x)).data, double.forward(x).data, 1e-6);
    statistics(norm).forEach((numbers, i) => expectClose(numbers, statistics(double)[i], 1e-6));
    expectClose(norm.evaluate().forward(single(x)).data, double.evaluate().forward(x).data, 1e-6);
  });

  test('refuses wrong options by name when it is made', () => {
    expect(() => make(0)).toThrow(`${name}: expected at least one number to normalize over`);
    expect(() => make(2, { eps: -1 })).toThrow(`${name}: expected eps to be 0 or a small positive number`);
    for (const momentum of [NaN, -0.5, 1.5])
      expect(() => make(2, { momentum })).toThrow(
        `${name}: expected momentum to be a number from 0 to 1, got ${momentum}`,
      );
  });
});
