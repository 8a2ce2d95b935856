import {
  BatchNorm,
  gradient,
  MaskedBatchNorm,
  maskedBatchNorm,
  stream,
  Tensor,
  tensor,
  toNested,
} from '../../../src/index.js';
import { expectClose } from '../golden.js';

const mask = tensor([[[1, 1, 0]], [[1, 0, 0]], [[1, 1, 1]]]);
/** Two channels of three sequences; `filling` stands at padding. */
const padded = (filling: number): Tensor => {
  const { data, shape } = new Tensor(stream('x', 0).normals([3, 2, 3]));
  const isReal = (place: number): boolean => mask.data[3 * Math.floor(place / 6) + (place % 3)] === 1;
  return new Tensor({ data: data.map((value, i) => (isReal(i) ? value : filling)), shape, dtype: 'float64' });
};
const statistics = ({ runningMean, runningVariance }: MaskedBatchNorm): unknown[] => [
  toNested(runningMean),
  toNested(runningVariance),
];

test('the running statistics are those of the real positions, summed by hand', () => {
  const norm = new MaskedBatchNorm(2, { momentum: 0.3 });
  const x = padded(0);
  norm.forward(x, mask);
  const sequences = toNested(x) as number[][][];
  const lengths = [2, 1, 3];
  for (const c of [0, 1]) {
    const real = sequences.flatMap((channels, i) => channels[c].slice(0, lengths[i]));
    const mean = real.reduce((total, value) => total + value, 0) / 6;
    const squares = real.reduce((total, value) => total + (value - mean) ** 2, 0);
    expectClose([norm.runningMean.data[c]], [0.3 * mean], 1e-15);
    expectClose([norm.runningVariance.data[c]], [0.7 + (0.3 * squares) / 5], 1e-15);
  }
});

test('what stands at padding does not matter, in training and in use, forward and back', () => {
  const results = [0, 1e9, NaN, Infinity].map((filling) => {
    const norm = new MaskedBatchNorm(2, { momentum: 0.3 });
    const parameters = [norm.gamma, norm.beta] as Tensor[];
    parameters.forEach(({ data }, i) => data.set(new Tensor(stream('γβ', i).normals([2])).data));
    const dy = new Tensor(stream('dy', 0).normals([3, 2, 3]));
    return [true, false].map((training) => {
      const x = padded(filling);
      const y = norm.train(training).forward(x, mask);
      const back = gradient(y, [x, ...parameters], { dy }).map(({ data }) => [...data]);
      return [toNested(y), back, statistics(norm)];
    });
  });
  for (const result of results) expect(result).toEqual(results[0]);
  const [, [y]] = results[0];
  (y as number[][][]).forEach((channels, i) =>
    channels.forEach((row) => expect(row.slice([2, 1, 3][i]).every((value) => value === 0)).toBe(true)),
  );
});

test('real positions are in use what BatchNorm makes of them', () => {
  const [norm, plain] = [new MaskedBatchNorm(2), new BatchNorm(2)];
  const x = padded(7);
  norm.forward(x, mask);
  plain.loadStateDict(norm.stateDict());
  const want = plain.evaluate().forward(x);
  expect(toNested(norm.evaluate().forward(x, mask))).toEqual(
    (toNested(want) as number[][][]).map((channels, i) =>
      channels.map((row) => row.map((value, t) => (mask.data[3 * i + t] === 0 ? 0 : value))),
    ),
  );
});

test('a mask that does not fit is refused in both modes, and nothing is taken up', () => {
  const norm = new MaskedBatchNorm(2);
  const x = padded(0);
  const short = tensor([[[1, 1]]]);
  const says = 'MaskedBatchNorm: expected mask of shape [3, 1, 3], got [1, 1, 2]';
  expect(() => norm.forward(x, short)).toThrow(says);
  expect(() => norm.forward(x, tensor([[[1, 0, 0]], [[0, 0, 0]], [[0, 0, 0]]]))).toThrow(
    'maskedBatchNorm: expected a mask with more than one real position, got 1',
  );
  expect(() => norm.forward(x, undefined as never)).toThrow('MaskedBatchNorm: expected mask');
  expect(() => norm.forward([[1, 2]] as never, mask)).toThrow('MaskedBatchNorm: expected x');
  expect(statistics(norm)).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(() => norm.evaluate().forward(x, mask)).toThrow('MaskedBatchNorm: expected running statistics');
  norm.train().forward(x, mask);
  expect(() => norm.evaluate().forward(x, short)).toThrow(says);
});

test('the operation refuses running statistics and a momentum that do not fit, and leaves them as they were', () => {
  const running = { mean: tensor([0]), variance: tensor([1]) };
  const x = padded(0);
  expect(() => maskedBatchNorm({ x, mask }, { running })).toThrow(
    'maskedBatchNorm: expected the running mean of shape [2], got [1]',
  );
  expect(() => maskedBatchNorm({ x, mask }, { momentum: 2 })).toThrow('maskedBatchNorm: expected momentum');
  expect(toNested(running.mean)).toEqual([0]);
});
