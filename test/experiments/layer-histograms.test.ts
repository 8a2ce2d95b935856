import { HiddenLayer, hiddenNorms, Perceptron } from '../../src/experiments/perceptron';
import { layerHistograms } from '../../src/experiments/layer-histograms';
import { crossEntropy, kaimingDeviation } from '../../src/nn/index';
import { matmul, watch } from '../../src/autograd/index';
import type { Tensor } from '../../src/autograd/index';
import { streams } from '../../src/tensor/random';
import { meanSquare } from '../../src/tensor/rows';
import { badlyScaled } from '../../src/train/index';

const [rate, seed] = [0.05, 3];
/** The same network before its first update, with what its hidden layers give. */
const start = (): { net: Perceptron; x: Tensor; loss: Tensor; outputs: Tensor[] } => {
  const random = streams(seed);
  const widths = [32, ...new Array<number>(10).fill(64), 10];
  const deviation = (): number => kaimingDeviation(64);
  const net = new Perceptron(widths, { random: random('weights'), norm: hiddenNorms.none, deviation });
  const { x, targets } = badlyScaled({ random: random('data'), features: 32 })(0, 32);
  const outputs: Tensor[] = [];
  const stop = watch(net, ({ module, output }) => module instanceof HiddenLayer && outputs.push(output));
  const loss = crossEntropy({ logits: net.forward(x), targets });
  stop();
  return { net, x, loss, outputs };
};
const bare = layerHistograms({ norm: 'none', seed, learningRate: rate, steps: 2, every: 2 });
const total = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);
const norm = ({ data }: { data: ArrayLike<number> }): number =>
  Math.sqrt(Array.from(data).reduce((sum, value) => sum + value * value, 0));

it('has a frame before the first update and one after the last', () => {
  expect(bare.steps).toEqual([0, 2]);
  expect(bare.losses[0]).toBeCloseTo(start().loss.data[0], 12);
  const all = bare.layers.map((one) => [
    one.activations,
    one.gradients,
    one.size,
    one.dead,
    one.updateToData,
  ]);
  expect(all.flat().map((list) => list.length)).toEqual(new Array(50).fill(2));
});

it('measures what reaches the ReLU: without a norm x W, with one what the norm made of it', () => {
  const { net, x } = start();
  const z = matmul(x, net.hidden[0].linear.weight);
  expect(bare.layers[0].size[0]).toBeCloseTo(Math.sqrt(meanSquare(z.data)), 12);
  const outside = Array.from(z.data).filter((value) => value < -3.5).length / z.data.length;
  expect(bare.layers[0].activations[0][0]).toBeCloseTo(outside, 12);
  const normed = layerHistograms({ norm: 'batch-norm', seed, learningRate: rate, steps: 0 });
  normed.layers.forEach(({ size }) => expect(Math.abs(size[0] - 1)).toBeLessThan(1e-3));
});

it('compares the update that follows a frame with the weights before it', () => {
  const { net, loss } = start();
  loss.backward();
  bare.layers.forEach((layer, l) => {
    const { weight } = net.hidden[l].linear;
    expect(layer.updateToData[0] / ((rate * norm(weight.grad as Tensor)) / norm(weight))).toBeCloseTo(1, 10);
  });
});

it('counts gradients of the outputs by powers of ten, and dead units', () => {
  const { outputs, loss } = start();
  loss.backward();
  const dead = (h: Tensor): number =>
    Array.from({ length: 64 }, (_, j) => h.data.every((value, i) => i % 64 !== j || value === 0)).filter(
      Boolean,
    ).length / 64;
  expect(bare.layers.map((layer) => layer.dead[0])).toEqual(outputs.map(dead));
  expect(Math.max(...bare.layers.map((layer) => layer.dead[0]))).toBeGreaterThan(0);
  // 16 bins from 10^-10 to 1: number 12 holds those from 10^-2.5 to 10^-1.875.
  const share = (h: Tensor): number => {
    const sizes = Array.from((h.grad as Tensor).data, Math.abs);
    return (
      sizes.filter((size) => size >= Math.pow(10, -2.5) && size < Math.pow(10, -1.875)).length / sizes.length
    );
  };
  bare.layers.forEach(({ gradients }, l) => {
    expect(gradients[0][12]).toBeCloseTo(share(outputs[l]), 12);
    expect(total(gradients[0])).toBeCloseTo(1, 12);
  });
});

it('counts in no bin what is no number any more', () => {
  const lost = layerHistograms({ norm: 'none', seed, learningRate: 1e6, steps: 4, every: 4 });
  expect(lost.losses[1]).toBeNaN();
  expect(total(lost.layers[9].activations[1])).toBe(0);
});
