import { Adam, mul, SGD, sub, sum, tensor, training, warmUp } from '../../src/index.js';
import type { Tensor, TrainingStep } from '../../src/index.js';

/** ‖w − (3, −1)‖², whose gradient is 2(w − (3, −1)). */
function bowl(): { weight: Tensor; parameters: Map<string, Tensor>; loss: () => Tensor } {
  const weight = tensor([1, 2]);
  const loss = (): Tensor => {
    const off = sub(weight, tensor([3, -1]));
    return sum(mul(off, off));
  };
  return { weight, parameters: new Map([['weight', weight]]), loss };
}

test('each step is told with the loss and the gradient before it', () => {
  const { weight, parameters, loss } = bowl();
  const optimizer = new SGD(parameters, { learningRate: 0.25 });
  const run = training({ optimizer, loss, steps: 2 });
  expect(run.next().value).toEqual({ step: 0, loss: 13, gradientNorm: Math.sqrt(52), learningRate: 0.25 });
  expect([...weight.data]).toEqual([2, 0.5]); // halfway: 1 − 2 · 0.25
  expect(run.next().value).toMatchObject({ step: 1, loss: 13 / 4 });
  expect(run.next().done).toBe(true);
});

test('gradients do not pile up, and stay to be read until the next step', () => {
  const { weight, parameters, loss } = bowl();
  const optimizer = new SGD(parameters, { learningRate: 0 });
  for (const { gradientNorm } of training({ optimizer, loss, steps: 3 })) {
    expect([...(weight.grad as Tensor).data]).toEqual([-4, 6]);
    expect(gradientNorm).toBe(Math.sqrt(52));
  }
});

test('the schedule multiplies the rate, and the loss hears the step', () => {
  const { parameters, loss } = bowl();
  const optimizer = new SGD(parameters, { learningRate: 0.2 });
  const heard: number[] = [];
  const rates = Array.from(
    training({
      optimizer,
      steps: 6,
      from: 2,
      schedule: warmUp(4),
      loss: (step) => (heard.push(step), loss()),
    }),
    ({ learningRate }) => learningRate,
  );
  expect(heard).toEqual([2, 3, 4, 5]);
  expect(rates).toEqual([0.2 * 0.75, 0.2, 0.2, 0.2]);
  expect(optimizer.learningRate).toBe(0.2);
});

test('the schedule’s factor shortens the step itself', () => {
  const { weight, parameters, loss } = bowl();
  const optimizer = new SGD(parameters, { learningRate: 0.25 });
  training({ optimizer, loss, steps: 2, schedule: warmUp(2) }).next();
  expect([...weight.data]).toEqual([1.5, 1.25]); // a quarter of the way: 2 · 0.25 · ½
});

test('clipping shortens the step and tells the norm before it', () => {
  const { weight, parameters, loss } = bowl();
  const optimizer = new SGD(parameters, { learningRate: 1 });
  const [{ gradientNorm }] = training({ optimizer, loss, steps: 1, clip: 0.5 });
  expect(gradientNorm).toBe(Math.sqrt(52));
  const moved = Math.sqrt(
    (weight.data[0] - 1) * (weight.data[0] - 1) + (weight.data[1] - 2) * (weight.data[1] - 2),
  );
  expect(moved).toBeCloseTo(0.5, 6);
});

test('a run that rests between its steps gives the same numbers as one that does not', () => {
  const run = (): Generator<TrainingStep, void> => {
    const { parameters, loss } = bowl();
    return training({ optimizer: new Adam(parameters, { learningRate: 0.1 }), loss, steps: 8 });
  };
  const straight = [...run()];
  const [one, other] = [run(), run()];
  const taken: unknown[] = [];
  for (let i = 0; i < 8; i++) {
    taken.push(one.next().value);
    other.next();
  }
  expect(taken).toEqual(straight);
});

test('a loss that is not one number, and counts that are none, are refused', () => {
  const { weight, parameters } = bowl();
  const optimizer = new SGD(parameters, { learningRate: 1 });
  expect(() => [...training({ optimizer, steps: 1, loss: () => weight })]).toThrow(
    'training: expected loss of shape [] (a single number), got [2]',
  );
  expect(() => [...training({ optimizer, steps: -1, loss: () => weight })]).toThrow(
    'training: expected steps',
  );
});

test('a run of no steps does nothing', () => {
  const { parameters, loss } = bowl();
  expect([...training({ optimizer: new SGD(parameters, { learningRate: 1 }), loss, steps: 0 })]).toEqual([]);
});
