import { rateAndScale } from '../../src/experiments/rate-and-scale.js';
import { metricsOf } from './as-if.js';

const setting = { learningRate: 0.01, initScale: Math.sqrt(2 / 64) };
const of = (arm: string, sabotage?: string): Record<string, number> =>
  metricsOf(rateAndScale, { arm, setting }, sabotage === undefined ? {} : { sabotage }) as Record<
    string,
    number
  >;

test('the bare network has dead units at the end, and BatchNorm has none', () => {
  const { deadFraction, trainLoss } = of('none');
  expect(deadFraction).toBeGreaterThan(0.02);
  expect(deadFraction).toBeLessThan(0.5);
  expect(deadFraction * 640).toBeCloseTo(Math.round(deadFraction * 640), 6);
  expect(trainLoss).toBeLessThan(2.2);
  expect(of('batch-norm').deadFraction).toBe(0);
});

test('without a norm every arm is the bare network', () => {
  for (const arm of ['batch-norm', 'layer-norm', 'rms-norm']) {
    expect(of(arm, 'no-norm')).toEqual(of('none'));
    expect(of(arm)).not.toEqual(of('none'));
  }
});
