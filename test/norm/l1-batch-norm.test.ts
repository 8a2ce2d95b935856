import {
  add,
  L1BatchNorm,
  l1BatchNorm,
  LinfBatchNorm,
  linfBatchNorm,
  mul,
  stream,
  Tensor,
  tensor,
  toNested,
} from '../../src/index.js';
import { expectClose } from './golden.js';

const x = add(mul(new Tensor(stream('x', 0).normals([4, 2, 3])), 1.5), 0.5);
/** All numbers of one channel. */
const channel = (batch: Tensor, c: number): number[] =>
  (toNested(batch) as number[][][]).flatMap((sample) => sample[c]);
const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((total, value) => total + value, 0) / numbers.length;

const variants = [
  {
    name: 'L1BatchNorm',
    make: (momentum: number, eps = 1e-5) => new L1BatchNorm(2, { momentum, eps }),
    deviation: (apart: number[]): number => Math.sqrt(Math.PI / 2) * meanOf(apart.map(Math.abs)),
  },
  {
    name: 'LinfBatchNorm',
    make: (momentum: number, eps = 1e-5) => new LinfBatchNorm(2, { momentum, eps }),
    deviation: (apart: number[]): number => Math.max(...apart.map(Math.abs)),
  },
];

describe.each(variants)('$name', ({ make, deviation }) => {
  test('keeps the running mean of what it divides by: no square, no n − 1', () => {
    const norm = make(0.3);
    const [mean, s] = [
      [0, 0],
      [1, 1],
    ];
    for (const batch of [x, add(mul(x, -2), 3)]) {
      norm.forward(batch);
      for (const c of [0, 1]) {
        const numbers = channel(batch, c);
        const mu = meanOf(numbers);
        mean[c] = 0.7 * mean[c] + 0.3 * mu;
        s[c] = 0.7 * s[c] + 0.3 * deviation(numbers.map((value) => value - mu));
      }
    }
    expectClose(norm.runningMean.data, mean, 1e-14);
    expectClose(norm.runningVariance.data, s, 1e-14);
  });

  test('computes the same in use as in training on a batch with the statistics that it has', () => {
    for (const eps of [0, 1e-5, 100]) {
      const norm = make(1, eps);
      const trained = norm.forward(x).data;
      expectClose(norm.evaluate().forward(x).data, trained, 1e-14);
    }
  });

  test('keeps its digits far from zero', () => {
    const [near, far] = [make(1), make(1)];
    const numbers = [0.1, -0.7, 1.3, 0.45].map((value) => value + 1e10);
    near.forward(tensor(numbers.map((value) => [value - 1e10, 0])));
    far.forward(tensor(numbers.map((value) => [value, 0])));
    expectClose([far.runningVariance.data[0]], [near.runningVariance.data[0]], 1e-15);
  });
});

test('the operations refuse running statistics and a momentum that do not fit, and leave them as they were', () => {
  for (const [name, op] of Object.entries({ l1BatchNorm, linfBatchNorm })) {
    const running = { mean: tensor([0]), variance: tensor([1]) };
    expect(() => op({ x }, { running })).toThrow(`${name}: expected the running mean of shape [2], got [1]`);
    expect(() => op({ x }, { momentum: 2 })).toThrow(`${name}: expected momentum to be a number from 0 to 1`);
    expect([toNested(running.mean), toNested(running.variance)]).toEqual([[0], [1]]);
  }
});
