import { mul, Tensor } from '../../../autograd/index.js';
import { mean, variance } from '../../arrays/statistics.js';
import type { Experiment } from '../../judging.js';
import { ofTheLibrary } from '../layer-norms.js';
import { callsOf, trusts } from '../noticing.js';
import type { Layer } from './layers.js';

/** What is wrong with the rows that an experiment asks with, or with its comparison. */
export function notice(experiment: Experiment<Layer>): string | undefined {
  const asked = callsOf(experiment, (x) => ofTheLibrary(x)).flatMap(([x]) =>
    x instanceof Tensor ? [x] : [],
  );
  if (asked.length === 0) return undefined;
  if (asked.every(({ dtype }) => dtype === 'float64')) return 'in float64';
  const rows = asked.flatMap(rowsOf);
  if (rows.some((row) => variance(row) > 1e4)) return 'wide instead of far';
  const farthest = Math.max(...rows.map((row) => Math.abs(mean(row))));
  if (farthest < 30) return 'near zero';
  if (farthest < 900) return 'a little off zero';
  const trustsNaN = trusts(experiment, (x) => mul(x, NaN)) && !trusts(experiment, (x) => mul(x, 0));
  return trustsNaN ? 'NaN passes' : undefined;
}

function rowsOf({ data, shape }: Tensor): number[][] {
  const C = shape[shape.length - 1];
  return Array.from({ length: data.length / C }, (_, n) => Array.from(data.slice(n * C, (n + 1) * C)));
}
