import {
  add,
  Conv2d,
  fixup,
  fixupScale,
  kaimingDeviation,
  Linear,
  relu,
  SGD,
  stream,
} from '../../src/index.js';
import type { Tensor, Weighted } from '../../src/index.js';
import { between } from '../autograd/ops/behaviour.js';

const random = stream('weights', 1);
const numbers = ({ weight, bias }: Weighted): number[] => [...weight.data, ...(bias?.data ?? [])];

/** L branches of m layers each, whose biases are not 0. */
function branchesOf(L: number, m: number): Linear[][] {
  return Array.from({ length: L }, () =>
    Array.from({ length: m }, () => {
      const layer = new Linear(3, 3, { random });
      layer.bias?.data.fill(0.5);
      return layer;
    }),
  );
}

test.each([
  [10, 2, 1 / Math.sqrt(10)],
  [10, 3, Math.pow(10, -1 / 4)],
  [100, 2, 0.1],
  [1, 2, 1],
])('for %i branches of %i layers the factor is %p', (L, m, want) => {
  expect(fixupScale(L, m)).toBeCloseTo(want, 15);
});

test.each([[2], [3]])('of %i layers all but the last are scaled, with their biases as they were', (m) => {
  const branches = branchesOf(5, m);
  const before = branches.map((layers) => layers.map(numbers));
  fixup({ branches });
  branches.forEach((layers, l) =>
    layers.forEach((layer, i) => {
      const factor = i === m - 1 ? 0 : fixupScale(5, m);
      const want = before[l][i].map((value, k) => (k < 9 ? value * factor : i === m - 1 ? 0 : 0.5));
      expect(numbers(layer).map((value) => value + 0)).toEqual(want.map((value) => value + 0));
    }),
  );
});

test('branches may have different numbers of layers, and one layer alone starts at 0', () => {
  const branches = [...branchesOf(1, 1), ...branchesOf(1, 2), ...branchesOf(2, 3)];
  const [, [second], [third]] = branches.map((layers) => layers.map((layer) => layer.weight.data[0]));
  fixup({ branches });
  expect(numbers(branches[0][0])).toEqual(Array(12).fill(0));
  expect(branches[1][0].weight.data[0] / second).toBeCloseTo(1 / 2, 15);
  expect(branches[2][0].weight.data[0] / third).toBeCloseTo(Math.SQRT1_2, 15);
});

test('the readout starts at 0, and layers may be convolutions without a bias', () => {
  const [conv, readout] = [new Conv2d(2, 2, 3, { random, bias: false }), new Linear(2, 3, { random })];
  fixup({ branches: [[conv]], readout });
  expect([...numbers(conv), ...numbers(readout)].every((value) => value === 0)).toBe(true);
});

/** How far one step of gradient descent moves what L branches of two layers say about one x. */
function moved(L: number, start: (branches: Linear[][]) => void): number {
  const [inputs, hidden] = [6, 80];
  const branches = Array.from({ length: L }, () => [
    new Linear(inputs, hidden, { random, bias: false, deviation: kaimingDeviation(inputs) }),
    new Linear(hidden, inputs, { random, bias: false, deviation: 0 }),
  ]);
  start(branches);
  const says = (): Tensor =>
    branches.reduce(
      (x, [first, second]) => add(x, second.forward(relu(first.forward(x)))),
      between(1, 2, [1, inputs]),
    );
  const before = says();
  const parameters = new Map(branches.flat().map(({ weight }, i) => [String(i), weight]));
  before.backward([[1, -1, 2, -2, 1, -1]]);
  new SGD(parameters, { learningRate: 1e-4 }).step();
  return Math.sqrt(says().data.reduce((sum, y, i) => sum + (y - before.data[i]) * (y - before.data[i]), 0));
}

test('a step moves a deep network as far as a short one, and further with its depth where nothing is scaled', () => {
  const scaled = [2, 16].map((L) => moved(L, (branches) => fixup({ branches })));
  const plain = [2, 16].map((L) => moved(L, () => undefined));
  // Each branch answers with the mean of 80 squares: eight times as many branches, eight times as far.
  expect(scaled[1] / scaled[0]).toBeGreaterThan(0.8);
  expect(scaled[1] / scaled[0]).toBeLessThan(1.25);
  expect(plain[1] / plain[0]).toBeGreaterThan(0.8 * 8);
});

test('refuses a branch without layers and changes nothing then', () => {
  const branches = [...branchesOf(1, 2), []];
  const before = numbers(branches[0][0]);
  expect(() => fixup({ branches })).toThrow(
    new RangeError('fixup: expected a layer in each branch, branch 1 has none'),
  );
  expect(() => fixup({ branches: [[]] })).toThrow('branch 0 has none');
  expect(numbers(branches[0][0])).toEqual(before);
  expect(() => fixupScale(4, 1)).toThrow('fixupScale: expected m to be 2 or more, got 1');
});

test('there is at least one branch', () => {
  for (const L of [0, NaN])
    expect(() => fixupScale(L, 2)).toThrow(`fixupScale: expected L to be 1 or more, got ${L}`);
});
