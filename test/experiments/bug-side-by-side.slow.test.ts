import { gradient } from '../../src/autograd/gradient.js';
import { Tensor } from '../../src/autograd/tensor.js';
import {
  BatchNormStopped,
  bugSideBySide,
  LayerNormOverBatch,
} from '../../src/experiments/bug-side-by-side.js';
import { BatchNorm } from '../../src/norm/batch-norm/index.js';
import { LayerNorm } from '../../src/norm/layer-norm.js';
import { stream } from '../../src/tensor/random.js';
import { asIf, misjudged } from './as-if.js';
import { firstLosses } from './first-losses.js';

const random = stream('bugs', 6);
const normals = (...shape: number[]): Tensor => new Tensor(random.normals(shape));

function withRandom<N extends { gamma: Tensor | undefined; beta: Tensor | undefined }>(
  norm: N,
  seed: number,
): N {
  for (const parameter of [norm.gamma, norm.beta])
    if (parameter) parameter.data.set(stream(`affine ${seed}`, 6).normals(parameter.shape).data);
  return norm;
}

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));

test('BatchNorm without a gradient through its statistics gives the same numbers, and another way back', () => {
  const [x, dy] = [normals(6, 3), normals(6, 3)];
  const [right, wrong] = [withRandom(new BatchNorm(3), 1), withRandom(new BatchNormStopped(3), 1)];
  const [y, same] = [right.forward(x), wrong.forward(x)];
  expect(furthest(y.data, same.data)).toBeLessThan(1e-14);
  expect([wrong.runningMean, wrong.runningVariance]).toEqual([right.runningMean, right.runningVariance]);
  const of = (norm: BatchNorm, out: Tensor): Tensor[] =>
    gradient(out, [x, norm.gamma as Tensor, norm.beta as Tensor], { dy });
  const [dx, dgamma, dbeta] = of(right, y);
  const [wrongDx, ...others] = of(wrong, same);
  expect(furthest(dx.data, wrongDx.data)).toBeGreaterThan(0.05);
  [dgamma, dbeta].forEach(({ data }, i) => expect(furthest(data, others[i].data)).toBeLessThan(1e-13));
  // With constant statistics the way back is a factor per channel: dy · γ · rstd.
  const channel = [0, 1, 2, 3, 4, 5].map((n) => x.data[3 * n]);
  const mean = channel.reduce((sum, value) => sum + value / 6, 0);
  const variance = channel.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 6;
  const factor = (right.gamma as Tensor).data[0] / Math.sqrt(variance + right.eps);
  for (let n = 0; n < 6; n++) expect(wrongDx.data[3 * n]).toBeCloseTo(factor * dy.data[3 * n], 12);
  expect([...wrong.evaluate().forward(x).data]).toEqual([...right.evaluate().forward(x).data]);
});

test('LayerNorm over the batch lets one string change another, and is right for a single one', () => {
  const [x, right, wrong] = [
    normals(3, 4, 5),
    withRandom(new LayerNorm(5), 2),
    withRandom(new LayerNormOverBatch(5), 2),
  ];
  const changed = new Tensor({ ...x, data: x.data.slice() });
  changed.data[0] += 1;
  const others = (y: Tensor): number[] => [...y.data].slice(4 * 5);
  expect(others(right.forward(changed))).toEqual(others(right.forward(x)));
  expect(furthest(others(wrong.forward(changed)), others(wrong.forward(x)))).toBeGreaterThan(0.01);
  const one = normals(1, 4, 5);
  expect(furthest(wrong.forward(one).data, right.forward(one).data)).toBeLessThan(1e-14);
});

test('what is mended learns as what is right, and what is wrong does not', () => {
  const pairs = [
    ['deepnorm-alpha-on-branch', 'right-deepnorm', 1],
    ['layer-norm-over-batch', 'right-layer-norm', 1],
    // The first loss is the same: nothing has been learned from a gradient.
    ['batch-norm-stopped-gradient', 'right-batch-norm', 2],
  ] as const;
  for (const [wrong, right, steps] of pairs) {
    const asItShould = firstLosses(bugSideBySide, right, { steps });
    expect(firstLosses(bugSideBySide, wrong, { steps, sabotage: 'mended' })).toEqual(asItShould);
    expect(firstLosses(bugSideBySide, wrong, { steps })).not.toEqual(asItShould);
  }
});

test('without any norm in place of LayerNorm over the batch, something else is learned', () => {
  const arm = 'layer-norm-over-batch';
  const losses = firstLosses(bugSideBySide, arm, { steps: 1 });
  expect(firstLosses(bugSideBySide, arm, { steps: 1, sabotage: 'no-norm' })).not.toEqual(losses);
});

test('the claims hold on what seed 0 gave, and notice what is wrong with it', () => {
  const found: Readonly<Record<string, number>> = {
    'right-deepnorm': 0.126,
    'deepnorm-alpha-on-branch': 3.479,
    'right-layer-norm': 0.073,
    'layer-norm-over-batch': 0.105,
    'right-batch-norm': 0.741,
    'batch-norm-stopped-gradient': 1.223,
  };
  const results = asIf(bugSideBySide, ({ arm }) => ({ evalLoss: found[arm] }));
  expect(misjudged(bugSideBySide, results)).toEqual([]);
});
