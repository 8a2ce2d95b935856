import { depthPlacement } from '../../src/experiments/depth-placement.js';
import { asIf, misjudged } from './as-if.js';
import { firstLosses } from './first-losses.js';

const at = (arm: string, depth: number, sabotage?: string): unknown[] =>
  firstLosses(depthPlacement, arm, {
    setting: { depth },
    steps: 2,
    ...(sabotage !== undefined && { sabotage }),
  });

test('at depth 2 every arm learns something of its own', () => {
  const found = depthPlacement.arms.map((arm) => at(arm, 2).join());
  expect(new Set(found).size).toBe(6);
});

test('each sabotage makes of an arm what its words say', () => {
  expect(at('post', 2, 'norm-off-the-stream')).toEqual(at('pre', 2));
  expect(at('pre', 2, 'norm-on-the-stream')).toEqual(at('post', 2));
  expect(at('peri', 2, 'norm-on-the-stream')).toEqual(at('post', 2));
  expect(at('rezero', 2, 'gates-open')).toEqual(at('none', 2));
  expect(at('rezero', 2, 'shallow-is-deep')).toEqual(at('rezero', 12));
  expect(at('deepnorm', 2, 'alpha-is-one')).toEqual(at('post', 2));
  expect(at('none', 2, 'quiet-branches')).not.toEqual(at('none', 2));
});

test('the claims hold on what PyTorch measured, and notice what is wrong with it', () => {
  const measured: Readonly<Record<string, readonly [number, number]>> = {
    none: [0.32, 70.5],
    post: [0.33, 1.72],
    pre: [0.38, 0.31],
    peri: [0.42, 0.29],
    deepnorm: [0.45, 0.157],
    rezero: [0.52, 0.172],
  };
  const results = asIf(depthPlacement, ({ arm, setting }) => ({
    evalLoss: measured[arm][setting.depth === 2 ? 0 : 1],
  }));
  expect(misjudged(depthPlacement, results)).toEqual([]);
});

test('a bare network that diverged to something that is no number counts as worse than guessing', () => {
  const results = asIf(depthPlacement, ({ arm }) => ({ evalLoss: arm === 'none' ? NaN : 0.3 }));
  expect(misjudged(depthPlacement, results)).not.toContain('none-at-12 fails');
});
