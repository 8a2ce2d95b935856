/** How large gradients are at the top of a Transformer before training, by its depth and by where its norms stand. */
import type { Tensor } from '../autograd/tensor.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import { watch } from '../autograd/watch.js';
import { log } from '../tensor/elementary.js';
import { filled, mapped } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { meanSquare } from '../tensor/rows.js';
import { EncoderBlock } from '../transformer/block.js';
import type { PlacementName } from '../transformer/placement.js';
import { TokenTransformer } from '../transformer/token-transformer.js';
import { norm } from './angles.js';
import { matching, medianOver, valuesOver } from './claims.js';
import type { Circumstances, Claim, Experiment, Numbers, Plan, Result, Step } from './experiment.js';
import { brokenPlacements, placementFor } from './placement-arms.js';

const arms = ['post', 'pre', 'peri', 'deepnorm', 'none'] as const;
const depths = [2, 4, 6, 8, 12, 16, 24, 32] as const;
const [width, length, vocabulary, batch] = [64, 16, 64, 4];

export const initializationGradients: Experiment = {
  name: 'initialization-gradients',
  question: 'How large is the gradient at the top of a Transformer before training, by its depth?',
  varied: 'the placement of the norms; the depth',
  held: `${width} features, as many hidden ones, one head with W_Q = W_K = 0, Xavier’s initial weights, ${batch} strings of ${length} of ${vocabulary} tokens with random targets: those of a seed are the same in all arms`,
  source:
    'Xiong et al. (2020), "On Layer Normalization in the Transformer Architecture", arXiv:2002.04745, theorem 1 and lemma 2',
  arms,
  metrics: {
    lastGradientNorm: 'the norm of the gradient of W₂, the last weights of feed-forward, in the last block',
    gradientRatio: 'that norm over the one of the first block',
    hiddenSquaredOverWidth:
      'for each block the mean over positions of ‖h‖² / width: before its last norm for Post-LN, after the block for the others; the embedding is not included',
  },
  seedsToJudge: 16,
  limits:
    'One step back at the start: a gradient of a good size does not mean that the network learns, nor a large one that it does not. The slope of Pre-LN is nearer to −0.45 than to −1/2, the limit of great depth. In deep stacks positions become alike: the mean over networks stays at Post-LN’s 3/2, single networks stray from it, and so it is asserted for the first three blocks only. The spread between seeds is large: the norm at one depth may differ threefold.',
  sabotages: brokenPlacements('quiet-branches', 'norm-off-the-stream', 'norm-on-the-stream', 'alpha-is-one'),
  plans: () => arms.flatMap((arm) => depths.map((depth) => ({ arm, setting: { depth }, cost: depth }))),
  run,
  claims: () => claims,
};

function* run({ arm, setting }: Plan, given: Circumstances): Generator<Step, Numbers> {
  const { random, dtype } = given;
  const model = new TokenTransformer({
    ...{ vocabulary, length, width, hidden: width, heads: 1, depth: Number(setting.depth) },
    ...{ placement: placementFor(arm as PlacementName, given), random: random('weights'), dtype },
  });
  const { blocks } = model.encoder;
  for (const { attention } of blocks)
    for (const { weight } of [attention.query, attention.key]) weight.data.fill(0);
  const { logits, hidden } = forward(model, randomTokens(random('tokens')), arm === 'post');
  yield { done: 1, of: 2, now: { hiddenSquaredOverWidth: hidden } };
  crossEntropy({ logits, targets: randomTokens(random('targets')) }).backward();
  const norms = blocks.map(({ feedForward }) =>
    norm(feedForward.second.weight.grad?.data ?? new Float64Array(0)),
  );
  const last = norms[norms.length - 1];
  return { lastGradientNorm: last, gradientRatio: last / norms[0], hiddenSquaredOverWidth: hidden };
}

function randomTokens(random: Stream): NDArray {
  return mapped(filled([batch, length], 0), () => random.integer(vocabulary));
}

/** Logits, and the mean square of the stream at each block: after it, or before its last norm if it ends in one. */
function forward(
  model: TokenTransformer,
  tokens: NDArray,
  beforeLastNorm: boolean,
): { readonly logits: Tensor; readonly hidden: readonly number[] } {
  const hidden: number[] = [];
  const lastNorms = beforeLastNorm ? model.encoder.blocks.map((block) => block.aroundFeedForward.sum) : [];
  const stop = watch(model, ({ module, inputs, output }) => {
    if (lastNorms.includes(module)) hidden.push(meanSquare((inputs[0] as Tensor).data));
    else if (module instanceof EncoderBlock && !lastNorms[0]) hidden.push(meanSquare(output.data));
  });
  const logits = model.forward(tokens);
  stop();
  return { logits, hidden };
}

/** The slope of the straight line through log(last gradient norm) against log(depth), by least squares over all records. */
export function slopeOverDepth(results: readonly Result[], arm: string): number {
  const x = valuesOver(results, { arm }, ({ setting }) => log(Number(setting.depth)));
  const y = valuesOver(results, { arm }, ({ metrics }) => log(Number(metrics.lastGradientNorm)));
  const [meanX, meanY] = [mean(x), mean(y)];
  const [products, squares] = [
    x.map((one, i) => (one - meanX) * (y[i] - meanY)),
    x.map((one) => (one - meanX) * (one - meanX)),
  ];
  return mean(products) / mean(squares);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of some numbers the one that is farthest from another. */
const farthest = (from: number, values: readonly number[]): number =>
  values.reduce((far, value) => (Math.abs(value - from) > Math.abs(far - from) ? value : far));

/** The mean over seeds, at depth 32, of the number of the l-th block. */
const hiddenAt = (results: readonly Result[], arm: string, l: number): number =>
  mean(
    valuesOver(results, { arm, depth: 32 }, ({ metrics }) => [metrics.hiddenSquaredOverWidth].flat()[l - 1]),
  );

const slope = (
  arm: string,
  threshold: readonly [number, number],
  words: string,
  sabotage: string,
): Claim => ({
  id: `${arm}-slope`,
  text: `${words}: the slope of log norm over log depth is between ${threshold[0]} and ${threshold[1]}`,
  relation: 'between',
  threshold,
  value: (results) => slopeOverDepth(results, arm),
  kind: {
    of: 'value',
    deviation: {
      metric: 'lastGradientNorm',
      factor: 4,
      where: (result) => result.arm === arm && Number(result.setting.depth) >= 16,
    },
  },
  sabotage,
});

const claims: readonly Claim[] = [
  slope(
    'post',
    [-0.15, 0.25],
    'The gradient at the top of Post-LN does not depend on the depth',
    'norm-off-the-stream',
  ),
  slope('pre', [-0.6, -0.35], 'That of Pre-LN falls about with the root of the depth', 'norm-on-the-stream'),
  {
    id: 'post-above-pre',
    text: 'The slope of Post-LN is at least 0.35 above that of Pre-LN',
    relation: 'at least',
    threshold: 0.35,
    value: (results) => slopeOverDepth(results, 'post') - slopeOverDepth(results, 'pre'),
    kind: { of: 'difference', between: ['post', 'pre'] },
    sabotage: 'norm-off-the-stream',
  },
  {
    id: 'post-hidden',
    text: 'Before the last norm of each of the first three blocks of Post-LN ‖h‖² / width is 3/2: 1.42 to 1.58',
    relation: 'between',
    threshold: [1.42, 1.58],
    value: (results) =>
      farthest(
        1.5,
        [1, 2, 3].map((l) => hiddenAt(results, 'post', l)),
      ),
    kind: {
      of: 'value',
      deviation: { metric: 'hiddenSquaredOverWidth', factor: 1.1, where: matching({ arm: 'post' }) },
    },
    sabotage: 'norm-off-the-stream',
  },
  {
    id: 'pre-hidden',
    text: 'After block l of Pre-LN ‖h‖² / width is between 1 + l/2 and 1 + 3l/2, for all 32: what is above 1 is 0.5 to 1.5 a block',
    relation: 'between',
    threshold: [0.5, 1.5],
    value: (results) =>
      farthest(
        1,
        Array.from({ length: 32 }, (_, i) => (hiddenAt(results, 'pre', i + 1) - 1) / (i + 1)),
      ),
    kind: {
      of: 'value',
      deviation: { metric: 'hiddenSquaredOverWidth', factor: 1.3, where: matching({ arm: 'pre' }) },
    },
    sabotage: 'norm-on-the-stream',
  },
  {
    id: 'deepnorm-even',
    text: 'Under DeepNorm the last block gets the same gradient as the first, within 10 %, at every depth',
    relation: 'between',
    threshold: [0.9, 1.1],
    value: (results) =>
      farthest(
        1,
        depths.map((depth) => medianOver(results, { arm: 'deepnorm', depth }, 'gradientRatio')),
      ),
    kind: {
      of: 'value',
      deviation: { metric: 'gradientRatio', factor: 1.2, where: matching({ arm: 'deepnorm', depth: 32 }) },
    },
    sabotage: 'alpha-is-one',
  },
  {
    id: 'none-explodes',
    text: 'Without norms the stream grows exponentially: ‖h‖² / width is at least 1e10 after 32 blocks',
    relation: 'at least',
    threshold: 1e10,
    value: (results) =>
      medianOver(
        results,
        { arm: 'none', depth: 32 },
        ({ metrics }) => [metrics.hiddenSquaredOverWidth].flat()[31],
      ),
    kind: {
      of: 'value',
      deviation: { metric: 'hiddenSquaredOverWidth', factor: 1e-6, where: matching({ arm: 'none' }) },
    },
    sabotage: 'quiet-branches',
  },
];
