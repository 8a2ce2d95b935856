import { circumstances, perform } from '../../src/experiments/runs.js';
import { equilibriumAngle, scaleInvariance } from '../../src/experiments/scale-invariance.js';
import { asIf, misjudged } from './as-if.js';

test('it pauses after every step, where the loss and the norms of the weights can be drawn', () => {
  const given = circumstances({ preset: 'notebook', seed: 1 });
  const plan = { arm: 'momentum', setting: { learningRate: 0.1, weightDecay: 0.2, startScale: 1 }, cost: 1 };
  const steps = [...perform(scaleInvariance, plan, given, () => 0)];
  expect(steps).toHaveLength(30 + 100);
  expect(steps.map(({ done }) => done)).toEqual(steps.map((_, i) => i + 1));
  const norms = steps.slice(0, 30).map(({ now }) => now?.norms as number[]);
  for (const layer of [0, 1]) expect(norms[29][layer]).toBeLessThan(norms[0][layer]);
});

test('the angle of equilibrium is that of Wan and others', () => {
  expect(equilibriumAngle(0.1, 0.01)).toBeCloseTo(0.044721, 6);
  expect(equilibriumAngle(0.02, 0.01, 0.9)).toBeCloseTo(0.01451, 5);
});

test('the claims hold on what PyTorch measured, and notice what is wrong with it', () => {
  const results = asIf(scaleInvariance, ({ arm, setting: { startScale } }) => ({
    angleOverTheory: arm === 'momentum' ? 1.007 : 0.986,
    normAtEnd: startScale === 3 ? 1.8 : 1.76,
    cosine: 2.6e-16,
    rescaledLossDifference: 4.4e-16,
  }));
  expect(misjudged(scaleInvariance, results)).toEqual([]);
});
