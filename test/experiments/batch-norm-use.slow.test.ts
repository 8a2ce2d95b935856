import { batchNormUse } from '../../src/experiments/batch-norm-use.js';
import type { Numbers } from '../../src/experiments/experiment.js';
import { metricsOf } from './as-if.js';

const known = new Map<string, Numbers>();
/** Of a training of a few steps only: large batches. */
function of(arm: string, sabotage?: string, sorted: number = 0): Numbers {
  const key = `${arm}, ${sabotage}, ${sorted}`;
  const setting = { batch: sorted === 1 ? 8 : 60, workers: sorted === 1 ? 10 : 2, sorted };
  const found =
    known.get(key) ?? metricsOf(batchNormUse, { arm, setting }, sabotage === undefined ? {} : { sabotage });
  known.set(key, found);
  return found;
}

test('LayerNorm has no mode for use and nothing to measure afresh; BatchNorm has', () => {
  const [layer, batch] = [of('layer-norm'), of('batch-norm')];
  expect(layer.recalibratedError).toBe(layer.shiftedError);
  expect(batch.recalibratedError).toBeLessThan(Number(batch.shiftedError));
  expect(batch.batchError).not.toBe(batch.testError);
});

test('each sabotage is heard where it means to be, and only there', () => {
  const right = of('batch-norm');
  expect(of('batch-norm', 'nothing-changes').shiftedError).toBe(right.testError);
  expect(of('batch-norm', 'no-recalibration')).toEqual({ ...right, recalibratedError: right.shiftedError });
  expect(of('batch-norm', 'norms-exchanged')).toEqual(of('layer-norm'));
  expect(of('batch-norm', 'batches-are-mixed')).toEqual(right);
  expect(of('batch-norm', 'workers-do-not-speak')).toEqual(right);
});

test('workers that do not speak are those of plain BatchNorm, and mixed batches teach it', () => {
  expect(of('sync-batch-norm', 'workers-do-not-speak', 1)).toEqual(of('batch-norm', undefined, 1));
  expect(of('batch-norm', 'batches-are-mixed', 1).testError).toBeLessThan(
    Number(of('batch-norm', undefined, 1).testError) - 50,
  );
});
