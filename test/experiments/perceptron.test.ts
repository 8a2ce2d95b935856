import { hiddenNorms, Perceptron } from '../../src/experiments/perceptron.js';
import {
  add,
  crossEntropy,
  gradient,
  layerNorm,
  matmul,
  parameterChecks,
  relu,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';
import type { DType } from '../../src/index.js';

const widths = [5, 8, 8, 3];
const random = stream('perceptron test', 1);
const x = new Tensor(random.normals([4, 5]));
const targets = tensor([2, 0, 1, 2]);
const arms = Object.keys(hiddenNorms) as (keyof typeof hiddenNorms)[];

/** A network whose every parameter, γ and β too, is random. */
function net(arm: keyof typeof hiddenNorms, dtype: DType = 'float64'): Perceptron {
  const made = new Perceptron(widths, { random: stream('weights', 2), norm: hiddenNorms[arm], dtype });
  const values = stream('parameters', 3);
  for (const { data } of made.namedParameters().values()) data.forEach((_, i) => (data[i] = values.normal()));
  return made;
}

test('it is linear, norm and ReLU in each hidden layer, and a linear readout', () => {
  const p = net('layer-norm').namedParameters();
  const of = (name: string): Tensor => p.get(name) as Tensor;
  let h = x;
  for (const layer of ['hidden.0', 'hidden.1']) {
    const z = add(matmul(h, of(`${layer}.linear.weight`)), of(`${layer}.linear.bias`));
    h = relu(layerNorm({ x: z, gamma: of(`${layer}.norm.gamma`), beta: of(`${layer}.norm.beta`) }));
  }
  const want = add(matmul(h, of('readout.weight')), of('readout.bias'));
  const got = net('layer-norm').forward(x);
  expect(got.shape).toEqual([4, 3]);
  got.data.forEach((value, i) => expect(value).toBeCloseTo(want.data[i], 12));
});

test.each(arms)('the gradients of all parameters are right with %s', (arm) => {
  expect([...parameterChecks(net(arm), x)].filter(([, { ok }]) => !ok)).toEqual([]);
});

test('initial weights do not depend on the norm; their deviation is He’s unless said otherwise', () => {
  const weights = (options: Partial<ConstructorParameters<typeof Perceptron>[1]>): Float64Array[] => {
    const made = new Perceptron([72, 64, 16], { random: stream('weights', 5), ...options });
    return [made.hidden[0].linear.weight, made.readout.weight].map(({ data }) => Float64Array.from(data));
  };
  const rms = (w: Float64Array): number => Math.sqrt(w.reduce((sum, v) => sum + v * v, 0) / w.length);
  const bare = weights({});
  for (const arm of arms)
    expect(weights({ norm: hiddenNorms[arm] }).map((w) => w.join())).toEqual(bare.map((w) => w.join()));
  expect(rms(bare[0]) / Math.sqrt(2 / 72)).toBeCloseTo(1, 1);
  expect(rms(bare[1]) / Math.sqrt(2 / 64)).toBeCloseTo(1, 1);
  expect(rms(weights({ deviation: (inputs) => 1 / inputs })[1]) * 64).toBeCloseTo(1, 1);
});

test('bias can be left out, and float32 stays float32 through the loss', () => {
  const made = new Perceptron(widths, { random: stream('weights', 2), bias: false });
  expect([...made.namedParameters().keys()]).toEqual([
    'hidden.0.linear.weight',
    'hidden.1.linear.weight',
    'readout.weight',
  ]);
  for (const arm of arms) {
    const [one, other] = (['float64', 'float32'] as const).map((dtype) => {
      const small = net(arm, dtype);
      const input = new Tensor(stream('input', 6).normals([4, 5], { dtype }));
      const loss = crossEntropy({ logits: small.forward(input), targets });
      const [dW] = gradient(loss, [small.hidden[0].linear.weight]);
      expect([loss.dtype, dW.dtype]).toEqual([dtype, dtype]);
      return loss.data[0];
    });
    expect(Math.abs(other / one - 1)).toBeLessThan(1e-4);
  }
});
