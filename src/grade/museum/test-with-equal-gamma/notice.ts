import { tensor } from '../../../autograd/index.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { callsOf, trusts } from '../noticing.js';
import { trusted } from './layers.js';
import { reference } from './tests.js';
import type { Test } from './tests.js';

const x = normals('noticed', [4, 3]);
const [gamma, beta] = [tensor([2, -1, 0.5]), tensor([1, 4, -3])];

/** Whether an experiment that accuses a good test has handed it a layer with right γ and β whose slip shows at a large ε. */
export function notice(experiment: Experiment<Test>): string | undefined {
  if (trusts(experiment, trusted)) return undefined;
  const passing = callsOf(experiment, trusted).filter(([layer]) => trusted(layer));
  const slips = passing.some(([layer]) => !near(layer(x, gamma, beta, 1), reference(x, gamma, beta, 1)));
  return slips ? 'slips of every kind' : undefined;
}
