/** Batteries that catch every wrong layer of the hall and accuse no right one, each in its own way. */
import { gradientCheck } from '../../../autograd/gradient-check.js';
import { gradient } from '../../../autograd/gradient.js';
import { numericGradient } from '../../../autograd/numeric-gradient.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { differencesFromPyTorch } from '../../../experiments/differences-from-pytorch.js';
import type { DType } from '../../../tensor/dtype.js';
import { stream } from '../../../tensor/random.js';
import type { Shape } from '../../../tensor/shape.js';
import type { RightVersion } from '../../exercise.js';
import type { LayerNormFunction, LayerNormInputs } from '../layer-norm/inputs.js';
import type { Battery } from './asked.js';
import { batteryWith, near } from './battery.js';

function drawn(shape: Shape, eps: number, rows: { mean?: number; dtype?: DType } = {}): LayerNormInputs {
  const random = stream('right battery', shape.length);
  const { dtype = 'float64' } = rows;
  const vector = (): Tensor => new Tensor(random.normals(shape.slice(-1), { mean: 1, dtype }));
  return [new Tensor(random.normals(shape, rows)), vector(), vector(), eps];
}

const farFromZero = drawn([3, 6], 1e-5, { mean: 1e4, dtype: 'float32' });

/** What equations (1) to (5) say, row after row, without a tensor's operation. */
const byHand: LayerNormFunction = (x, gamma, beta, eps) => {
  const C = gamma.data.length;
  const data = new Float64Array(x.data.length);
  for (let start = 0; start < data.length; start += C) {
    const row = Array.from(x.data.subarray(start, start + C));
    const mean = row.reduce((total, value) => total + value, 0) / C;
    const variance = row.reduce((total, value) => total + (value - mean) * (value - mean), 0) / C;
    for (let i = 0; i < C; i++)
      data[start + i] = (gamma.data[i] * (row[i] - mean)) / Math.sqrt(variance + eps) + beta.data[i];
  }
  return new Tensor({ data, shape: x.shape, dtype: 'float64' });
};

/** Numbers by plain loops; gradients by nudging those loops. */
const loops: Battery = (layer) => {
  const cases = [drawn([2, 2, 3], 0.2), drawn([3, 4], 1e-5)];
  const [x, gamma, beta, eps] = cases[0];
  const dy = new Tensor(stream('right battery', 7).normals(x.shape));
  const slopes = numericGradient((...[a, b, c]) => byHand(a, b, c, eps), [x, gamma, beta], { dy });
  const found = gradient(layer(x, gamma, beta, eps), [x, gamma, beta], { dy });
  return (
    cases.every((inputs) => near(layer(...inputs), byHand(...inputs), 1e-10)) &&
    slopes.every((slope, i) => near(found[i], slope, 1e-6)) &&
    near(layer(...farFromZero), byHand(...farFromZero), 0.02)
  );
};

/** PyTorch's numbers, and two questions that they do not ask. */
const pytorch: Battery = (layer) => {
  const [x, gamma, beta, eps] = drawn([2, 3, 4], 1e-5);
  const whole = layer(x, gamma, beta, eps).data;
  const rows = new Tensor({ data: x.data, shape: [6, 4], dtype: 'float64' });
  const alone = layer(rows, gamma, beta, eps).data;
  return (
    differencesFromPyTorch(layer).every(({ ok }) => ok) &&
    whole.every((value, i) => Math.abs(value - alone[i]) <= 1e-12) &&
    near(layer(...farFromZero), byHand(...farFromZero), 0.02)
  );
};

/** No reference: take β away, divide by γ, undo the scaling; what was x must come out. And a gradient check. */
const undone: Battery = (layer) => {
  const comesBack = ([x, gamma, beta, eps]: LayerNormInputs, within: number): boolean => {
    const { data } = layer(x, gamma, beta, eps);
    const C = gamma.data.length;
    const xhat = Array.from(data, (y, i) => (y - beta.data[i % C]) / gamma.data[i % C]);
    return xhat.every((value, i) => {
      const row = Array.from(x.data.subarray(i - (i % C), i - (i % C) + C));
      const mean = row.reduce((total, number) => total + number, 0) / C;
      const squares = row.map((number) => (number - mean) * (number - mean));
      const variance = squares.reduce((total, square) => total + square, 0) / C;
      return Math.abs(value * Math.sqrt(variance + eps) + mean - x.data[i]) <= within;
    });
  };
  const [x, gamma, beta, eps] = drawn([2, 3, 4], 0.2);
  return (
    [drawn([2, 3, 4], 0.2), drawn([4, 5], 1e-3)].every((inputs) => comesBack(inputs, 1e-9)) &&
    comesBack(farFromZero, 0.02) &&
    gradientCheck((...[a, b, c]) => layer(a, b, c, eps), [x, gamma, beta]).ok
  );
};

/** As the worked solution has it, with γ and β written out. */
const writtenOut: Battery = (layer) => {
  const gamma = tensor([2, -1, 0.5, 3]);
  const beta = tensor([1, 0.25, -2, 0.5]);
  const x = tensor([
    [0.1, 0.3, 0.4, 0.8],
    [-2, 0, 1, 9],
    [7, -3, 1, 1],
  ]);
  const block = new Tensor({
    data: Float64Array.from([...x.data, ...x.data]),
    shape: [2, 3, 4],
    dtype: 'float64',
  });
  const dy = new Tensor(stream('right battery', 9).normals([3, 4]));
  return (
    [0.3, 1e-12].every((eps) => near(layer(x, gamma, beta, eps), byHand(x, gamma, beta, eps), 1e-8)) &&
    near(layer(block, gamma, beta, 0.3), byHand(block, gamma, beta, 0.3), 1e-8) &&
    near(layer(...farFromZero), byHand(...farFromZero), 0.02) &&
    near(
      gradient(layer(x, gamma, beta, 0.3), [x], { dy })[0],
      numericGradient((a) => byHand(a, gamma, beta, 0.3), [x], { dy })[0],
      1e-6,
    )
  );
};

/** Five right ones. */
export const rightBatteries: readonly RightVersion<Battery>[] = [
  { name: 'beside the library', candidate: batteryWith() },
  { name: 'plain loops, and slopes of the loops', candidate: loops },
  { name: "PyTorch's numbers, and two questions more", candidate: pytorch },
  { name: 'x comes back, and a gradient check', candidate: undone },
  { name: 'numbers written out', candidate: writtenOut },
];
