import {
  Adam,
  badlyScaled,
  BatchNorm,
  checkpoint,
  crossEntropy,
  Dropout,
  LayerNorm,
  Linear,
  ReLU,
  restore,
  Sequential,
  SGD,
  stream,
  training,
  warmUp,
} from '../../src/index.js';
import type { Checkpoint, Trained, TrainingStep } from '../../src/index.js';

/** A net with all that has a state: parameters, running statistics, dropout, Adam. */
function fresh(seed = 1): Trained {
  const random = stream('weights', seed);
  const model = new Sequential([
    new Linear(4, 8, { random }),
    new BatchNorm(8),
    new ReLU(),
    new Dropout(0.3, { random: stream('dropout', 1) }),
    new Linear(8, 3, { random }),
  ]);
  return { model, optimizer: new Adam(model.namedParameters(), { learningRate: 0.05 }) };
}

const batch = badlyScaled({ random: stream('data', 1), features: 4, classes: 3 });

function run({ model, optimizer }: Trained, from: number, steps: number): TrainingStep[] {
  const loss: Parameters<typeof training>[0]['loss'] = (step) => {
    const { x, targets } = batch(step, 8);
    return crossEntropy({ logits: (model as Sequential).forward(x), targets });
  };
  return [...training({ optimizer, loss, from, steps, schedule: warmUp(15), clip: 1 })];
}

const reread = (kept: Checkpoint): Checkpoint => JSON.parse(JSON.stringify(kept)) as Checkpoint;

test('twenty steps are ten, written out, read by a fresh net, and ten more: bit for bit', () => {
  const straight = fresh();
  const all = run(straight, 0, 20);
  const first = fresh();
  const before = run(first, 0, 10);
  const second = fresh(2);
  const from = restore(second, reread(checkpoint(first, 10)));
  expect(from).toBe(10);
  expect([...before, ...run(second, from, 20)]).toEqual(all);
  expect(checkpoint(second, 20)).toEqual(checkpoint(straight, 20));
});

test.each(['model', 'optimizer'] as const)('without the %s that was kept it goes elsewhere', (part) => {
  const first = fresh();
  const all = run(first, 0, 10);
  const kept = checkpoint(first, 10);
  const untouched = checkpoint(fresh(), 10);
  const second = fresh();
  restore(second, { ...kept, [part]: untouched[part] });
  expect([...all, ...run(second, 10, 20)]).not.toEqual(run(fresh(), 0, 20));
});

test('a dropout goes on with the masks that would have come next', () => {
  const first = fresh();
  run(first, 0, 10);
  expect(checkpoint(first, 10).model['layers.3.passes'].data).toEqual([10]);
});

test('what JSON has no number for is kept too, in both precisions', () => {
  for (const dtype of ['float64', 'float32'] as const) {
    const model = new LayerNorm(5, { dtype });
    const trained = { model, optimizer: new SGD(model.namedParameters(), { learningRate: 1 }) };
    const odd = [NaN, Infinity, -Infinity, -0, 0.1];
    model.gamma?.data.set(odd);
    const kept = reread(checkpoint(trained, 0));
    model.gamma?.data.fill(7);
    restore(trained, kept);
    model.gamma?.data.forEach((value, i) =>
      expect(value).toBe(dtype === 'float64' ? odd[i] : Math.fround(odd[i])),
    );
  }
});

test('a checkpoint of something else is refused, and nothing is changed', () => {
  const trained = fresh();
  const before = checkpoint(trained, 0);
  const { model } = fresh(2);
  const other = { model, optimizer: new SGD(model.namedParameters(), { learningRate: 1, momentum: 0.9 }) };
  expect(() => restore(trained, checkpoint(other, 3))).toThrow('loadStateDict: the state lacks');
  expect(checkpoint(trained, 0)).toEqual(before);
});
