import type { Tensor } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { Experiment } from '../../judging.js';
import { callsOf, trusts } from '../noticing.js';
import { alphaOnTheStream } from './layers.js';
import type { Layer } from './layers.js';

/** What is wrong with the α or the sub-layer that an experiment hands over, whatever its tolerance. */
export function notice(experiment: Experiment<Layer>): string | undefined {
  if (!trusts(experiment, alphaOnTheStream)) return undefined;
  const calls = callsOf(experiment, alphaOnTheStream);
  if (calls.every(([, , alpha]) => alpha === 1)) return 'α is 1';
  if (calls.every(([x, f]) => f(x).data.every((value) => value === 0)))
    return 'a sub-layer that says nothing';
  if (calls.every(([x, f]) => isStretched(x, f(x)))) return 'a sub-layer that repeats x';
  return undefined;
}

/** Whether each row of y is a multiple of that of x, but for its mean. Of two features any row is. */
function isStretched(x: Tensor, y: Tensor): boolean {
  const [a, b] = [x, y].map((rows) => layerNorm({ x: rows }, { eps: 0 }).data);
  const C = x.shape[x.shape.length - 1];
  return C > 2 && a.every((value, i) => Math.abs(Math.abs(value) - Math.abs(b[i])) < 1e-9);
}
