import { initializationGradients, slopeOverDepth } from '../../src/experiments/initialization-gradients.js';
import { crossEntropy } from '../../src/nn/cross-entropy.js';
import { ndarray } from '../../src/tensor/ndarray.js';
import type { NDArray } from '../../src/tensor/ndarray.js';
import { streams } from '../../src/tensor/random.js';
import { TokenTransformer } from '../../src/transformer/token-transformer.js';
import type { Numbers } from '../../src/experiments/experiment.js';
import { asIf, metricsOf, misjudged } from './as-if.js';

const at = (arm: string, depth: number, seed = 1, sabotage?: string): Numbers =>
  metricsOf(
    initializationGradients,
    { arm, setting: { depth } },
    { seed, ...(sabotage !== undefined && { sabotage }) },
  );
const hidden = (numbers: Numbers): readonly number[] => numbers.hiddenSquaredOverWidth as readonly number[];

test('there is one size for each block, and the first blocks are the same at every depth', () => {
  for (const arm of ['post', 'pre', 'none']) {
    const [shallow, deep] = [hidden(at(arm, 2)), hidden(at(arm, 4))];
    expect([shallow.length, deep.length]).toEqual([2, 4]);
    expect(deep.slice(0, 2)).toEqual(shallow);
  }
});

test('the size is measured before the last norm of Post-LN, and after the block of DeepNorm, where it is 1', () => {
  for (const size of hidden(at('post', 2))) expect(Math.abs(size - 1.5)).toBeLessThan(0.4);
  for (const size of hidden(at('deepnorm', 2))) expect(Math.abs(size - 1)).toBeLessThan(1e-4);
});

test('gradients are those of W₂ in the last block and in the first, of one step back from random targets', () => {
  const random = streams(1);
  const sizes = {
    vocabulary: 64,
    length: 16,
    width: 64,
    hidden: 64,
    heads: 1,
    depth: 3,
    placement: 'peri',
  } as const;
  const model = new TokenTransformer({ ...sizes, random: random('weights') });
  for (const [path, { data }] of model.namedParameters()) if (/(query|key)\.weight$/.test(path)) data.fill(0);
  const drawn = (name: string): NDArray => {
    const from = random(name);
    return ndarray(
      Array.from({ length: 64 }, () => from.integer(64)),
      [4, 16],
    );
  };
  crossEntropy({ logits: model.forward(drawn('tokens')), targets: drawn('targets') }).backward();
  const [first, , last] = model.encoder.blocks.map(({ feedForward }) =>
    Math.hypot(...(feedForward.second.weight.grad?.data ?? [])),
  );
  const { lastGradientNorm, gradientRatio } = at('peri', 3);
  expect(lastGradientNorm).toBeCloseTo(last, 12);
  expect(gradientRatio).toBeCloseTo(last / first, 12);
});

test('each sabotage makes of an arm what its words say', () => {
  const gradients = ({ lastGradientNorm, gradientRatio }: Numbers): unknown[] => [
    lastGradientNorm,
    gradientRatio,
  ];
  expect(gradients(at('post', 2, 1, 'norm-off-the-stream'))).toEqual(gradients(at('pre', 2)));
  expect(gradients(at('pre', 2, 1, 'norm-on-the-stream'))).toEqual(gradients(at('post', 2)));
  expect(gradients(at('deepnorm', 2, 1, 'alpha-is-one'))).toEqual(gradients(at('post', 2)));
  expect(hidden(at('none', 2, 1, 'quiet-branches'))[1]).toBeLessThan(hidden(at('none', 2))[1]);
});

test('the slope of a power of the depth is its exponent, whatever stands in front of it', () => {
  const results = asIf(initializationGradients, ({ arm, setting }) => ({
    lastGradientNorm: arm === 'pre' ? 3 * Number(setting.depth) ** -0.5 : 7,
  }));
  expect(slopeOverDepth(results, 'pre')).toBeCloseTo(-0.5, 12);
  expect(slopeOverDepth(results, 'post')).toBeCloseTo(0, 12);
});

test('the claims hold on what PyTorch measured, and notice what is wrong with it', () => {
  const last: Readonly<Record<string, readonly number[]>> = {
    post: [0.64029, 0.69763, 0.78908, 0.82105, 0.80332, 0.84295, 0.83528, 0.87252],
    pre: [0.5182, 0.37704, 0.32044, 0.32603, 0.23203, 0.20362, 0.1873, 0.14111],
  };
  const growth: Readonly<Record<string, (l: number) => number>> = {
    post: () => 1.5027,
    pre: (l) => 1 + 1.32 * l - (l === 1 ? 0.75 : 0),
    none: (l) => 1.4682e14 * Math.pow(2.8, l - 32),
  };
  const results = asIf(initializationGradients, ({ arm, setting }) => ({
    lastGradientNorm: (last[arm] ?? last.pre)[[2, 4, 6, 8, 12, 16, 24, 32].indexOf(Number(setting.depth))],
    gradientRatio: arm === 'deepnorm' ? 0.97 : 0.3,
    hiddenSquaredOverWidth: Array.from({ length: Number(setting.depth) }, (_, l) =>
      (growth[arm] ?? growth.pre)(l + 1),
    ),
  }));
  expect(misjudged(initializationGradients, results)).toEqual([]);
});
