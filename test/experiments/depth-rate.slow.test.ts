import { bestLoss, depthRate, rates } from '../../src/experiments/depth-rate.js';
import { asIf, misjudged } from './as-if.js';
import { firstLosses } from './first-losses.js';

/** What seed 0 gave, by learning rate. */
const found: Readonly<Record<string, readonly number[]>> = {
  none: [48.5, 28.6, 23.4, 60.4, 5e7],
  post: [1.557, 1.591, 1.695, 1.801, 1.799],
  pre: [1.289, 0.578, 0.299, 0.246, 1.148],
  peri: [1.376, 0.714, 0.322, 0.412, 0.803],
  deepnorm: [1.362, 0.698, 0.204, 0.196, 0.822],
  rezero: [1.731, 0.896, 0.22, 0.111, 0.261],
};
const results = asIf(depthRate, ({ arm, setting }) => ({
  evalLoss: found[arm][rates.indexOf(Number(setting.learningRate))],
}));

test('the claims hold on what seed 0 gave, and notice what is wrong with it', () => {
  expect(misjudged(depthRate, results)).toEqual([]);
});

test('the best loss is that of the best rate, and what diverged to no number is none', () => {
  expect(bestLoss(results, 'peri')).toBe(0.322);
  const diverged = asIf(depthRate, ({ setting }) => ({
    evalLoss: setting.learningRate === rates[2] ? 7 : NaN,
  }));
  expect(bestLoss(diverged, 'post')).toBe(7);
});

test('the rate is what a plan says, unless every rate is to be one', () => {
  const losses = (learningRate: number, sabotage?: string): unknown[] =>
    firstLosses(depthRate, 'rezero', {
      ...{ setting: { depth: 12, learningRate }, steps: 3 },
      ...(sabotage !== undefined && { sabotage }),
    });
  expect(losses(0.03)).not.toEqual(losses(0.003));
  expect(losses(0.03, 'one-rate')).toEqual(losses(0.003));
});
