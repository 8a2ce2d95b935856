/** Three wrong norms that were published, each trained beside the right one. Each of them runs, and looks right. */
import { noGrad } from '../autograd/recording.js';
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { transpose } from '../autograd/ops/transpose.js';
import type { Tensor } from '../autograd/tensor.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import { BatchNorm } from '../norm/batch-norm/index.js';
import { detachNorm } from '../norm/detach-norm.js';
import { LayerNorm, layerNorm } from '../norm/layer-norm.js';
import type { DType } from '../tensor/dtype.js';
import { badlyScaled } from '../train/badly-scaled.js';
import { copying } from '../train/copying.js';
import { SGD } from '../train/sgd.js';
import { training } from '../train/training.js';
import { CausalLanguageModel } from '../transformer/token-transformer.js';
import { matching, medianOver } from './claims.js';
import type { Circumstances, Claim, Experiment, Numbers, Result, Step } from './experiment.js';
import { Perceptron } from './perceptron.js';
import { alphaOnTheBranch } from './placement-arms.js';
import { learned } from './sequence-training.js';
import type { Build } from './sequence-training.js';

/** B11: the statistics of the batch are taken without recording, so that no gradient flows through them. */
export class BatchNormStopped extends BatchNorm {
  override forward(x: Tensor): Tensor {
    const right = noGrad(() => super.forward(x));
    if (!this.training) return right;
    const { eps, gamma = 1, beta = 0 } = this;
    return add(mul(transpose(detachNorm({ x: transpose(x) }, { eps })), gamma), beta);
  }
}

/** B2: the statistics of a position are taken over its features in all strings of the batch. */
export class LayerNormOverBatch extends LayerNorm {
  override forward(x: Tensor): Tensor {
    const { eps, gamma = 1, beta = 0 } = this;
    const [N, , C] = x.shape;
    const byPosition = transpose(x, [1, 0, 2]);
    const xhat = layerNorm({ x: byPosition }, { eps, normalizedShape: [N, C] });
    return add(mul(transpose(xhat, [1, 0, 2]), gamma), beta);
  }
}

const steps = 200;
const copyRate = 3e-3;
const perceptronRate = 0.1;

type Norms = Omit<Build, 'depth'>;

const copied: Readonly<Record<string, (dtype: DType) => Norms>> = {
  'right-deepnorm': () => ({ placement: 'deepnorm' }),
  'deepnorm-alpha-on-branch': () => ({ placement: alphaOnTheBranch }),
  'right-layer-norm': () => ({ placement: 'pre' }),
  'layer-norm-over-batch': (dtype) => ({
    placement: 'pre',
    norm: (C) => new LayerNormOverBatch(C, { dtype }),
  }),
};
const classified: Readonly<Record<string, typeof BatchNorm>> = {
  'right-batch-norm': BatchNorm,
  'batch-norm-stopped-gradient': BatchNormStopped,
};

function* copy(arm: string, { random, dtype, sabotage }: Circumstances): Generator<Step, number> {
  const [length, symbols] = [16, 32];
  const bare = sabotage === 'no-norm' && arm === 'layer-norm-over-batch';
  const norms: Norms = bare ? { placement: 'none' } : copied[arm](dtype);
  const task = copying({ length, symbols, random: random('strings') });
  const model = new CausalLanguageModel({
    ...{ vocabulary: symbols, length, width: 32, hidden: 128, heads: 4, depth: 8, ...norms },
    ...{ random: random('weights'), dtype },
  });
  const { evalLoss } = yield* learned(model, task, { learningRate: copyRate, steps, batch: 8 });
  return evalLoss;
}

function* classify(arm: string, { random, dtype }: Circumstances): Generator<Step, number> {
  const [inputs, width, layers, classes] = [32, 64, 10, 10];
  const net = new Perceptron([inputs, ...new Array<number>(layers).fill(width), classes], {
    random: random('weights'),
    norm: (C) => new classified[arm](C, { dtype }),
    dtype,
  });
  const data = badlyScaled({ random: random('data'), features: inputs, classes, dtype });
  const loss = (step: number, size: number = 64): Tensor => {
    const { x, targets } = data(step, size);
    return crossEntropy({ logits: net.forward(x), targets });
  };
  const optimizer = new SGD(net.namedParameters(), { learningRate: perceptronRate });
  for (const one of training({ optimizer, loss, steps }))
    yield { done: one.step + 1, of: steps, now: { loss: one.loss } };
  net.evaluate();
  return noGrad(() => loss(steps, 256)).data[0];
}

export const bugSideBySide: Experiment = {
  name: 'bug-side-by-side',
  question: 'What do three published mistakes in a norm cost, if one trains with them?',
  varied:
    'the norm, right or wrong: DeepNorm with α on the branch; BatchNorm with no gradient through its statistics; LayerNorm over the batch',
  held: `DeepNorm and LayerNorm (as Pre-LN): a causal Transformer of 8 blocks copies strings, Adam at ${copyRate}; BatchNorm: a perceptron of 10 hidden layers on badly scaled inputs, SGD at ${perceptronRate}; ${steps} steps; initial weights and data of a seed are the same, right or wrong`,
  source:
    'DeepNorm: Wang et al. (2022), arXiv:2203.00555; the gradient through the statistics of a batch: Ioffe and Szegedy (2015), arXiv:1502.03167, section 3; the mistakes stand in widely read teaching material (exhibits B2, B8 and B11 of the museum)',
  arms: [...Object.keys(copied), ...Object.keys(classified)],
  metrics: {
    evalLoss:
      'mean cross-entropy, after the last step, on 128 strings that are the same at every step, or on 256 fresh examples with running statistics; in nats; who knows nothing has ln 32 = 3.47 or ln 10 = 2.30',
  },
  limits:
    'One learning rate for each pair. What a mistake costs depends on the depth and the rate: a shallow network forgives all three.',
  sabotages: {
    mended: 'what is wrong is made right',
    'no-norm': 'in place of LayerNorm over the batch there is no norm',
  },
  plans: () => [
    ...Object.keys(copied).map((arm) => ({ arm, setting: { learningRate: copyRate }, cost: 10 })),
    ...Object.keys(classified).map((arm) => ({ arm, setting: { learningRate: perceptronRate }, cost: 1 })),
  ],
  *run({ arm }, given): Generator<Step, Numbers> {
    const trained = given.sabotage === 'mended' ? (mended[arm] ?? arm) : arm;
    const evalLoss = yield* trained in copied ? copy(trained, given) : classify(trained, given);
    return { evalLoss };
  },
  claims: () => claims,
};

/** The right norm for each wrong one. */
const mended: Readonly<Record<string, string>> = {
  'deepnorm-alpha-on-branch': 'right-deepnorm',
  'batch-norm-stopped-gradient': 'right-batch-norm',
  'layer-norm-over-batch': 'right-layer-norm',
};

const loss = (results: readonly Result[], arm: string): number => medianOver(results, { arm }, 'evalLoss');

const costs = (wrong: string, right: string, threshold: number, words: string): Claim => ({
  id: `${wrong}-costs`,
  text: `${words}: its loss is at least ${threshold} higher`,
  relation: 'at least',
  threshold,
  value: (results) => loss(results, wrong) - loss(results, right),
  kind: { of: 'difference', between: [wrong, right] },
  sabotage: 'mended',
});

const claims: readonly Claim[] = [
  costs(
    'deepnorm-alpha-on-branch',
    'right-deepnorm',
    1,
    'DeepNorm with α on the branch learns next to nothing',
  ),
  costs(
    'batch-norm-stopped-gradient',
    'right-batch-norm',
    0.3,
    'BatchNorm without a gradient through its statistics learns more slowly',
  ),
  {
    id: 'layer-norm-over-batch-learns',
    text: 'LayerNorm over the batch learns all the same: its loss is at most 0.5, and no training curve gives it away',
    relation: 'at most',
    threshold: 0.5,
    value: (results) => loss(results, 'layer-norm-over-batch'),
    kind: {
      of: 'value',
      deviation: { metric: 'evalLoss', factor: 20, where: matching({ arm: 'layer-norm-over-batch' }) },
    },
    sabotage: 'no-norm',
  },
];
