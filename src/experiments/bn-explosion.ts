/** How fast gradients grow on their way back through a deep network at its start, and that BatchNorm makes them. */
import { gradient } from '../autograd/gradient.js';
import { add } from '../autograd/ops/add.js';
import { matmul } from '../autograd/ops/matmul.js';
import { relu } from '../autograd/ops/relu.js';
import { transpose } from '../autograd/ops/transpose.js';
import { detach, Tensor } from '../autograd/tensor.js';
import { BatchNorm } from '../norm/batch-norm/index.js';
import { detachNorm } from '../norm/detach-norm.js';
import { layerNorm } from '../norm/layer-norm.js';
import { rmsNorm } from '../norm/rms-norm.js';
import { exp, log } from '../tensor/elementary.js';
import { norm } from './angles.js';
import { medianOver } from './claims.js';
import type { Circumstances, Claim, Experiment, Numbers, Plan, Result, Step } from './experiment.js';

/** √(π / (π − 1)), about 1.2112: the growth per layer under BatchNorm and ReLU, in a wide layer and a large batch. */
export const growthUnderBatchNorm: number = Math.sqrt(Math.PI / (Math.PI - 1));

/** (B − 2) / (B − 3): the growth per layer of the *square* under BatchNorm without ReLU, for a batch of B. */
export function squaredGrowthOfLinear(batch: number): number {
  return (batch - 2) / (batch - 3);
}

/** The layers whose growth is averaged: the first ones still see the input, which is no output of a ReLU. */
const averaged = { from: 5, to: 25 } as const;

type Setting = Readonly<Record<'width' | 'batch' | 'depth', number>>;
type Norm = (x: Tensor) => Tensor;

/** One layer: how z = h W is normalized, what follows, and whether h is added. */
interface Kind {
  readonly norm: Norm;
  readonly relu: boolean;
  readonly residual: boolean;
}

const plain = (arm: string, width: number, batch: number, depth: number): Plan => ({
  arm,
  setting: { width, batch, depth },
  cost: (width * batch * depth * (width + 400)) / 1e6,
});

export const bnExplosion: Experiment = {
  name: 'bn-explosion',
  question: 'Does normalization keep gradients of one size through a deep network at its start?',
  varied:
    'the normalization (statistics over the batch, over the features, none), ReLU or not, residual or not',
  held: 'the initial weights N(0, 2/width) without bias, the input and the cotangent at the top: both N(0, 1); ε = 0',
  source:
    'Yang, Pennington, Rao, Sohl-Dickstein and Schoenholz (2019), "A Mean Field Theory of Batch Normalization", arXiv:1902.08129',
  arms: ['batch-norm', 'layer-norm', 'rms-norm', 'none', 'linear-batch-norm', 'residual-batch-norm'],
  metrics: {
    gradientGrowth: `the factor by which the norm of the gradient grows per layer on its way back: geometric mean over layers ${averaged.from} to ${averaged.to}, as far as there are`,
    firstOverLast: 'residual only: the norm of the gradient at the input over that at the output',
  },
  limits:
    'Nothing is trained here: what is large at the start need not stay so, and need not keep a network from learning. The constants are those of infinite width; at width 256 the linear network is about 1 % below its own, and with fewer than 8 examples in the batch further below.',
  dtype: 'float64',
  sabotages: {
    'no-norm': 'BatchNorm passes its input on unchanged',
    'statistics-over-the-batch': 'LayerNorm and RMSNorm take their statistics over the batch',
    'variance-halved': 'weights N(0, 1/width): what ReLU takes is not made up for',
    'statistics-are-constants': 'the way back of BatchNorm takes its mean and variance for constants',
    'no-skip': 'the residual network adds nothing to its layers',
  },
  plans: (preset) => [
    plain('batch-norm', 256, 128, 30),
    ...(preset === 'full' ? [plain('batch-norm', 128, 64, 30), plain('batch-norm', 512, 128, 30)] : []),
    ...['layer-norm', 'rms-norm', 'none'].map((arm) => plain(arm, 256, 128, 30)),
    ...[8, 16, 32].map((batch) => plain('linear-batch-norm', 256, batch, 30)),
    ...[10, 20, 40].map((depth) => plain('residual-batch-norm', 128, 64, depth)),
  ],
  run,
  claims: (preset) => [...claims, ...(preset === 'full' ? narrow : [])],
};

function* run(plan: Plan, given: Circumstances): Generator<Step, Numbers> {
  const setting = plan.setting as Setting;
  const { width, batch, depth } = setting;
  const kind = kindOf(plan.arm, given.sabotage, width);
  const deviation = Math.sqrt((given.sabotage === 'variance-halved' ? 1 : 2) / width);
  const weights = given.random('weights');
  const { dtype } = given;

  // Each layer keeps its own short graph, so that the way back can pause between layers.
  const layers: { readonly input: Tensor; readonly output: Tensor }[] = [];
  let h = new Tensor(given.random('input').normals([batch, width], { dtype }));
  for (let l = 0; l < depth; l++) {
    const input = detach(h);
    h = layer(input, new Tensor(weights.normals([width, width], { deviation, dtype })), kind);
    layers.push({ input, output: h });
    yield { done: l + 1, of: 2 * depth };
  }
  let dh = new Tensor(given.random('cotangent').normals([batch, width], { dtype }));
  const norms = [norm(dh.data)];
  for (const { input, output } of layers.reverse()) {
    [dh] = gradient(output, [input], { dy: dh });
    norms.unshift(norm(dh.data));
    yield { done: depth + norms.length - 1, of: 2 * depth, now: { gradientNorms: norms } };
  }
  const to = Math.min(averaged.to, depth);
  const growth = exp(log(norms[averaged.from - 1] / norms[to]) / (to - averaged.from + 1));
  return {
    gradientGrowth: growth,
    ...(plan.arm === 'residual-batch-norm' && { firstOverLast: norms[0] / norms[depth] }),
  };
}

function kindOf(arm: string, sabotage: string | undefined, width: number): Kind {
  const eps = 0;
  const overBatch = (norm: Norm): Norm =>
    sabotage === 'statistics-over-the-batch' ? (x) => transpose(norm(transpose(x))) : norm;
  const same: Norm = (x) => x;
  const batchNorm = new BatchNorm(width, { eps, affine: false });
  const batch: Norm =
    sabotage === 'no-norm'
      ? same
      : sabotage === 'statistics-are-constants'
        ? (x) => transpose(detachNorm({ x: transpose(x) }, { eps, detach: 'both' }))
        : (x) => batchNorm.forward(x);
  const norms: Readonly<Record<string, Norm>> = {
    none: same,
    'layer-norm': overBatch((x) => layerNorm({ x }, { eps })),
    'rms-norm': overBatch((x) => rmsNorm({ x }, { eps })),
  };
  return {
    norm: norms[arm] ?? batch,
    relu: arm !== 'linear-batch-norm',
    residual: arm === 'residual-batch-norm' && sabotage !== 'no-skip',
  };
}

/** h' = ReLU(norm(h W)), or without ReLU, or added to h. */
function layer(h: Tensor, W: Tensor, kind: Kind): Tensor {
  const z = kind.norm(matmul(h, W));
  const y = kind.relu ? relu(z) : z;
  return kind.residual ? add(h, y) : y;
}

const growth = (results: readonly Result[], where: Record<string, string | number>): number =>
  medianOver(results, where, 'gradientGrowth');

const growsBy = (
  id: string,
  where: { readonly arm: string; readonly width: number },
  threshold: readonly [number, number],
  sabotage: string,
): Claim => ({
  id,
  text: `${where.arm}, width ${where.width}: the gradient grows by a factor from ${threshold[0]} to ${threshold[1]} per layer`,
  relation: 'between',
  threshold,
  value: (results) => growth(results, where),
  kind: {
    of: 'value',
    deviation: { metric: 'gradientGrowth', factor: 1.1, where: ({ arm }) => arm === where.arm },
  },
  sabotage,
});

const claims: readonly Claim[] = [
  growsBy('batch-norm-growth', { arm: 'batch-norm', width: 256 }, [1.19, 1.23], 'no-norm'),
  growsBy('layer-norm-keeps', { arm: 'layer-norm', width: 256 }, [0.96, 1.04], 'statistics-over-the-batch'),
  growsBy('rms-norm-keeps', { arm: 'rms-norm', width: 256 }, [0.96, 1.04], 'statistics-over-the-batch'),
  growsBy('he-keeps', { arm: 'none', width: 256 }, [0.96, 1.04], 'variance-halved'),
  {
    id: 'batch-norm-above-layer-norm',
    text: 'Under BatchNorm the gradient grows at least 1.15 times as fast per layer as under LayerNorm',
    relation: 'at least',
    threshold: 1.15,
    value: (results) =>
      growth(results, { arm: 'batch-norm', width: 256 }) / growth(results, { arm: 'layer-norm', width: 256 }),
    kind: { of: 'difference', between: ['batch-norm', 'layer-norm'] },
    sabotage: 'no-norm',
  },
  {
    id: 'linear-growth',
    text: 'Without ReLU its square is within 3 % of (B − 2)/(B − 3) for B = 8, 16, 32',
    relation: 'at most',
    threshold: 0.03,
    value: (results) =>
      Math.max(
        ...[8, 16, 32].map((batch) => {
          const factor = growth(results, { arm: 'linear-batch-norm', batch });
          return Math.abs((factor * factor) / squaredGrowthOfLinear(batch) - 1);
        }),
      ),
    kind: {
      of: 'value',
      deviation: { metric: 'gradientGrowth', factor: 1.05, where: ({ setting }) => setting.batch === 8 },
    },
    sabotage: 'statistics-are-constants',
  },
  {
    id: 'residual-growth',
    text: 'With residual connections 40 layers multiply the gradient by less than 20, not by 1.21⁴⁰, some 2000',
    relation: 'at most',
    threshold: 20,
    value: (results) => medianOver(results, { arm: 'residual-batch-norm', depth: 40 }, 'firstOverLast'),
    kind: {
      of: 'value',
      deviation: { metric: 'firstOverLast', factor: 3, where: ({ setting }) => setting.depth === 40 },
    },
    sabotage: 'no-skip',
  },
];

const narrow: readonly Claim[] = [
  growsBy('batch-norm-growth-narrow', { arm: 'batch-norm', width: 128 }, [1.2, 1.25], 'no-norm'),
];
