/** `batch-size` at both ends: batches of 64, and of a single example, which BatchNorm refuses in training. */
import { batchSize } from './batch-size.js';
import { medianOver } from './claims.js';
import type { Circumstances, Claim, Experiment, Numbers, Plan, Result, Step } from './experiment.js';

const batches = [1, 64] as const;

function* run(plan: Plan, given: Circumstances): Generator<Step, Numbers> {
  try {
    return yield* batchSize.run(plan, given);
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('batchNorm')) return { testError: NaN };
    throw error;
  }
}

const errorOf = (results: readonly Result[], arm: string, batch: number): number =>
  medianOver(results, { arm, batch }, 'testError');

const asGoodAtOne = (arm: string): Claim => ({
  id: `${arm}-at-1`,
  text: `${arm}: on batches of 1 it errs at most 1.8 times as often as on batches of 64`,
  relation: 'at most',
  threshold: 1.8,
  value: (results) => errorOf(results, arm, 1) / errorOf(results, arm, 64),
  kind: {
    of: 'value',
    deviation: {
      metric: 'testError',
      factor: 4,
      where: (result) => result.arm === arm && result.setting.batch === 1,
    },
  },
  sabotage: 'others-over-the-batch',
});

const claims: readonly Claim[] = [
  asGoodAtOne('group-norm'),
  asGoodAtOne('layer-norm'),
  {
    id: 'batch-norm-is-good-at-64',
    text: 'On batches of 64 BatchNorm errs at most 1.5 points more than GroupNorm',
    relation: 'at most',
    threshold: 1.5,
    value: (results) => errorOf(results, 'batch-norm', 64) - errorOf(results, 'group-norm', 64),
    kind: {
      of: 'value',
      deviation: {
        metric: 'testError',
        factor: 4,
        where: ({ arm, setting }) => arm === 'batch-norm' && setting.batch === 64,
      },
    },
    sabotage: 'running-statistics-stay',
  },
];

export const batchSizeEnds: Experiment = {
  ...batchSize,
  name: 'batch-size-ends',
  question: 'And on batches of one example, or of 64?',
  metrics: {
    testError: `${batchSize.metrics.testError}; NaN where it refuses the batch: with one example a feature has no deviation`,
  },
  sabotages: Object.fromEntries(
    Object.entries(batchSize.sabotages).filter(([name]) => claims.some(({ sabotage }) => sabotage === name)),
  ),
  plans: () =>
    batchSize.arms.flatMap((arm) =>
      batches.map((batch) => ({ arm, setting: { batch }, cost: 1 + 8 / batch })),
    ),
  run,
  claims: () => claims,
};
