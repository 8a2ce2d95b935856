import { batchNormUse } from '../../src/experiments/batch-norm-use.js';
import { asIf, misjudged } from './as-if.js';

test('the claims hold on what was found on the seeds that chose them, and notice what is wrong with it', () => {
  const results = asIf(batchNormUse, ({ arm, setting: { batch, sorted } }) => {
    const ruined = arm === 'batch-norm' && sorted === 1;
    const testError = ruined ? 92 : arm === 'batch-norm' && batch === 4 ? 4.5 : sorted === 1 ? 4.8 : 2.8;
    return {
      testError,
      batchError: arm === 'batch-norm' && batch === 4 ? 19.6 : testError,
      shiftedError: 45,
      recalibratedError: arm === 'layer-norm' ? 45 : testError,
    };
  });
  expect(misjudged(batchNormUse, results)).toEqual([]);
});
