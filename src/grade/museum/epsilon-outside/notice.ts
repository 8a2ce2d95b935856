import type { Matrix } from '../../arrays/plain.js';
import type { Experiment } from '../../judging.js';
import { callsOf, trusts } from '../noticing.js';
import { underTheRoot } from './layers.js';
import type { Layer } from './layers.js';

const made =
  (number: (right: number) => number): Layer =>
  (x, eps): Matrix =>
    underTheRoot(x, eps).map((row) => row.map(number));

/** What is wrong with the ε that an experiment asks with, or with its comparison. */
export function notice(experiment: Experiment<Layer>): string | undefined {
  if (
    trusts(
      experiment,
      made(() => -1e6),
    ) &&
    !trusts(
      experiment,
      made(() => 1e6),
    )
  )
    return 'errors without their size';
  if (!trusts(experiment, underTheRoot)) return undefined;
  const calls = callsOf(experiment, underTheRoot);
  if (calls.every(([, eps]) => eps === 0)) return 'ε = 0';
  const isLoose =
    trusts(
      experiment,
      made((y) => 1.05 * y),
    ) &&
    !trusts(
      experiment,
      made((y) => 1000 * y),
    );
  return isLoose ? 'a tolerance that is too large' : undefined;
}
