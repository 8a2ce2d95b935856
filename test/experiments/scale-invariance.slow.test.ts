import type { Plan } from '../../src/experiments/experiment.js';
import { scaleInvariance } from '../../src/experiments/scale-invariance.js';
import { metricsOf } from './as-if.js';

/** Short runs: what is exact is exact from the first step. With a much larger decay they are chaotic: rounding grows. */
const settings: Readonly<Record<string, Plan['setting']>> = {
  sgd: { learningRate: 0.1, weightDecay: 0.2, startScale: 1 },
  momentum: { learningRate: 0.02, weightDecay: 0.2, startScale: 1 },
};
const known = new Map<string, Record<string, number>>();
function of(sabotage?: string, arm = 'sgd'): Record<string, number> {
  const key = `${sabotage} ${arm}`;
  const plan = { arm, setting: settings[arm] };
  if (!known.has(key))
    known.set(
      key,
      metricsOf(scaleInvariance, plan, sabotage === undefined ? {} : { sabotage }) as Record<string, number>,
    );
  return known.get(key) ?? {};
}

test('the gradient is orthogonal to the weights, and thrice the weights train alike with nine times the rate', () => {
  for (const arm of ['sgd', 'momentum']) {
    expect(of(undefined, arm).cosine).toBeLessThan(1e-12);
    expect(of(undefined, arm).rescaledLossDifference).toBeLessThan(1e-10);
  }
});

test('with a large ε neither is so, and without the rate the losses part', () => {
  expect(of('large-eps').cosine).toBeGreaterThan(1e-3);
  expect(of('large-eps').rescaledLossDifference).toBeGreaterThan(1e-3);
  expect(of('rate-not-rescaled').rescaledLossDifference).toBeGreaterThan(1e-3);
  expect(of('rate-not-rescaled').cosine).toBeLessThan(1e-12);
});

test('without decay the weights are larger at the end', () => {
  expect(of('no-decay').normAtEnd).toBeGreaterThan(2 * of().normAtEnd);
});

test('where it takes 375 steps to forget the start, the angle is that of equilibrium within 6 %', () => {
  const setting = { learningRate: 0.4, weightDecay: 0.04, startScale: 1 };
  const { angleOverTheory } = metricsOf(scaleInvariance, { arm: 'sgd', setting });
  expect(Math.abs((angleOverTheory as number) - 1)).toBeLessThan(0.06);
});
