import { mul, Tensor } from '../../../autograd/index.js';
import type { Experiment } from '../../judging.js';
import { callsOf, trusts } from '../noticing.js';
import { rightWayBack, withWayBack } from './layers.js';
import type { Layer } from './layers.js';

/** A right layer whose gradient is so many times what it should be. */
const scaled = (factor: number): Layer =>
  withWayBack((dy, xhat, rstd) => mul(factor, rightWayBack(dy, xhat, rstd)));

/** What is wrong with the batch, the dy or the tolerance that an experiment asks with. */
export function notice(experiment: Experiment<Layer>): string | undefined {
  const heard: Tensor[] = [];
  const listening = withWayBack((dy, xhat, rstd) => {
    heard.push(dy);
    return rightWayBack(dy, xhat, rstd);
  });
  const calls = callsOf(experiment, (x) => listening(x));
  if (calls.length > 0 && calls.every(([x]) => x instanceof Tensor && x.shape[0] === 1))
    return 'a batch of one row';
  if (heard.length > 0 && heard.every(isConstant)) return 'the sum as the loss';
  if (!trusts(experiment, scaled(1.1)) || trusts(experiment, scaled(-1))) return undefined;
  return trusts(experiment, scaled(1000))
    ? 'a gradient that points about the same way'
    : 'a tolerance that is too large';
}

/** Whether each column holds one number. */
function isConstant({ data, shape }: Tensor): boolean {
  const C = shape[shape.length - 1];
  return data.every((value, i) => value === data[i % C]);
}
