/** What becomes of weights before a LayerNorm, whose size changes nothing: SGD with weight decay turns them steadily. */
import { LayerNorm } from '../norm/layer-norm.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import type { Tensor } from '../autograd/tensor.js';
import { digits } from '../train/digits.js';
import { drawn } from '../train/examples.js';
import { SGD } from '../train/sgd.js';
import { training } from '../train/training.js';
import type { TrainingStep } from '../train/training.js';
import { cosineBetween, norm, smallAngleBetween } from './angles.js';
import { medianOver, valuesOver } from './claims.js';
import type { Circumstances, Claim, Experiment, Numbers, Plan, Result, Step } from './experiment.js';
import { Perceptron } from './perceptron.js';

interface Setting extends Readonly<Record<string, number>> {
  readonly learningRate: number;
  readonly weightDecay: number;
  /** The initial weights of the hidden layers times this. */
  readonly startScale: number;
}

type Planned = Plan & { readonly setting: Setting };

const momentum: Readonly<Record<string, number>> = { sgd: 0, momentum: 0.9 };
const batchSize = 32;
const rescaledSteps = 100;

const planOf = (arm: string, learningRate: number, weightDecay: number, startScale: number = 1): Planned => {
  const setting = { learningRate, weightDecay, startScale };
  return { arm, setting, cost: stepsOf(arm, setting) + 2 * rescaledSteps };
};

/** Six times as long as the decay takes to shrink a weight to 1/e: η λ a step, and 1/(1 − α) times that with momentum α. */
function stepsOf(arm: string, { learningRate, weightDecay }: Setting): number {
  return Math.round(Math.min(6000, (6 * (1 - momentum[arm])) / (learningRate * weightDecay)));
}

/** The angle per step at which a random turn by the gradient and the pull of the decay are in balance: √(2ηλ / (1 + α)). */
export function equilibriumAngle(learningRate: number, weightDecay: number, alpha: number = 0): number {
  return Math.sqrt((2 * learningRate * weightDecay) / (1 + alpha));
}

const planned: readonly Planned[] = [
  ...[
    [0.1, 0.01],
    [0.1, 0.04],
    [0.4, 0.01],
    [0.025, 0.04],
  ].map(([rate, decay]) => planOf('sgd', rate, decay)),
  planOf('sgd', 0.1, 0.04, 3),
  planOf('momentum', 0.02, 0.01),
];

export const scaleInvariance: Experiment = {
  name: 'scale-invariance',
  question: 'What do the learning rate and the weight decay do to weights whose size does not matter?',
  varied: 'the learning rate, the weight decay, the size of the initial weights; momentum 0 or 0.9',
  held: `digits; 64-32-32-10 with LayerNorm without γ and β, ε = 0, and ReLU, no bias; a readout that stays as it is; SGD on batches of ${batchSize}, decay added to the gradient`,
  source:
    'van Laarhoven (2017), arXiv:1706.05350; Wan, Zhu, Zhang and Sun (2020), "Spherical Motion Dynamics", arXiv:2006.08419',
  arms: Object.keys(momentum),
  metrics: {
    angleOverTheory:
      'root mean square of the angle that the weights of a layer turn by in a step, over the last quarter of the steps, divided by √(2ηλ / (1 + α)); mean of both hidden layers',
    normAtEnd: 'the norm of the weights of a hidden layer, mean of both over the last quarter of the steps',
    cosine: 'the largest |cosine| between the weights of a layer and their gradient at any step',
    rescaledLossDifference: `the largest difference of the losses of (w, η, λ) and (3w, 9η, λ/9) over ${rescaledSteps} steps`,
  },
  limits:
    'The readout does not learn and there is neither ε nor bias: with ε = 1e-5 the invariance is only approximate. Each run goes on about six times as long as the decay needs; from large initial weights a much shorter one shows no equilibrium. How large the weights are in equilibrium depends on the gradients, and no number is claimed for it.',
  dtype: 'float64',
  sabotages: {
    'large-eps': 'ε = 1: the size of the weights matters',
    'no-decay': 'the weights are not pulled back',
    'rate-not-rescaled': 'weights three times as large keep their learning rate',
  },
  plans: () => planned,
  run: (plan, given) => run(plan as Planned, given),
  claims: () => claims,
};

function* run(plan: Planned, given: Circumstances): Generator<Step, Numbers> {
  const { setting } = plan;
  const steps = stepsOf(plan.arm, setting);
  const of = steps + rescaledSteps;
  const { weights, training } = learner(plan, given, steps);
  const late = { steps: 0, squaredAngles: weights.map(() => 0), norms: 0 };
  let cosine = 0;
  let before = weights.map(({ data }) => data.slice());
  for (const { step, loss } of training) {
    const norms = weights.map(({ data }) => norm(data));
    weights.forEach(({ data, grad }, i) => {
      if (grad) cosine = Math.max(cosine, Math.abs(cosineBetween(before[i], grad.data)));
      if (step < (3 / 4) * steps) return;
      const angle = smallAngleBetween(before[i], data);
      late.squaredAngles[i] += angle * angle;
      late.norms += norms[i] / weights.length;
    });
    if (step >= (3 / 4) * steps) late.steps++;
    before = weights.map(({ data }) => data.slice());
    yield { done: step + 1, of, now: { loss, norms } };
  }
  const rescaledLossDifference = yield* rescaled(plan, given, { done: steps, of });
  const theory = equilibriumAngle(setting.learningRate, setting.weightDecay, momentum[plan.arm]);
  const ratios = late.squaredAngles.map((sum) => Math.sqrt(sum / late.steps) / theory);
  return {
    angleOverTheory: ratios.reduce((sum, ratio) => sum + ratio / ratios.length, 0),
    normAtEnd: late.norms / late.steps,
    cosine,
    rescaledLossDifference,
  };
}

/** The same steps from w with η and λ, and from 3w with 9η and λ/9: the losses should be the same. */
function* rescaled(plan: Planned, given: Circumstances, { done, of }: Step): Generator<Step, number> {
  const factor = given.sabotage === 'rate-not-rescaled' ? 1 : 9;
  const { learningRate, weightDecay, startScale } = plan.setting;
  const larger = {
    learningRate: factor * learningRate,
    weightDecay: weightDecay / factor,
    startScale: 3 * startScale,
  };
  const other = learner({ ...plan, setting: larger }, given, rescaledSteps).training;
  let largest = 0;
  for (const { step, loss } of learner(plan, given, rescaledSteps).training) {
    const next = other.next();
    if (!next.done) largest = Math.max(largest, Math.abs(loss - next.value.loss));
    yield { done: done + step + 1, of };
  }
  return largest;
}

/** A network in training: the weights of its hidden layers are all that learns. */
function learner(
  { arm, setting }: Planned,
  { random, dtype, sabotage }: Circumstances,
  steps: number,
): { readonly weights: readonly Tensor[]; readonly training: Generator<TrainingStep, void> } {
  const eps = sabotage === 'large-eps' ? 1 : 0;
  const net = new Perceptron([64, 32, 32, 10], {
    random: random('weights'),
    norm: (C) => new LayerNorm(C, { affine: false, eps }),
    deviation: (inputs) => 1 / Math.sqrt(inputs),
    bias: false,
    dtype,
  });
  const weights = net.hidden.map(({ linear }) => linear.weight);
  for (const { data } of weights) for (let i = 0; i < data.length; i++) data[i] *= setting.startScale;
  const optimizer = new SGD(new Map(weights.map((weight, i) => [`hidden.${i}`, weight])), {
    learningRate: setting.learningRate,
    momentum: momentum[arm],
    weightDecay: sabotage === 'no-decay' ? 0 : setting.weightDecay,
  });
  const { batch } = drawn(digits({ dtype }).train, { size: batchSize, random: random('batches') });
  const loss = (step: number): Tensor => {
    const { x, targets } = batch(step);
    return crossEntropy({ logits: net.forward(x), targets });
  };
  return { weights, training: training({ optimizer, loss, steps }) };
}

/** Of some numbers the one that is farthest from 1. */
const worst = (ratios: readonly number[]): number =>
  ratios.reduce((far, ratio) => (Math.abs(ratio - 1) > Math.abs(far - 1) ? ratio : far));

const inEquilibrium = (arm: string, text: string): Claim => ({
  id: `${arm}-equilibrium`,
  text,
  relation: 'between',
  threshold: [0.96, 1.04],
  value: (results) =>
    worst(
      planned
        .filter((plan) => plan.arm === arm)
        .map(({ setting }) => medianOver(results, { arm, ...setting }, 'angleOverTheory')),
    ),
  kind: {
    of: 'value',
    deviation: { metric: 'angleOverTheory', factor: 1.1, where: (result) => result.arm === arm },
  },
  sabotage: 'no-decay',
});

/** A claim that the largest of all records is nothing but rounding. */
const onlyRounding = (
  metric: string,
  threshold: number,
  words: Pick<Claim, 'id' | 'text' | 'sabotage'>,
): Claim => ({
  ...words,
  relation: 'at most',
  threshold,
  value: (results) => Math.max(...valuesOver(results, {}, metric)),
  kind: { of: 'value', deviation: { metric, factor: 1e7, where: () => true } },
});

const normFrom = (results: readonly Result[], startScale: number): number =>
  medianOver(results, { arm: 'sgd', learningRate: 0.1, weightDecay: 0.04, startScale }, 'normAtEnd');

const claims: readonly Claim[] = [
  inEquilibrium(
    'sgd',
    'SGD: in each of the settings the weights turn by √(2ηλ) per step, within 4 %, wherever they started',
  ),
  inEquilibrium('momentum', 'With momentum α = 0.9 they turn by √(2ηλ / (1 + α)) per step, within 4 %'),
  onlyRounding('cosine', 1e-12, {
    id: 'gradient-is-orthogonal',
    text: 'The gradient of weights before a LayerNorm with ε = 0 is orthogonal to them: |cosine| at most 1e-12',
    sabotage: 'large-eps',
  }),
  onlyRounding('rescaledLossDifference', 1e-10, {
    id: 'scale-is-a-learning-rate',
    text: 'Weights three times as large with nine times the rate train the same: losses differ by at most 1e-10',
    sabotage: 'rate-not-rescaled',
  }),
  {
    id: 'start-is-forgotten',
    text: 'From initial weights three times as large the norm at the end is the same within 6 % (η = 0.1, λ = 0.04)',
    relation: 'at most',
    threshold: 0.06,
    value: (results) => Math.abs(normFrom(results, 3) / normFrom(results, 1) - 1),
    kind: {
      of: 'value',
      deviation: { metric: 'normAtEnd', factor: 1.2, where: ({ setting }) => setting.startScale === 3 },
    },
    sabotage: 'no-decay',
  },
];
