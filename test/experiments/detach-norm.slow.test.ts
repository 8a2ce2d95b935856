import { detachNormExperiment } from '../../src/experiments/detach-norm.js';
import { asIf, misjudged } from './as-if.js';
import { firstLosses } from './first-losses.js';

const losses = (arm: string, sabotage?: string): unknown[] =>
  firstLosses(detachNormExperiment, arm, { steps: 2, ...(sabotage !== undefined && { sabotage }) });

test('what is detached does not change the first loss, but what is learned from it', () => {
  const [simple, ...detaching] = ['simple', 'detach', 'detach-mean', 'detach-variance'].map((arm) =>
    losses(arm),
  );
  for (const [first] of detaching) expect(Math.abs(Number(first) - Number(simple[0]))).toBeLessThan(1e-12);
  expect(new Set([simple, ...detaching].map(([, second]) => Number(second).toFixed(9))).size).toBe(4);
});

test('every arm has a norm of its own', () => {
  const found = detachNormExperiment.arms.map((arm) => losses(arm).join());
  expect(new Set(found).size).toBe(8);
});

test('each sabotage makes of an arm what its words say', () => {
  for (const arm of ['detach', 'detach-mean', 'detach-variance'])
    expect(losses(arm, 'detach-nothing')).toEqual(losses('simple'));
  for (const arm of ['detach-mean', 'detach-variance'])
    expect(losses(arm, 'variance-too')).toEqual(losses('detach'));
  expect(losses('layer-norm', 'layer-norm-detached')[0]).toBeCloseTo(Number(losses('layer-norm')[0]), 12);
  expect(losses('layer-norm', 'layer-norm-detached')[1]).not.toBeCloseTo(Number(losses('layer-norm')[1]), 6);
});

test('the claims of both presets hold on what PyTorch measured, and notice what is wrong with it', () => {
  const measured: Readonly<Record<string, readonly [number, number]>> = {
    'layer-norm': [0.309, 0.187],
    simple: [0.329, 0.199],
    detach: [0.791, 0.771],
    'detach-mean': [0.387, 0.213],
    'detach-variance': [0.779, 0.725],
    'rms-norm': [0.294, 0.186],
    'ada-norm': [0.4, 0.256],
    none: [0.4, 0.356],
  };
  for (const [i, preset] of (['notebook', 'full'] as const).entries()) {
    const results = asIf(detachNormExperiment, ({ arm }) => ({ evalLoss: measured[arm][i] }), preset);
    expect(misjudged(detachNormExperiment, results, preset)).toEqual([]);
  }
  expect(detachNormExperiment.claims('full').length).toBe(detachNormExperiment.claims('notebook').length + 1);
});
