import { crossEntropy, gradient, mul, reshape, tensor, toNested } from '../../src/index.js';
import type { CrossEntropyOptions, Tensor } from '../../src/index.js';
import { behaves, between } from '../autograd/ops/behaviour.js';
import { bothWays, expectBothWaysEqual } from './composition.js';

const K = 3;
const targets = tensor([2, -100, 0, 1]);

/** The definition, in probabilities, with no care for large numbers. */
function defined(x: readonly number[], classes: readonly number[], options: CrossEntropyOptions): number {
  const { reduction, ignoreIndex = -100, labelSmoothing = 0 } = options;
  const losses = classes.flatMap((t, n) => {
    if (t === ignoreIndex) return [];
    const weights = x.slice(n * K, (n + 1) * K).map(Math.exp);
    const total = weights.reduce((a, b) => a + b);
    const right = (k: number): number => (k === t ? 1 - labelSmoothing : 0) + labelSmoothing / K;
    return [weights.reduce((sum, e, k) => sum - right(k) * Math.log(e / total), 0)];
  });
  return losses.reduce((a, b) => a + b, 0) / (reduction === 'sum' ? 1 : losses.length);
}

const choices: [string, CrossEntropyOptions][] = [
  ['the mean over the rows that count', {}],
  ['the sum', { reduction: 'sum' }],
  ['another class ignored', { reduction: 'mean', ignoreIndex: 0 }],
  ['smoothed labels', { labelSmoothing: 0.3 }],
  ['smoothed labels, summed', { labelSmoothing: 0.1, reduction: 'sum' }],
  ['labels smoothed until nothing is left of them', { labelSmoothing: 1 }],
];

describe.each(choices)('%s', (_, options) => {
  const classes = options.ignoreIndex === 0 ? [2, 0, 0, 1] : [...targets.data];
  const f = (logits: Tensor): Tensor => crossEntropy({ logits, targets: tensor(classes) }, options);
  behaves({
    f,
    inputs: [between(-2, 2, [4, K])],
    want: (x) => [defined(x, classes, options)],
    shape: [],
    tolerance: 1e-15,
  });

  test('the backward by hand is that of the composition', () => {
    expectBothWaysEqual(f, [between(-3, 3, [4, K])]);
  });
});

test('the mean is the sum over the number of rows that count', () => {
  const logits = between(-1, 1, [4, K]);
  const [mean, sum] = (['mean', 'sum'] as const).map(
    (reduction) => crossEntropy({ logits, targets }, { reduction }).data[0],
  );
  expect(mean).toBe(sum / 3);
  expect(crossEntropy({ logits, targets }).data[0]).toBe(mean);
});

test('the rows may lie on several axes', () => {
  const logits = between(-1, 1, [2, 2, K]);
  const there = crossEntropy({ logits, targets: reshape(targets, [2, 2]) });
  expect(there.data[0]).toBe(crossEntropy({ logits: reshape(logits, [4, K]), targets }).data[0]);
  expect(gradient(there, [logits])[0].shape).toEqual([2, 2, K]);
});

test('logits of 10000 cost what they should, and the gradient is that of a wrong guess', () => {
  const logits = tensor([[1e4, 0, -1e4]]);
  const loss = crossEntropy({ logits, targets: tensor([2]) });
  expect(loss.data[0]).toBe(20000);
  expect(toNested(gradient(loss, [logits])[0])).toEqual([[1, 0, -1]]);
  expect(crossEntropy({ logits, targets: tensor([0]) }).data[0]).toBe(0);
  expect(crossEntropy({ logits, targets: tensor([2]) }, { labelSmoothing: 0.3 }).data[0]).toBeCloseTo(
    17000,
    10,
  );
});

test('a class that is out of the question costs nothing unless it is right', () => {
  const logits = tensor([[0, -Infinity, 0]]);
  expect(crossEntropy({ logits, targets: tensor([2]) }).data[0]).toBe(Math.LN2);
  expect(crossEntropy({ logits, targets: tensor([1]) }).data[0]).toBe(Infinity);
  const { byHand, composed } = bothWays((x) => crossEntropy({ logits: x, targets: tensor([2]) }), [logits]);
  expect(byHand[1]).toBeCloseTo(0, 300);
  byHand.forEach((value, i) => expect(composed[i]).toBeCloseTo(value, 14));
});

test('an ignored row does not matter, not even where it is NaN', () => {
  const logits = tensor([
    [1, 2, 0],
    [NaN, Infinity, 0],
  ]);
  const f = (x: Tensor): Tensor => crossEntropy({ logits: x, targets: tensor([0, -100]) });
  const alone = crossEntropy({ logits: tensor([[1, 2, 0]]), targets: tensor([0]) });
  expect(f(logits).data[0]).toBe(alone.data[0]);
  expect(bothWays(f, [logits]).byHand.slice(3)).toEqual([0, 0, 0]);
});

test('where every row is ignored the mean is NaN, the sum 0, and no gradient flows', () => {
  const none = { logits: between(-1, 1, [2, K]), targets: tensor([-100, -100]) };
  expect(crossEntropy(none).data[0]).toBeNaN();
  expect(crossEntropy(none, { reduction: 'sum' }).data[0]).toBe(0);
  const { byHand } = bothWays((logits) => crossEntropy({ ...none, logits }), [none.logits]);
  expect(byHand.every((value) => value === 0)).toBe(true);
});

test('the cotangent scales the gradient', () => {
  const logits = between(-1, 1, [4, K]);
  const [once] = gradient(crossEntropy({ logits, targets }), [logits]);
  const [twice] = gradient(mul(-2, crossEntropy({ logits, targets })), [logits]);
  twice.data.forEach((value, i) => expect(value).toBeCloseTo(-2 * once.data[i], 15));
});

test('the classes may be of another dtype', () => {
  const logits = tensor([[0, 0, 0]], { dtype: 'float32' });
  expect(crossEntropy({ logits, targets: tensor([1]) })).toMatchObject({ shape: [], dtype: 'float32' });
});

test.each([[3], [-1], [0.5], [NaN]])('refuses %p as one of three classes', (t) => {
  const logits = between(-1, 1, [2, K]);
  expect(() => crossEntropy({ logits, targets: tensor([0, t]) })).toThrow(
    new RangeError(`crossEntropy: expected classes from 0 to 2, or -100 for a row to ignore, got ${t}`),
  );
});

test('refuses what does not fit, in one sentence', () => {
  const logits = between(-1, 1, [2, K]);
  expect(() => crossEntropy({ logits, targets: tensor([[0, 1]]) })).toThrow(
    'crossEntropy: expected targets of shape [2], got [1, 2]. Give one class for each row of logits',
  );
  expect(() => crossEntropy({ logits: tensor(1), targets: tensor(0) })).toThrow(
    'crossEntropy: expected logits of shape [..., K], got []',
  );
  expect(() => crossEntropy({ logits, targets: tensor([0, 1]) }, { labelSmoothing: 1.5 })).toThrow(
    'crossEntropy: expected labelSmoothing from 0 to 1, got 1.5',
  );
  expect(() => crossEntropy({ logits, targets: tensor([0, 1]) }, { labelSmoothing: -0.1 })).toThrow(
    'got -0.1',
  );
  const none = { reduction: 'none' } as unknown as CrossEntropyOptions;
  expect(() => crossEntropy({ logits, targets: tensor([0, 1]) }, none)).toThrow(
    "crossEntropy: expected reduction to be 'mean' or 'sum', got 'none'",
  );
});

test('a list of classes is no tensor', () => {
  expect(() => crossEntropy({ logits: tensor([[1, 2]]), targets: [0] as never })).toThrow(
    'crossEntropy: expected targets to be a tensor, got a list. tensor(…) makes one',
  );
});
