import type { Plan } from '../../src/experiments/experiment.js';
import { rateAndScale } from '../../src/experiments/rate-and-scale.js';
import { circumstances, perform } from '../../src/experiments/runs.js';
import { asIf, metricsOf, misjudged } from './as-if.js';

const he = Math.sqrt(2 / 64);

test('a run that diverged ends early, with a loss that is no number and its units dead', () => {
  const plan = { arm: 'none', setting: { learningRate: 1, initScale: he }, cost: 1 };
  const steps = [...perform(rateAndScale, plan, circumstances({ preset: 'notebook', seed: 1 }), () => 0)];
  expect(steps.length).toBeLessThan(20);
  const { trainLoss, deadFraction } = metricsOf(rateAndScale, plan);
  expect(trainLoss).toBeNaN();
  expect(deadFraction).toBeGreaterThan(0.9);
});

test('every arm runs through the same rates and the same initial weights', () => {
  for (const preset of ['notebook', 'full'] as const) {
    const settings = (arm: string): Plan['setting'][] =>
      rateAndScale
        .plans(preset)
        .filter((plan) => plan.arm === arm)
        .map(({ setting }) => setting);
    for (const arm of rateAndScale.arms) expect(settings(arm)).toEqual(settings('none'));
    expect(settings('none')).toContainEqual({ learningRate: 0.32, initScale: he });
  }
});

/** Measured on seeds 0 to 9, rounded: by rate from He's weights, and by deviation at the middle rate. */
const measured: Record<string, { rates: Record<string, number>; scales: Record<string, number> }> = {
  none: {
    rates: { 0.001: 2.1, 0.01: 1.62, 0.1: NaN, 0.32: NaN, 1: NaN },
    scales: { 0.001: 2.3, 0.01: 2.3, 0.1: 2.29, 0.32: NaN, 1: NaN },
  },
  'batch-norm': {
    rates: { 0.001: 2.6, 0.01: 2.08, 0.1: 1.4, 0.32: 1.33, 1: 1.43 },
    scales: { 0.001: 1.82, 0.01: 1.58, 0.1: 1.4, 0.32: 1.83, 1: 2.52 },
  },
  'layer-norm': {
    rates: { 0.001: 2.4, 0.01: 1.9, 0.1: 1.4, 0.32: 1.8, 1: 2.31 },
    scales: { 0.001: 2.3, 0.01: 2.31, 0.1: 1.4, 0.32: 1.5, 1: 1.8 },
  },
};

test('the claims hold on what was measured, and notice what is wrong with it', () => {
  const results = asIf(rateAndScale, ({ arm, setting: { learningRate, initScale } }) => {
    const { rates, scales } = measured[arm] ?? measured['layer-norm'];
    const trainLoss = initScale === he ? rates[String(learningRate)] : scales[String(initScale)];
    return { trainLoss, deadFraction: arm === 'none' ? 0.12 : 0 };
  });
  expect(misjudged(rateAndScale, results)).toEqual([]);
});
