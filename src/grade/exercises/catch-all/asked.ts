/** What somebody's checks ask a layer: which inputs they draw, and what no input they draw can show. */
import type { Tensor } from '../../../autograd/tensor.js';
import { judgedBy } from '../../judging.js';
import type { Experiment } from '../../judging.js';
import type { LayerNormFunction, LayerNormInputs } from '../layer-norm/inputs.js';

/** What a battery is: it is handed a LayerNorm, and says whether it is right. */
export type Battery = Experiment<LayerNormFunction>;

/** The inputs with which a battery calls a layer, until it has seen enough. */
export function askedBy(battery: Battery, layer: LayerNormFunction): readonly LayerNormInputs[] {
  const asked: LayerNormInputs[] = [];
  const noting: LayerNormFunction = (x, gamma, beta, eps) => {
    const y = layer(x, gamma, beta, eps);
    asked.push([x, gamma, beta, eps]);
    return y;
  };
  judgedBy(battery, { name: '', layer: noting, says: '' });
  return asked;
}

/** What may be true of every question a battery asks. */
export type Fact = (inputs: LayerNormInputs) => boolean;

export const gammaIsOne: Fact = ([, gamma]) => gamma.data.every((value) => value === 1);
export const gammaIsOneNumber: Fact = ([, gamma]) => gamma.data.every((value) => value === gamma.data[0]);
export const betaIsZero: Fact = ([, , beta]) => beta.data.every((value) => value === 0);
export const epsIsUsual: Fact = ([, , , eps]) => eps === 1e-5;
export const epsDoesNotCount: Fact = ([x, , , eps]) =>
  rowsOf(x).every((row) => statistics(row).variance > 1000 * eps);
export const isOneWord: Fact = ([{ shape }]) => shape.slice(-2, -1).every((length) => length === 1);
export const isFloat64: Fact = ([x]) => x.dtype === 'float64';
export const isNearZero: Fact = ([x]) =>
  x.dtype === 'float64' ||
  rowsOf(x).every((row) => {
    const { average, variance } = statistics(row);
    return average * average < 1e6 * variance;
  });

function rowsOf({ data, shape }: Tensor): number[][] {
  const C = shape[shape.length - 1];
  return Array.from({ length: data.length / C }, (_, n) => Array.from(data.subarray(n * C, (n + 1) * C)));
}

function statistics(row: readonly number[]): { average: number; variance: number } {
  const average = row.reduce((total, value) => total + value, 0) / row.length;
  return {
    average,
    variance: row.reduce((total, value) => total + (value - average) * (value - average), 0) / row.length,
  };
}
