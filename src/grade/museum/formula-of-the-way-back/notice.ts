import type { Experiment } from '../../judging.js';
import { callsOf, trusts } from '../noticing.js';
import { equation8 } from './layers.js';
import type { WayBack } from './layers.js';

const scaled =
  (factor: number): WayBack =>
  (...inputs) =>
    equation8(...inputs).map((value) => factor * value);
const everywhere =
  (number: number): WayBack =>
  (x) =>
    x.map(() => number);
const areOnes = (values: unknown): boolean => Array.isArray(values) && values.every((value) => value === 1);

/** What is wrong with the γ and dy that an experiment asks with, or with its comparison. */
export function notice(experiment: Experiment<WayBack>): string | undefined {
  if (trusts(experiment, everywhere(-1e6)) && !trusts(experiment, everywhere(1e6)))
    return 'errors without their size';
  if (!trusts(experiment, equation8)) return undefined;
  const calls = callsOf(experiment, equation8);
  if (calls.every(([, gamma]) => areOnes(gamma)))
    return calls.every(([, , dy]) => areOnes(dy)) ? 'γ and dy of ones' : 'γ of ones';
  if (!trusts(experiment, scaled(1.1)) || trusts(experiment, scaled(-1))) return undefined;
  return trusts(experiment, scaled(1000)) ? 'only the direction' : 'a tolerance as large as the gradient';
}
