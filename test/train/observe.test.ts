import {
  Adam,
  badlyScaled,
  crossEntropy,
  Linear,
  moments,
  observe,
  ReLU,
  Sequential,
  sorting,
  stream,
  TokenTransformer,
  training,
} from '../../src/index.js';
import type { Observer, Statistics, Tensor, TrainingStep } from '../../src/index.js';

const batch = badlyScaled({ random: stream('data', 1), features: 4, classes: 3 });

/** A small net in training, with or without someone who listens. */
function run(listen?: (net: Sequential) => Observer): {
  steps: TrainingStep[];
  heard: Statistics[];
  net: Sequential;
} {
  const random = stream('weights', 1);
  const net = new Sequential([new Linear(4, 5, { random }), new ReLU(), new Linear(5, 3, { random })]);
  const optimizer = new Adam(net.namedParameters(), { learningRate: 0.01 });
  const observer = listen?.(net);
  const loss = (step: number): Tensor => {
    const { x, targets } = batch(step, 16);
    return crossEntropy({ logits: net.forward(x), targets });
  };
  const [steps, heard]: [TrainingStep[], Statistics[]] = [[], []];
  for (const step of training({ optimizer, loss, steps: 4 })) {
    steps.push(step);
    if (observer) heard.push(observer.read());
  }
  observer?.stop();
  return { steps, heard, net };
}

test('listening changes no number', () => {
  expect(run((net) => observe(net)).steps).toEqual(run().steps);
});

test('every layer and parameter is told, with gradients', () => {
  const { heard, net } = run((of) => observe(of, { bins: 7 }));
  const last = heard[3];
  expect(Object.keys(last.layers)).toEqual(['layers.0', 'layers.1', 'layers.2']);
  expect(Object.keys(last.parameters)).toEqual([...net.namedParameters().keys()]);
  expect(last.attention).toEqual({});
  for (const { activation, gradient } of Object.values(last.layers)) {
    expect(activation.histogram.counts).toHaveLength(7);
    expect(gradient?.deviation).toBeGreaterThan(0);
  }
  const gradient = net.namedParameters().get('layers.2.weight')?.grad as Tensor;
  expect(last.parameters['layers.2.weight'].gradient).toMatchObject(moments(gradient));
});

test('the step is compared with the parameter before it', () => {
  const before = new Map<string, number[]>();
  const { heard, net } = run((of) => {
    for (const [path, { data }] of of.namedParameters()) before.set(path, [...data]);
    return observe(of);
  });
  // Adam's first step has length η in every number with a gradient.
  const start = before.get('layers.2.weight') as number[];
  const length = Math.sqrt(start.reduce((sum, value) => sum + value * value, 0));
  const expected = Math.log10((0.01 * Math.sqrt(start.length)) / length);
  expect(heard[0].parameters['layers.2.weight'].updateToData).toBeCloseTo(expected, 4);
  expect(heard[3].parameters['layers.2.weight'].updateToData).toBeLessThan(expected + 0.2);
  expect(net.namedParameters().size).toBe(4);
});

test('units that no example wakes are told', () => {
  const random = stream('weights', 1);
  const net = new Sequential([new Linear(2, 4, { random }), new ReLU()]);
  const [linear] = net.layers as [Linear, ReLU];
  linear.bias?.data.set([-1e6, 0, -1e6, 1e6]);
  const observer = observe(net);
  net.forward(badlyScaled({ random, features: 2 })(0, 8).x);
  const { dead, gradient } = observer.read().layers['layers.1'];
  expect(dead).toBeGreaterThanOrEqual(0.5);
  expect(dead).toBeLessThan(1);
  expect(gradient).toBeUndefined();
  expect(observer.read().layers['layers.0'].dead).toBe(0);
});

test('attention is told by its path, with entropies from 0 to ln T', () => {
  const random = stream('weights', 1);
  const options = { vocabulary: 5, length: 6, width: 8, hidden: 8, heads: 2, depth: 2 };
  const model = new TokenTransformer({ ...options, random });
  const observer = observe(model);
  model.forward(sorting({ length: 6, symbols: 5, random: stream('sorting', 1) }).batch(0, 3).tokens);
  const { attention, layers } = observer.read();
  expect(Object.keys(attention)).toHaveLength(2);
  for (const [path, { entropy, largestLogit }] of Object.entries(attention)) {
    expect(layers[path].activation.deviation).toBeGreaterThan(0);
    expect(Object.keys(layers).filter((layer) => layer === `${path}.scores`)).toEqual([]);
    expect(entropy).toBeGreaterThan(0);
    expect(entropy).toBeLessThanOrEqual(Math.log(6));
    expect(largestLogit).toBeGreaterThan(0);
  }
});

test('who stopped listening hears no more', () => {
  const random = stream('weights', 1);
  const net = new Sequential([new Linear(4, 2, { random })]);
  const observer = observe(net);
  net.forward(batch(0, 8).x);
  const before = observer.read().layers['layers.0'].activation;
  observer.stop();
  net.forward(batch(1, 8).x);
  expect(observer.read().layers['layers.0'].activation).toEqual(before);
});
