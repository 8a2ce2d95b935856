/** Data: conversions whose writers still write with a mean. */
import { mean } from '../../../autograd/ops/mean.js';
import { sub } from '../../../autograd/ops/sub.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { checkNames } from './names.js';
import { centred, toRMSNorm } from './right.js';
import type { LayerNormTower, LinearNumbers, RMSNormTower, ToRMSNorm } from './tower.js';

const means = checkNames.writers;

/** A wrong conversion, the check that it breaks, and what is said to it. */
export type Row = readonly [name: string, caughtBy: string, says: string, candidate: ToRMSNorm];

/** Right but for what is changed. */
export const but =
  (change: (right: RMSNormTower, given: LayerNormTower) => Partial<RMSNormTower>): ToRMSNorm =>
  (given) => {
    const right = toRMSNorm(given);
    return { ...right, ...change(right, given) };
  };
/** Right but for its writers. */
export const writes = (
  change: (given: LinearNumbers, right: LinearNumbers, n: number, last: number) => LinearNumbers,
): ToRMSNorm =>
  but((right, given) => ({
    writers: given.writers.map((one, n) => change(one, right.writers[n], n, given.writers.length - 1)),
  }));

/** Less the mean over the inputs. */
export const ofColumns = (t: Tensor): Tensor => sub(t, mean(t, { axis: 0, keepdims: true }));

/** From all writers to one. */
export const leavingMeans: readonly Row[] = [
  [
    'writers as they were',
    means,
    'Your writers still write with a mean. RMSNorm does not take it off, so it has to be taken out of what writes.',
    writes((given) => given),
  ],
  [
    'biases of the writers forgotten',
    means,
    'The W of your writers write without a mean, their b do not. What a writer writes is xW + b: both need it.',
    writes(({ b }, { W }) => ({ W, b })),
  ],
  [
    'only the biases of the writers',
    means,
    'The b of your writers have no mean any more, their W still have. Each row of W is written, times a number.',
    writes(({ W }, { b }) => ({ W, b })),
  ],
  [
    'the embedding forgotten',
    means,
    'Writer 0, which makes the stream of the tokens, still writes with a mean. It writes to the same stream as the others.',
    writes((given, right, n) => (n === 0 ? given : right)),
  ],
  [
    'the last writer forgotten',
    means,
    'Your last writer still writes with a mean. The last norm reads what it wrote.',
    writes((given, right, n, last) => (n === last ? given : right)),
  ],
  [
    'the mean over the inputs',
    means,
    'You take the mean of each column of W, over its inputs. What is written to one position is a row of W: the mean runs over the C features, the last axis.',
    writes(({ W }, { b }) => ({ W: ofColumns(W), b })),
  ],
  [
    'one mean for all of W',
    means,
    'You take one mean off all of W. Each row is written by itself, times its own number, so each needs its own mean taken off.',
    writes(({ W }, { b }) => ({ W: sub(W, mean(W)), b })),
  ],
  [
    'readers centred, not writers',
    means,
    'You have centred what reads from the stream. The mean gets into the stream by what writes to it.',
    but((right, { writers, readers }) => ({
      writers,
      readers: readers.map(({ W }, n) => ({ W: centred(W), b: right.readers[n].b })),
    })),
  ],
];
