import { batchSize } from '../../src/experiments/batch-size.js';
import { asIf, misjudged } from './as-if.js';

test('the claims hold on what PyTorch measured, and notice what is wrong with it', () => {
  const measured: Record<string, readonly number[]> = {
    'batch-norm': [61, 4.6, 1.8, 1.8, 1.6],
    'group-norm': [1.6, 2, 2.4, 2, 2.2],
    'layer-norm': [2.2, 1.6, 2, 2, 2],
    none: [2.4, 1.8, 1.8, 1.8, 2.6],
  };
  const results = asIf(batchSize, ({ arm, setting }) => ({
    testError: measured[arm][[2, 4, 8, 16, 32].indexOf(Number(setting.batch))],
  }));
  expect(misjudged(batchSize, results)).toEqual([]);
});
