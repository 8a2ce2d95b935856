import type { Experiment } from '../../judging.js';
import { callsOf, trusts } from '../noticing.js';
import { sound } from './layers.js';
import type { Derivation } from './layers.js';

/** Whether an experiment asks with equal g only: then more than one line that is wrong says what the right one says. */
export function notice(experiment: Experiment<Derivation>): string | undefined {
  if (!trusts(experiment, sound)) return undefined;
  const areEqual = callsOf(experiment, sound).every(([, , g]) => g.every((value) => value === g[0]));
  return areEqual ? 'g of ones' : undefined;
}
