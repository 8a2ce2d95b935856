import { layerNormRuns, product, trainingStep } from '../../../src/cli/bench/workloads.js';
import { relu, tanh } from '../../../src/index.js';

test.each(['float64', 'float32'] as const)('both LayerNorm runs compute the same in %s', (dtype) => {
  const { readable, bare } = layerNormRuns(4, 8, dtype);
  expect(readable()).toBe(bare());
});

test.each([
  ['tanh', tanh],
  ['ReLU', relu],
])('training with %s brings the loss down', (_, activation) => {
  const step = trainingStep(activation);
  const first = step();
  for (let i = 0; i < 200; i++) step();
  expect(step()).toBeLessThan(0.97 * first);
});

test('a product is computed anew on each call', () => {
  const run = product(8, 'float64');
  expect([Number.isFinite(run()), run() === run()]).toEqual([true, true]);
});
