/** Which learning rates and which initial weights a plain deep network can be trained with, by its normalization. */
import type { Tensor } from '../autograd/tensor.js';
import { watch } from '../autograd/watch.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import { kaimingDeviation } from '../nn/initialization.js';
import { badlyScaled } from '../train/badly-scaled.js';
import { SGD } from '../train/sgd.js';
import { training } from '../train/training.js';
import { medianOver } from './claims.js';
import type {
  Circumstances,
  Claim,
  Experiment,
  Numbers,
  Plan,
  PresetName,
  Result,
  Step,
} from './experiment.js';
import { HiddenLayer, hiddenNorms, Perceptron } from './perceptron.js';

const arms = ['none', 'batch-norm', 'layer-norm', 'rms-norm'] as const;
const layers = 10;
const width = 64;
const features = 32;
const he = kaimingDeviation(width);
/** The rate of the sweep over initial weights. */
const middleRate = 0.05;

interface Size {
  readonly steps: number;
  readonly batch: number;
  readonly rates: readonly number[];
  readonly scales: readonly number[];
}

const sizes: Readonly<Record<PresetName, Size>> = {
  notebook: {
    steps: 120,
    batch: 32,
    rates: [0.001, 0.01, 0.1, 0.32, 1],
    scales: [0.001, 0.01, 0.1, 0.32, 1],
  },
  full: {
    steps: 200,
    batch: 64,
    rates: [0.00032, 0.001, 0.0032, 0.01, 0.032, 0.1, 0.32, 1, 3.2],
    scales: [0.001, 0.0032, 0.01, 0.032, 0.1, 0.32, 1],
  },
};
/** The loss at the end is the mean of this many last steps. */
const atEnd = 20;

interface Setting extends Readonly<Record<string, number>> {
  readonly learningRate: number;
  readonly initScale: number;
}
type Planned = Plan & { readonly arm: (typeof arms)[number]; readonly setting: Setting };

function plans(preset: PresetName): Planned[] {
  const { rates, scales, steps } = sizes[preset];
  const settings: Setting[] = [
    ...rates.map((learningRate) => ({ learningRate, initScale: he })),
    ...scales.map((initScale) => ({ learningRate: middleRate, initScale })),
  ];
  return arms.flatMap((arm) => settings.map((setting) => ({ arm, setting, cost: steps })));
}

export const rateAndScale: Experiment = {
  name: 'rate-and-scale',
  question: 'Which learning rates and which initial weights can a deep network be trained with?',
  varied: `the normalization; the learning rate, from weights of deviation √(2/${width}) as He has them; the deviation of the initial weights, at a rate of ${middleRate}`,
  held: `badly scaled inputs in ${features} features, 10 classes; ${layers} hidden layers of ${width}, norm then ReLU, no residual connections; SGD without momentum or schedule; the number of steps`,
  source:
    'Ioffe and Szegedy (2015), "Batch Normalization", arXiv:1502.03167, section 4.2, for the larger rates; the sweeps are our own',
  arms,
  metrics: {
    trainLoss: `mean cross-entropy of the last ${atEnd} steps, each on a fresh batch before its step, in nats; chance is ln 10 = 2.30`,
    deadFraction: 'the share of hidden units that are above 0 for no example of a batch, after the last step',
  },
  limits:
    'A plain network of ten layers without residual connections, and data that no one would leave unscaled: the ranges of rates are those of this network. After so few steps a loss says how fast a network trains and not how well in the end. No single rate ranks the four. From weights of deviation 1 BatchNorm, too, hardly moves in so few steps: before a norm, weights that are larger turn less.',
  sabotages: { 'no-norm': 'every network is bare' },
  plans,
  run: (plan, given) => run(plan as Planned, given),
  claims: () => claims,
};

function* run({ arm, setting }: Planned, given: Circumstances): Generator<Step, Numbers> {
  const { random, dtype, preset, sabotage } = given;
  const { steps, batch } = sizes[preset];
  const net = new Perceptron([features, ...new Array<number>(layers).fill(width), 10], {
    random: random('weights'),
    norm: hiddenNorms[sabotage === 'no-norm' ? 'none' : arm],
    deviation: () => setting.initScale,
    dtype,
  });
  const data = badlyScaled({ random: random('data'), features, dtype });
  const loss = (step: number): Tensor => {
    const { x, targets } = data(step, batch);
    return crossEntropy({ logits: net.forward(x), targets });
  };
  const optimizer = new SGD(net.namedParameters(), { learningRate: setting.learningRate });
  const losses: number[] = [];
  for (const one of training({ optimizer, loss, steps })) {
    losses.push(one.loss);
    yield { done: one.step + 1, of: steps, now: { loss: one.loss } };
    // Weights that are no numbers any more stay so.
    if (Number.isNaN(one.loss)) break;
  }
  return {
    trainLoss: losses.slice(-atEnd).reduce((sum, one) => sum + one / atEnd, 0),
    deadFraction: deadFraction(net, data(steps, batch).x),
  };
}

/** The share of hidden units that are above 0 for no example of a batch; one that is NaN is not. */
function deadFraction(net: Perceptron, x: Tensor): number {
  const alive = new Set<string>();
  const stop = watch(net, ({ path, module, output }) => {
    if (!(module instanceof HiddenLayer)) return;
    output.data.forEach((value, i) => value > 0 && alive.add(`${path} ${i % width}`));
  });
  net.forward(x);
  stop();
  return 1 - alive.size / (layers * width);
}

const lossOf = (results: readonly Result[], arm: string, setting: Setting): number =>
  medianOver(results, { arm, ...setting }, 'trainLoss');

/** What a claim looks at: He's weights at a rate, or weights of a deviation at the middle rate. */
const atRate = (learningRate: number): Setting => ({ learningRate, initScale: he });
const fromScale = (initScale: number): Setting => ({ learningRate: middleRate, initScale });

/** A claim that under one norm a metric is larger than under another by so much. */
const above = (
  [larger, smaller]: readonly [string, string],
  setting: Setting,
  threshold: number,
  words: Pick<Claim, 'id' | 'text'>,
): Claim => ({
  ...words,
  relation: 'at least',
  threshold,
  value: (results) => lossOf(results, larger, setting) - lossOf(results, smaller, setting),
  kind: { of: 'difference', between: [larger, smaller] },
  sabotage: 'no-norm',
});

const claims: readonly Claim[] = [
  above(['none', 'batch-norm'], atRate(0.32), 0.5, {
    id: 'bare-diverges-first',
    text: 'At a rate of 0.32 the bare network diverges and BatchNorm trains',
  }),
  {
    id: 'batch-norm-trains-at-1',
    text: 'BatchNorm still trains at a rate of 1: a loss of at most 1.8, where chance is 2.30',
    relation: 'at most',
    threshold: 1.8,
    value: (results) => lossOf(results, 'batch-norm', atRate(1)),
    kind: {
      of: 'value',
      deviation: {
        metric: 'trainLoss',
        factor: 2,
        where: ({ arm, setting }) => arm === 'batch-norm' && setting.learningRate === 1,
      },
    },
    sabotage: 'no-norm',
  },
  above(['layer-norm', 'batch-norm'], atRate(1), 0.5, {
    id: 'layer-norm-does-not-at-1',
    text: 'At a rate of 1 LayerNorm no longer trains: its loss is at least 0.5 above that of BatchNorm',
  }),
  above(['batch-norm', 'none'], atRate(0.01), 0.25, {
    id: 'bare-is-ahead-at-small-rates',
    text: 'At a rate of 0.01 the bare network is ahead: the loss under BatchNorm is at least 0.25 higher',
  }),
  above(['none', 'batch-norm'], fromScale(0.01), 0.4, {
    id: 'batch-norm-forgives-small-weights',
    text: 'From weights of deviation 0.01 BatchNorm trains and the bare network does not: 0.4 apart at least',
  }),
  {
    id: 'batch-norm-is-flat',
    text: 'From weights of deviation 0.001 to 0.32 BatchNorm trains: a loss of at most 2.1 from each of them',
    relation: 'at most',
    threshold: 2.1,
    value: (results) =>
      Math.max(...[0.001, 0.01, 0.1, 0.32].map((scale) => lossOf(results, 'batch-norm', fromScale(scale)))),
    kind: {
      of: 'value',
      deviation: {
        metric: 'trainLoss',
        factor: 2,
        where: ({ arm, setting }) => arm === 'batch-norm' && setting.initScale === 0.001,
      },
    },
    sabotage: 'no-norm',
  },
  above(['layer-norm', 'batch-norm'], fromScale(0.01), 0.4, {
    id: 'layer-norm-does-not-forgive',
    text: 'Nor does LayerNorm from weights of deviation 0.01: its loss is at least 0.4 above that of BatchNorm',
  }),
  above(['none', 'layer-norm'], fromScale(0.32), 0.5, {
    id: 'layer-norm-forgives-large-weights',
    text: 'From weights of deviation 0.32 the bare network diverges and LayerNorm trains',
  }),
  {
    id: 'bare-units-die',
    text: 'At a rate of 0.01, where both train, 0.05 more of the hidden units are dead in the bare network than under BatchNorm',
    relation: 'at least',
    threshold: 0.05,
    value: (results) =>
      medianOver(results, { arm: 'none', ...atRate(0.01) }, 'deadFraction') -
      medianOver(results, { arm: 'batch-norm', ...atRate(0.01) }, 'deadFraction'),
    kind: { of: 'difference', between: ['none', 'batch-norm'] },
    sabotage: 'no-norm',
  },
];
