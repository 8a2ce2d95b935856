import * as library from '../../../src/index.js';
import {
  add,
  BatchNorm,
  batchNorm,
  batchNormEvaluate,
  batchRenorm,
  batchStatistics,
  fuseBatchNorm,
  ghostBatchNorm,
  gradient,
  gradientCheck,
  linear,
  mergedStatistics,
  mul,
  stream,
  syncBatchNorm,
  Tensor,
  tensor,
  toNested,
} from '../../../src/index.js';
import { batchNormModes } from '../../../src/cli/golden/operations/batch-norm-modes.js';
import { expectAsPyTorch, expectClose, refusal } from '../golden.js';

const normals = (name: string, ...shape: number[]): Tensor => new Tensor(stream(name, 0).normals(shape));
const affine = (C: number): { gamma: Tensor; beta: Tensor } => ({
  gamma: add(normals('gamma', C), 1),
  beta: normals('beta', C),
});

test.each(Object.keys(batchNormModes))('value and gradients of %s are those of PyTorch', (op) => {
  expectAsPyTorch(library, op, (inputs, attributes) => ({ y: batchNormModes[op].run(inputs, attributes).y }));
});

test("with Bessel's correction the gradient is that of differences, too", () => {
  const { gamma, beta } = affine(2);
  const f = (x: Tensor, g: Tensor, b: Tensor): Tensor =>
    batchNorm({ x, gamma: g, beta: b }, { eps: 0.1, bessel: true });
  const inputs = [normals('x', 3, 2, 2), gamma, beta];
  expect(gradientCheck(f, inputs)).toMatchObject({ ok: true });
  const dy = normals('dy', 3, 2, 2);
  const way = (...some: Tensor[]): Tensor =>
    gradient(f(some[0], some[1], some[2]), some, { dy, createGraph: true })[0];
  expect(gradientCheck(way, inputs)).toMatchObject({ ok: true });
});

describe('statistics of parts, merged', () => {
  const x = add(mul(normals('x', 7, 3, 2), 2), 5);
  const cut = (starts: readonly number[]): Tensor[] =>
    starts.map((start, i) => library.slice(x, { axis: 0, start, end: starts[i + 1] ?? 7 }));

  test.each([[[0, 3]], [[0, 1, 2]], [[0, 6]]])('are those of the whole, cut at %j', (starts) => {
    const merged = mergedStatistics(cut(starts).map(batchStatistics));
    const whole = batchStatistics(x);
    expect(merged.n).toBe(whole.n);
    expectClose(merged.mean, whole.mean, 1e-14);
    expectClose(merged.variance, whole.variance, 1e-14);
  });

  test('far from zero they keep their digits', () => {
    const far = [
      [[1], [3]],
      [[5], [7], [9]],
    ].map((rows) => batchStatistics(add(tensor(rows), 1e9)));
    expectClose(mergedStatistics(far).variance, [8], 1e-12);
  });

  test('normalize several workers as one batch, gradients and all', () => {
    const { gamma, beta } = affine(3);
    const parts = cut([0, 2, 6]);
    const y = syncBatchNorm({ parts, gamma, beta }, { eps: 0.1 });
    const whole = batchNorm({ x, gamma, beta }, { eps: 0.1 });
    expectClose(library.concat(y, { axis: 0 }).data, whole.data, 1e-13);
    const dy = normals('dy', 7, 3, 2);
    const wanted = gradient(whole, [x, gamma, beta], { dy });
    const got = gradient(library.concat(y, { axis: 0 }), [...parts, gamma, beta], { dy });
    expectClose(library.concat(got.slice(0, 3), { axis: 0 }).data, wanted[0].data, 1e-12);
    got.slice(3).forEach(({ data }, i) => expectClose(data, wanted[i + 1].data, 1e-12));
  });

  test('what cannot be merged is refused in one sentence', () => {
    const sync = (...parts: Tensor[]): string => refusal(() => syncBatchNorm({ parts }));
    expect(sync()).toContain('syncBatchNorm: expected at least one part of a batch, got none');
    expect(sync(tensor([[1, 2]]), tensor([[1]]))).toContain(
      'expected every part of shape [N, 2], got [1, 1]',
    );
    expect(sync(tensor([[1, 2]]))).toContain('expected more than one value for each channel');
  });
});

test('ghost batches know nothing of each other, and running statistics take up one after the other', () => {
  const x = normals('x', 4, 2);
  const running = { mean: tensor([0, 0]), variance: tensor([1, 1]) };
  const y = ghostBatchNorm({ x }, { size: 2, running, momentum: 0.5 });
  const parts = [0, 2].map((start) => library.slice(x, { axis: 0, start, end: start + 2 }));
  const alone = { mean: tensor([0, 0]), variance: tensor([1, 1]) };
  const wanted = parts.map((part) => batchNorm({ x: part }, { running: alone, momentum: 0.5 }));
  expect([...y.data]).toEqual(wanted.flatMap(({ data }) => [...data]));
  expect(running.mean.data).toEqual(alone.mean.data);
  expect(refusal(() => ghostBatchNorm({ x }, { size: 0 }))).toContain('ghostBatchNorm: expected size');
  expect(refusal(() => ghostBatchNorm({ x: tensor([1]) }, { size: 1 }))).toContain(
    'ghostBatchNorm: expected x',
  );
  expect(refusal(() => ghostBatchNorm({ x }, { size: 3 }))).toBe(
    'RangeError: ghostBatchNorm: expected size to divide the 4 samples, got 3',
  );
});

describe('batch renormalization', () => {
  const x = add(mul(normals('x', 5, 2), 1.2), 0.2);
  const running = (): { mean: Tensor; variance: Tensor } => ({
    mean: tensor([0.1, -0.1]),
    variance: tensor([1, 2]),
  });

  test('computes the same in training and in use where nothing is cut off', () => {
    const y = batchRenorm({ x }, { running: running(), rMax: 100, dMax: 100 });
    expectClose(y.data, batchNormEvaluate({ x, running: running() }).data, 1e-12);
  });

  test('far from 0, and with another ε, it keeps its digits', () => {
    const far = tensor([[0.1], [-0.7], [1.3], [0.4], [0.25]].map(([value]) => [value + 1e8]));
    const around = { mean: tensor([1e8 + 0.5]), variance: tensor([2]) };
    const want = batchNormEvaluate({ x: far, running: around }, { eps: 0.5 }).data;
    expectClose(
      batchRenorm({ x: far }, { running: around, eps: 0.5, rMax: 100, dMax: 100 }).data,
      want,
      1e-13,
    );
  });

  test('is batch normalization at ρmax = 1 and δmax = 0, and takes the batch up afterwards', () => {
    const [mine, theirs] = [running(), running()];
    const y = batchRenorm({ x }, { running: mine, momentum: 0.3, rMax: 1, dMax: 0 });
    expectClose(y.data, batchNorm({ x }, { running: theirs, momentum: 0.3 }).data, 1e-14);
    expect(mine).toEqual(theirs);
  });

  test('refuses what it cannot use, and leaves the running statistics alone then', () => {
    const mine = running();
    const call = (options: object): string =>
      refusal(() => batchRenorm({ x }, { running: mine, ...options }));
    expect(call({ rMax: 0.5 })).toContain('batchRenorm: expected rMax to be a number from 1, got 0.5');
    expect(call({ dMax: -1 })).toContain('batchRenorm: expected dMax to be a number from 0, got -1');
    expect(call({ eps: -1 })).toContain('batchRenorm: expected eps');
    expect(call({ momentum: 2 })).toContain('batchRenorm: expected momentum');
    expect(refusal(() => batchRenorm({ x: tensor([[1, 2]]) }, { running: mine }))).toContain(
      'more than one value',
    );
    expect(refusal(() => batchRenorm({ x, gamma: tensor([1]) }, { running: mine }))).toContain(
      'expected gamma',
    );
    expect(mine).toEqual(running());
  });
});

describe('a norm folded into the layer before it', () => {
  const norm = new BatchNorm(3, { eps: 0.1 });
  norm.gamma?.data.set([0.5, -1, 2]);
  norm.beta?.data.set([1, 0, -3]);
  norm.runningMean.data.set([0.2, 0.4, -1]);
  norm.runningVariance.data.set([0.5, 2, 3]);
  norm.evaluate();

  test('does what both did, for a linear layer', () => {
    const [x, weight, bias] = [normals('x', 4, 2), normals('W', 2, 3), normals('b', 3)];
    const fused = fuseBatchNorm({ weight, bias }, norm, { axis: 1 });
    const both = norm.forward(linear({ x, weight, bias }));
    const one = linear({ x, weight: new Tensor(fused.weight), bias: new Tensor(fused.bias) });
    expectClose(one.data, both.data, 1e-14);
  });

  test('scales whole filters, and makes a bias where there was none', () => {
    const weight = normals('filters', 3, 2, 2, 2);
    const fused = fuseBatchNorm({ weight }, norm, { axis: 0 });
    const factor = [0.5, -1, 2].map((g, c) => g / Math.sqrt([0.5, 2, 3][c] + 0.1));
    expectClose(
      fused.weight.data,
      weight.data.map((w, place) => w * factor[Math.floor(place / 8)]),
      1e-15,
    );
    expectClose(
      fused.bias.data,
      factor.map((f, c) => [1, 0, -3][c] - [0.2, 0.4, -1][c] * f),
      1e-15,
    );
    const plain = fuseBatchNorm({ weight: tensor([[2]]) }, new BatchNorm(1, { affine: false, eps: 0 }), {
      axis: 0,
    });
    expect([toNested(plain.weight), toNested(plain.bias)]).toEqual([[[2]], [0]]);
  });

  test('is refused in another precision', () => {
    const weight = tensor([[1]], { dtype: 'float32' });
    expect(() => fuseBatchNorm({ weight }, new BatchNorm(1), { axis: 1 })).toThrow(
      'fuseBatchNorm: expected tensors of one dtype, got float32 and float64 (weight and the running mean)',
    );
  });

  test('is refused where the outputs are no channels', () => {
    expect(refusal(() => fuseBatchNorm({ weight: tensor([[1, 2]]) }, norm, { axis: 2 }))).toContain(
      'fuseBatchNorm: ',
    );
    expect(refusal(() => fuseBatchNorm({ weight: tensor([[1, 2]]) }, norm, { axis: 1 }))).toContain(
      'fuseBatchNorm: expected weight of shape 3 outputs along axis 1, one for each channel of the norm, got [1, 2]',
    );
    expect(
      refusal(() => fuseBatchNorm({ weight: normals('w', 2, 3), bias: tensor([1]) }, norm, { axis: 1 })),
    ).toContain('fuseBatchNorm: expected bias of shape [3], got [1]');
  });
});
