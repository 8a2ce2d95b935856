/** Where training and use of BatchNorm come apart: small batches, batches of one class, and images that have changed. */
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import { BatchNorm } from '../norm/batch-norm/index.js';
import { recalibrate } from '../norm/batch-norm/recalibration.js';
import { digits } from '../train/digits.js';
import { picked } from '../train/examples.js';
import type { Examples } from '../train/examples.js';
import { cosine } from '../train/schedules.js';
import { SGD } from '../train/sgd.js';
import { training } from '../train/training.js';
import { matching, medianOver } from './claims.js';
import type { Where } from './claims.js';
import { errorRate } from './error-rate.js';
import type { Circumstances, Claim, Experiment, Numbers, Plan, Step } from './experiment.js';
import { hiddenNorms, Perceptron } from './perceptron.js';
import { dealt } from './workers-batches.js';
import type { Dealing } from './workers-batches.js';

const epochs = 6;
const alone = { workers: 1, sorted: 0 } as const;
const ten = { batch: 8, workers: 10 } as const;
const plans = [
  { arm: 'batch-norm', setting: { batch: 4, ...alone } },
  { arm: 'batch-norm', setting: { batch: 32, ...alone } },
  { arm: 'batch-norm', setting: { ...ten, sorted: 0 } },
  { arm: 'batch-norm', setting: { ...ten, sorted: 1 } },
  { arm: 'sync-batch-norm', setting: { ...ten, sorted: 1 } },
  { arm: 'layer-norm', setting: { batch: 32, ...alone } },
  { arm: 'layer-norm', setting: { ...ten, sorted: 0 } },
  { arm: 'layer-norm', setting: { ...ten, sorted: 1 } },
] as const;

type Planned = Plan & (typeof plans)[number];

/** Less contrast, and brighter. */
const changed = (x: Tensor): Tensor => add(mul(x, 0.4), 0.8);

/** Which norm an arm has, and whether the workers share its statistics. */
function norms(
  arm: Planned['arm'],
  sabotage: string | undefined,
): { norm: keyof typeof hiddenNorms; sync: boolean } {
  if (sabotage === 'norms-exchanged')
    return { norm: arm === 'layer-norm' ? 'batch-norm' : 'layer-norm', sync: false };
  return {
    norm: arm === 'layer-norm' ? 'layer-norm' : 'batch-norm',
    sync: arm === 'sync-batch-norm' && sabotage !== 'workers-do-not-speak',
  };
}

function* run({ arm, setting }: Planned, given: Circumstances): Generator<Step, Numbers> {
  const { random, dtype, sabotage } = given;
  const { norm, sync } = norms(arm, sabotage);
  const { batch: size, workers } = setting;
  const sorted = setting.sorted === 1 && sabotage !== 'batches-are-mixed';
  const data = digits({ dtype, split: random('split') });
  const net = new Perceptron([64, 64, 64, 64, 10], {
    random: random('weights'),
    norm: hiddenNorms[norm],
    dtype,
  });
  const dealtOut = Array.from({ length: epochs }, (_, n) =>
    dealt(data.train, { size, sorted, random: random('batches').substream(n) }),
  );
  const perEpoch = Math.floor(dealtOut[0].length / workers);
  const steps = epochs * perEpoch;
  const optimizer = new SGD(net.namedParameters(), {
    learningRate: Math.min(0.1, (0.1 * size * workers) / 32),
    momentum: 0.9,
  });
  const loss = (step: number): Tensor => {
    const at = (step % perEpoch) * workers;
    const theirs = dealtOut[Math.floor(step / perEpoch)].slice(at, at + workers);
    const parts = (sync ? [theirs.flat()] : theirs).map((rows) => picked(data.train, rows));
    const losses = parts.map(({ x, targets }) => crossEntropy({ logits: net.forward(x), targets }));
    return mul(losses.reduce(add), 1 / losses.length);
  };
  for (const one of training({ optimizer, loss, steps, schedule: cosine(steps) }))
    yield { done: one.step + 1, of: steps, now: { loss: one.loss } };
  return inUse(net, data, { size, sorted, random: random('test') }, sabotage);
}

/** The errors of a trained network, with running statistics, with those of batches, and on changed images. */
function inUse(
  net: Perceptron,
  { train, test }: ReturnType<typeof digits>,
  dealing: Dealing,
  sabotage: string | undefined,
): Numbers {
  const change = sabotage === 'nothing-changes' ? (x: Tensor): Tensor => x : changed;
  const other = { ...test, x: change(test.x) };
  const [testError, shiftedError] = [test, other].map((examples) => errorRate(net.evaluate(), [examples]));
  const found = net.hidden.map(({ norm }) => norm).filter((norm) => norm instanceof BatchNorm);
  // What is only measured moves no running statistics.
  for (const norm of found) norm.momentum = 0;
  const batches = (examples: Examples, how: Dealing): Examples[] =>
    dealt(examples, how).map((rows) => picked(examples, rows));
  const batchError = errorRate(net.train(), batches(test, dealing));
  const unlabelled = batches(train, { size: 32, sorted: false, random: dealing.random }).map(({ x }) =>
    change(x),
  );
  if (found.length > 0 && sabotage !== 'no-recalibration') recalibrate(net, unlabelled);
  return { testError, batchError, shiftedError, recalibratedError: errorRate(net.evaluate(), [other]) };
}

export const batchNormUse: Experiment = {
  name: 'batch-norm-use',
  question: 'When does BatchNorm compute something else in use than in training?',
  varied:
    'the normalization; the batch of a worker; ten workers, whose gradients are averaged, in place of one; and whether all that a worker gets at once is of one class',
  held: `digits, of which 500 are drawn for the test; 64-64-64-64-10, norm then ReLU, He's initial weights; SGD with momentum 0.9, rate 0.1 · (batch of all workers)/32 and at most 0.1, half a cosine down to 0; ${epochs} epochs`,
  source:
    'Ioffe (2017), arXiv:1702.03275, section 2; Wu and Johnson (2021), arXiv:2105.07576, sections 3 to 5',
  arms: ['batch-norm', 'sync-batch-norm', 'layer-norm'],
  metrics: {
    testError: 'percent of the test images that are taken for another digit, with running statistics',
    batchError:
      'the same with the statistics of batches of test images, made as those of a worker in training',
    shiftedError: 'with running statistics, on test images x changed into 0.4 x + 0.8',
    recalibratedError:
      'the same after running statistics were measured afresh on changed training images, without their classes',
  },
  limits:
    'A small network on small images. All images change in one way, the same for all pixels; what new statistics do about other changes is not shown.',
  sabotages: {
    'norms-exchanged': 'LayerNorm stands where BatchNorm should, and the other way round',
    'batches-are-mixed': 'no worker gets images of one class only',
    'workers-do-not-speak': 'the statistics of synchronized BatchNorm are those of each worker alone',
    'nothing-changes': 'the changed images are the old ones',
    'no-recalibration': 'the running statistics stay as they are',
  },
  plans: () => plans.map((plan) => ({ ...plan, cost: 1 + 8 / plan.setting.batch })),
  run: (plan, given) => run(plan as Planned, given),
  claims: () => claims,
};

const alone4 = { arm: 'batch-norm', batch: 4 };
const alone32 = { arm: 'batch-norm', batch: 32 };
const onTen = (arm: string, sorted: 0 | 1): Where => ({ arm, workers: 10, sorted });

type Metric = 'testError' | 'batchError' | 'shiftedError' | 'recalibratedError';
type Measured = readonly [where: Where, metric: Metric];

/** That one median error is at least, or at most, so many points above another. */
const above = (
  one: Measured,
  other: Measured,
  claim: Pick<Claim, 'id' | 'text' | 'relation' | 'threshold' | 'sabotage'>,
): Claim => ({
  ...claim,
  value: (results) => medianOver(results, ...one) - medianOver(results, ...other),
  kind: {
    of: 'value',
    deviation: { metric: one[1], factor: claim.relation === 'at least' ? 0.1 : 20, where: matching(one[0]) },
  },
});

const claims: readonly Claim[] = [
  above([alone4, 'batchError'], [alone4, 'testError'], {
    id: 'batches-of-4-are-noisy',
    text: 'Trained on batches of 4, BatchNorm errs at least 8 points more with the statistics of its batch than with running ones',
    relation: 'at least',
    threshold: 8,
    sabotage: 'norms-exchanged',
  }),
  above([alone32, 'shiftedError'], [alone32, 'testError'], {
    id: 'a-shift-costs',
    text: 'Changed images cost BatchNorm at least 15 points',
    relation: 'at least',
    threshold: 15,
    sabotage: 'nothing-changes',
  }),
  above([alone32, 'recalibratedError'], [alone32, 'testError'], {
    id: 'recalibration-mends-it',
    text: 'With statistics measured afresh, changed images cost BatchNorm at most 1 point',
    relation: 'at most',
    threshold: 1,
    sabotage: 'no-recalibration',
  }),
  above([onTen('batch-norm', 1), 'testError'], [onTen('batch-norm', 0), 'testError'], {
    id: 'one-class-a-worker-ruins-it',
    text: 'Ten workers with one class each: BatchNorm errs at least 50 points more than with mixed batches',
    relation: 'at least',
    threshold: 50,
    sabotage: 'batches-are-mixed',
  }),
  above([onTen('sync-batch-norm', 1), 'testError'], [onTen('batch-norm', 0), 'testError'], {
    id: 'synchronized-it-is-whole',
    text: 'Synchronized over the workers, one class each costs BatchNorm at most 3 points',
    relation: 'at most',
    threshold: 3,
    sabotage: 'workers-do-not-speak',
  }),
  above([onTen('layer-norm', 1), 'testError'], [onTen('layer-norm', 0), 'testError'], {
    id: 'layer-norm-hardly-notices',
    text: 'One class each costs LayerNorm at most 5 points',
    relation: 'at most',
    threshold: 5,
    sabotage: 'norms-exchanged',
  }),
];
