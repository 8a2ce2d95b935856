/** What small batches do to BatchNorm, and not to norms that look at one example at a time. */
import type { Tensor } from '../autograd/tensor.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import { BatchNorm } from '../norm/batch-norm/index.js';
import { digits } from '../train/digits.js';
import { shuffled } from '../train/examples.js';
import { cosine } from '../train/schedules.js';
import { SGD } from '../train/sgd.js';
import { training } from '../train/training.js';
import { medianOver } from './claims.js';
import { errorRate } from './error-rate.js';
import type { Circumstances, Claim, Experiment, Numbers, Plan, Result, Step } from './experiment.js';
import { hiddenNorms, Perceptron } from './perceptron.js';
import type { HiddenNorm } from './perceptron.js';

const arms = ['batch-norm', 'group-norm', 'layer-norm', 'none'] as const;
const batches = [2, 4, 8, 16, 32] as const;
const epochs = 6;

type Planned = Plan & { readonly arm: (typeof arms)[number]; readonly setting: { readonly batch: number } };

export const batchSize: Experiment = {
  name: 'batch-size',
  question: 'How small may the batches be that BatchNorm is trained on?',
  varied: 'the normalization; the batch B, and with it the learning rate 0.1 · B/32 and the number of steps',
  held: `digits, of which 500 are drawn for the test; 64-64-64-64-10, norm then ReLU, He's initial weights; SGD with momentum 0.9, half a cosine down to 0; ${epochs} epochs; GroupNorm of 8 groups`,
  source: 'Wu and He (2018), "Group Normalization", arXiv:1803.08494, section 4.1',
  arms,
  metrics: {
    testError:
      'the share of the 500 test images that are taken for another digit, in percent; BatchNorm with its running statistics',
  },
  limits:
    'A small network on small images without convolutions: a channel has B numbers in a batch and not B × height × width. On batches of 2 BatchNorm breaks down much further than in the paper, where it errs 10.6 points more than GroupNorm. The bare network errs as little as any other here: this shows what BatchNorm needs and not what it is good for.',
  sabotages: {
    'running-statistics-stay': 'BatchNorm never updates its running statistics',
    'batch-norm-by-groups': 'BatchNorm takes its statistics from groups of features, as GroupNorm does',
    'others-over-the-batch':
      'GroupNorm and LayerNorm take their statistics over the batch, as BatchNorm does',
  },
  plans: () =>
    arms.flatMap((arm) => batches.map((batch) => ({ arm, setting: { batch }, cost: 1 + 8 / batch }))),
  run: (plan, given) => run(plan as Planned, given),
  claims: () => claims,
};

function* run({ arm, setting: { batch: size } }: Planned, given: Circumstances): Generator<Step, Numbers> {
  const { random, dtype, sabotage } = given;
  const { train, test } = digits({ dtype, split: random('split') });
  const norm = normOf(arm, sabotage);
  const net = new Perceptron([64, 64, 64, 64, 10], { random: random('weights'), norm, dtype });
  const { batch, perEpoch } = shuffled(train, { size, random: random('batches') });
  const steps = epochs * perEpoch;
  const optimizer = new SGD(net.namedParameters(), { learningRate: (0.1 * size) / 32, momentum: 0.9 });
  const loss = (step: number): Tensor => {
    const { x, targets } = batch(step);
    return crossEntropy({ logits: net.forward(x), targets });
  };
  for (const { step, loss: now } of training({ optimizer, loss, steps, schedule: cosine(steps) }))
    yield { done: step + 1, of: steps, now: { loss: now } };
  return { testError: errorRate(net.evaluate(), [test]) };
}

function normOf(arm: Planned['arm'], sabotage: string | undefined): HiddenNorm {
  if (arm === 'batch-norm' && sabotage === 'running-statistics-stay')
    return (C, dtype) => new BatchNorm(C, { momentum: 0, dtype });
  if (arm === 'batch-norm' && sabotage === 'batch-norm-by-groups') return hiddenNorms['group-norm'];
  const other = arm === 'group-norm' || arm === 'layer-norm';
  return hiddenNorms[other && sabotage === 'others-over-the-batch' ? 'batch-norm' : arm];
}

const errorOf = (results: readonly Result[], arm: string, batch: number): number =>
  medianOver(results, { arm, batch }, 'testError');

const largerThanAt32 = (batch: number, threshold: number): Claim => ({
  id: `batch-norm-at-${batch}`,
  text: `BatchNorm trained on batches of ${batch} errs at least ${threshold} times as often as on batches of 32`,
  relation: 'at least',
  threshold,
  value: (results) => errorOf(results, 'batch-norm', batch) / errorOf(results, 'batch-norm', 32),
  kind: {
    of: 'value',
    deviation: {
      metric: 'testError',
      factor: 0.1,
      where: ({ arm, setting }) => arm === 'batch-norm' && setting.batch === batch,
    },
  },
  sabotage: 'running-statistics-stay',
});

const flat = (arm: string): Claim => ({
  id: `${arm}-is-flat`,
  text: `${arm}: the largest error over the batches from 2 to 32 is at most 1.8 times the smallest`,
  relation: 'at most',
  threshold: 1.8,
  value: (results) => {
    const errors = batches.map((batch) => errorOf(results, arm, batch));
    return Math.max(...errors) / Math.min(...errors);
  },
  kind: {
    of: 'value',
    deviation: {
      metric: 'testError',
      factor: 4,
      where: (result) => result.arm === arm && result.setting.batch === 2,
    },
  },
  sabotage: 'others-over-the-batch',
});

const claims: readonly Claim[] = [
  largerThanAt32(2, 5),
  largerThanAt32(4, 1.8),
  flat('group-norm'),
  flat('layer-norm'),
  {
    id: 'batch-norm-is-good-at-32',
    text: 'On batches of 32 the errors of BatchNorm and GroupNorm are within 1.5 points of each other',
    relation: 'at most',
    threshold: 1.5,
    value: (results) => Math.abs(errorOf(results, 'batch-norm', 32) - errorOf(results, 'group-norm', 32)),
    kind: {
      of: 'value',
      deviation: {
        metric: 'testError',
        factor: 4,
        where: ({ arm, setting }) => arm === 'batch-norm' && setting.batch === 32,
      },
    },
    sabotage: 'running-statistics-stay',
  },
  {
    id: 'batch-norm-breaks-at-2',
    text: 'On batches of 2 BatchNorm errs at least 20 points more than GroupNorm',
    relation: 'at least',
    threshold: 20,
    value: (results) => errorOf(results, 'batch-norm', 2) - errorOf(results, 'group-norm', 2),
    kind: { of: 'difference', between: ['batch-norm', 'group-norm'] },
    sabotage: 'batch-norm-by-groups',
  },
];
