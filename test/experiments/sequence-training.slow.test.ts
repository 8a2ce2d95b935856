import type { Tensor } from '../../src/autograd/tensor.js';
import { circumstances, finish } from '../../src/experiments/runs.js';
import { learned, sortingChance, sortingLearned } from '../../src/experiments/sequence-training.js';
import type { Lessons } from '../../src/experiments/sequence-training.js';
import { crossEntropy } from '../../src/nn/cross-entropy.js';
import type { Linear } from '../../src/nn/linear.js';
import { stream } from '../../src/tensor/random.js';
import { Adam } from '../../src/train/adam.js';
import { clipGradNorm } from '../../src/train/clip-grad-norm.js';
import { zeroGrad } from '../../src/train/optimizer.js';
import { sorting } from '../../src/train/sorting.js';
import type { PlacementName } from '../../src/transformer/placement.js';
import { TokenTransformer } from '../../src/transformer/token-transformer.js';

const task = sorting({ length: 4, symbols: 3, random: stream('strings', 5) });
const model = (): TokenTransformer =>
  new TokenTransformer({
    ...{ vocabulary: 3, length: 4, width: 4, hidden: 4, heads: 2, depth: 1, random: stream('weights', 5) },
  });
const lossOf = (net: TokenTransformer, { tokens, targets } = task.evaluation): Tensor =>
  crossEntropy({ logits: net.forward(tokens), targets });

test.each<Omit<Lessons, 'learningRate' | 'steps' | 'batch'>>([
  {},
  { betas: [0.8, 0.9], clip: 0.5, schedule: (step) => 1 / (1 + step) },
])('a model learns as a loop written out by hand has it learn: %j', (lessons) => {
  const [one, other] = [model(), model()];
  const { evalLoss, lossByStep } = finish(
    learned(one, task, { learningRate: 0.02, steps: 4, batch: 5, ...lessons }),
  );
  const optimizer = new Adam(other.namedParameters(), {
    learningRate: 0.02,
    betas: lessons.betas ?? [0.9, 0.98],
  });
  const losses = [0, 1, 2, 3].map((step) => {
    zeroGrad(optimizer.parameters);
    const loss = lossOf(other, task.batch(step, 5));
    loss.backward();
    if (lessons.clip !== undefined) clipGradNorm(optimizer.parameters, lessons.clip);
    optimizer.step(lessons.schedule?.(step) ?? 1);
    return loss.data[0];
  });
  expect(lossByStep).toEqual(losses);
  expect(evalLoss).toBe(lossOf(other).data[0]);
});

test('the modules are heard in the last step and in no other, with the weights before it', () => {
  const [heard, all]: [unknown[][], unknown[][]] = [[], []];
  const net = model();
  let step = 0;
  const lastStep: Lessons['lastStep'] = ({ path, output }) => {
    if (path === 'readout') heard.push([step, ...output.shape]);
  };
  for (const { done } of learned(net, task, { learningRate: 0.02, steps: 3, batch: 5, lastStep })) {
    step = done;
    all.push([...heard]);
  }
  expect(all.map((calls) => calls.length)).toEqual([0, 0, 1]);
  expect(heard).toEqual([[2, 5, 4, 3]]);
});

test('a seed gives the same strings and the same weights, whatever is built of them', () => {
  const start = (placement: PlacementName, seed: number = 3): unknown => {
    const found: Record<string, number[]> = {};
    const lessons: Omit<Lessons, 'batch'> = {
      ...{ learningRate: 0.01, steps: 1 },
      lastStep: ({ path, module, output }) => {
        if (path === 'embedding') found.strings = [...output.data];
        // It is drawn after all others.
        if (path === 'readout') found.weights = [...(module as Linear).weight.data];
      },
    };
    finish(sortingLearned(circumstances({ preset: 'notebook', seed }), { depth: 1, placement }, lessons));
    return found;
  };
  for (const placement of ['post', 'peri', 'rezero', 'deepnorm'] as const)
    expect(start(placement)).toEqual(start('none'));
  expect(start('none', 4)).not.toEqual(start('none'));
});

test('float32 is stored as such and learns the same at first', () => {
  const lossAfter = (dtype: 'float32' | 'float64'): number => {
    const given = circumstances({ preset: 'notebook', seed: 3, dtype });
    const lessons = { learningRate: 0.01, steps: 3 };
    return finish(sortingLearned(given, { depth: 1, placement: 'peri' }, lessons)).evalLoss;
  };
  const [single, double] = [lossAfter('float32'), lossAfter('float64')];
  expect(single).toBe(Math.fround(single));
  expect(single).not.toBe(double);
  expect(Math.abs(single / double - 1)).toBeLessThan(1e-5);
});

test('who knows nothing has a loss of the logarithm of the number of symbols', () => {
  expect(sortingChance('notebook')).toBeCloseTo(1.791759469228055, 14);
  expect(sortingChance('full')).toBeCloseTo(2.0794415416798357, 14);
});
