import type { Experiment } from '../../judging.js';
import { callsOf } from '../noticing.js';
import { shiftDecides } from './layers.js';
import type { Layer } from './layers.js';

/** Whether an experiment puts noise on the bare net and nowhere else. */
export function notice(experiment: Experiment<Layer>): string | undefined {
  const noisy = callsOf(experiment, shiftDecides).filter(([{ noise }]) => noise > 0);
  return noisy.length > 0 && noisy.every(([{ norm }]) => !norm) ? 'noise without a norm' : undefined;
}
