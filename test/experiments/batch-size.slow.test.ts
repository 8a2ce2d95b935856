import { batchSize } from '../../src/experiments/batch-size.js';
import { metricsOf } from './as-if.js';

const known = new Map<string, number>();
/** Of six steps only: 1297 images make one batch of 650. */
function of(arm: string, sabotage?: string, batch = 650): number {
  const key = `${arm}, ${sabotage}, ${batch}`;
  const error =
    known.get(key) ??
    metricsOf(batchSize, { arm, setting: { batch } }, sabotage === undefined ? {} : { sabotage }).testError;
  known.set(key, error as number);
  return error as number;
}

test('a network that learned hardly anything errs often, and a longer training errs less', () => {
  expect(of('none', undefined, 1000)).toBeGreaterThan(of('none', undefined, 150));
  for (const error of [of('none', undefined, 1000), of('none', undefined, 150)]) {
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThanOrEqual(100);
    expect((error * 5).toFixed(6)).toMatch(/\.000000$/);
  }
});

test('each sabotage is heard by the arms that it means', () => {
  const same = (arm: string, sabotage: string): boolean => of(arm, sabotage) === of(arm);
  const deaf = batchSize.arms.map((arm) =>
    Object.keys(batchSize.sabotages).filter((sabotage) => same(arm, sabotage)),
  );
  expect(deaf).toEqual([
    ['others-over-the-batch'],
    ['running-statistics-stay', 'batch-norm-by-groups'],
    ['running-statistics-stay', 'batch-norm-by-groups'],
    Object.keys(batchSize.sabotages),
  ]);
  expect(of('batch-norm', 'batch-norm-by-groups')).toBe(of('group-norm'));
  expect(of('layer-norm', 'others-over-the-batch')).toBe(of('batch-norm'));
});
