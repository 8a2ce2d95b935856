import {
  add,
  batchNorm,
  batchNormEvaluate,
  filled,
  gradient,
  groupNorm,
  mul,
  parameterChecks,
  stream,
  SwitchableNorm,
  switchableNorm,
  Tensor,
  tensor,
  toNested,
} from '../../src/index.js';
import { expectClose } from './golden.js';

const x = add(mul(new Tensor(stream('x', 0).normals([3, 2, 4])), 2), 1);

test.each([
  ['instance', [1, 0, 0], groupNorm({ x }, { groups: 2 })],
  ['layer', [0, 1, 0], groupNorm({ x }, { groups: 1 })],
  ['batch', [0, 0, 1], batchNorm({ x })],
])('with all weight on %s normalization it is that one', (_name, weights, wanted) => {
  const logits = tensor(weights.map((weight) => 400 * weight));
  expectClose(switchableNorm({ x, meanLogits: logits, varianceLogits: logits }).data, wanted.data, 1e-12);
});

test('all parameters have a gradient, also those of the mixture', () => {
  const norm = new SwitchableNorm(2);
  expect([...norm.namedParameters().keys()]).toEqual(['gamma', 'beta', 'meanLogits', 'varianceLogits']);
  for (const [name, parameter] of norm.namedParameters())
    parameter.data.set(stream(name, 0).normals([parameter.data.length], { mean: 1 }).data);
  for (const check of parameterChecks(norm, x).values()) expect(check).toMatchObject({ ok: true });
  const dy = new Tensor(stream('dy', 0).normals(x.shape));
  const [dlogits] = gradient(norm.forward(x), [norm.varianceLogits], { dy });
  expect(dlogits.data.every((value) => Math.abs(value) > 1e-6)).toBe(true);
});

test('in use the running statistics stand for those of the batch, and nothing is taken up', () => {
  const norm = new SwitchableNorm(2, { momentum: 0.5 });
  norm.forward(x);
  const before = [toNested(norm.runningMean), toNested(norm.runningVariance)];
  expect(before).not.toEqual([
    [0, 0],
    [1, 1],
  ]);
  norm.evaluate();
  const alone = norm.forward(
    tensor([
      [
        [1, 2, 3, 4],
        [0, 1, 0, 5],
      ],
    ]),
  );
  const beside = norm.forward(
    tensor([
      [
        [1, 2, 3, 4],
        [0, 1, 0, 5],
      ],
      [
        [9, 9, 8, 9],
        [7, 0, 7, 7],
      ],
    ]),
  );
  expect([...beside.data.slice(0, 8)]).toEqual([...alone.data]);
  expect([toNested(norm.runningMean), toNested(norm.runningVariance)]).toEqual(before);
});

test('in use, with all weight on the batch, it is batch normalization in use', () => {
  const logits = tensor([0, 0, 400]);
  const running = { mean: tensor([0.5, -1]), variance: tensor([2, 0.25]) };
  expectClose(
    switchableNorm({ x, meanLogits: logits, varianceLogits: logits }, { running }).data,
    batchNormEvaluate({ x, running }).data,
    1e-12,
  );
});

test('the layer hands its ε on, in training and in use', () => {
  const norm = new SwitchableNorm(2, { eps: 0.5 });
  const logits = tensor([0, 0, 0]);
  const inputs = { x, meanLogits: logits, varianceLogits: logits };
  expect(norm.forward(x).data).toEqual(switchableNorm(inputs, { eps: 0.5 }).data);
  norm.evaluate();
  const running = { mean: norm.runningMean, variance: norm.runningVariance };
  expect(norm.forward(x).data).toEqual(switchableNorm(inputs, { eps: 0.5, running }).data);
});

test('a wrong shape or option is refused by name, and nothing is taken up then', () => {
  const logits = tensor([0, 0, 0]);
  const call =
    (change: object): (() => Tensor) =>
    () =>
      switchableNorm({ x, meanLogits: logits, varianceLogits: logits, ...change });
  expect(call({ meanLogits: tensor([1]) })).toThrow(
    'switchableNorm: expected meanLogits of shape [3], got [1]',
  );
  expect(call({ varianceLogits: tensor([1]) })).toThrow(
    'switchableNorm: expected varianceLogits of shape [3], got [1]',
  );
  expect(call({ gamma: tensor([1]) })).toThrow('switchableNorm: expected gamma of shape [2], got [1]');
  expect(call({ x: tensor([[1, 2]]) })).toThrow(
    'switchableNorm: expected x of shape [N, C, positions, ...], got [1, 2]',
  );
  const running = { mean: tensor([1]), variance: tensor([1, 2]) };
  expect(() => switchableNorm({ x, meanLogits: logits, varianceLogits: logits }, { running })).toThrow(
    'switchableNorm: expected the running mean of shape [2], got [1]',
  );
  expect(() => switchableNorm({ x, meanLogits: logits, varianceLogits: logits }, { eps: -1 })).toThrow(
    'expected eps',
  );
  expect(() => new SwitchableNorm(2, { momentum: 2 })).toThrow('SwitchableNorm: expected momentum');
  expect(() => new SwitchableNorm(2, { eps: -1 })).toThrow('SwitchableNorm: expected eps');
  expect(() => new SwitchableNorm(0)).toThrow('SwitchableNorm: expected at least one number');
  const norm = new SwitchableNorm(2);
  expect(() => norm.forward(tensor([[[1], [2], [3]]]))).toThrow(
    'SwitchableNorm: expected x of shape [N, 2, ...]',
  );
  expect(toNested(norm.runningMean)).toEqual([0, 0]);
});

test('equal numbers become β, however far from zero they are', () => {
  const logits = tensor([0, 1, -1]);
  for (const far of [0.1, 1e6 + 0.1, 1e30]) {
    const equal = new Tensor(filled([3, 2, 5], far));
    const y = switchableNorm({ x: equal, meanLogits: logits, varianceLogits: logits }, { eps: 1e-12 });
    expect([...y.data].every((value) => value === 0)).toBe(true);
  }
});

test('in use before any training it says so, and one value for each channel is refused in training', () => {
  const norm = new SwitchableNorm(2);
  const one = tensor([[[1], [2]]]);
  expect(() => norm.forward(one)).toThrow(
    'SwitchableNorm: expected more than one value for each channel in training, got x of shape [1, 2, 1]',
  );
  expect([toNested(norm.runningMean), toNested(norm.runningVariance)]).toEqual([
    [0, 0],
    [1, 1],
  ]);
  norm.forward(new Tensor(filled([0, 2, 1], 0)));
  expect(() => norm.evaluate().forward(x)).toThrow(
    'SwitchableNorm: expected running statistics from training, got those of the start',
  );
  norm.train().forward(x);
  expect(norm.evaluate().forward(one).shape).toEqual([1, 2, 1]);
  const loaded = new SwitchableNorm(2).evaluate();
  loaded.loadStateDict(new SwitchableNorm(2).stateDict());
  expect(loaded.forward(one).shape).toEqual([1, 2, 1]);
});
