/** Recalibrations that are right, each written in its own way. */
import { noGrad } from '../../../autograd/recording.js';
import type { RightVersion } from '../../exercise.js';
import type { RecalibrateFunction } from './asking.js';

/** With the momentum that makes a plain mean of a moving one: 1 at the first batch, 1/2 at the second, 1/3 … */
export const recalibrate: RecalibrateFunction = (net, norms, batches) => {
  const momenta = norms.map(({ momentum }) => momentum);
  net.train();
  batches.forEach((batch, k) => {
    for (const norm of norms) norm.momentum = 1 / (k + 1);
    noGrad(() => net.forward(batch));
  });
  norms.forEach((norm, i) => (norm.momentum = momenta[i]));
  net.evaluate();
};

/** Each batch's statistics read with a momentum of 1, and summed outside. */
const summed: RecalibrateFunction = (net, norms, batches) => {
  const kept = norms.map((norm) => ({
    norm,
    momentum: norm.momentum,
    mean: new Float64Array(norm.C),
    variance: new Float64Array(norm.C),
  }));
  net.train();
  for (const { norm } of kept) norm.momentum = 1;
  for (const batch of batches) {
    net.forward(batch);
    for (const { norm, mean, variance } of kept)
      for (let c = 0; c < norm.C; c++) {
        mean[c] += norm.runningMean.data[c] / batches.length;
        variance[c] += norm.runningVariance.data[c] / batches.length;
      }
  }
  for (const { norm, momentum, mean, variance } of kept) {
    norm.runningMean.data.set(mean);
    norm.runningVariance.data.set(variance);
    norm.momentum = momentum;
  }
  net.evaluate();
};

/** Back to front: a mean does not feel the order. */
const backwards: RecalibrateFunction = (net, norms, batches) =>
  recalibrate(net, norms, [...batches].reverse());

/** With restoring in any case. */
const careful: RecalibrateFunction = (net, norms, batches) => {
  const before = norms.map((norm) => norm.momentum);
  try {
    net.train(true);
    for (let k = 1; k <= batches.length; k++) {
      for (let i = 0; i < norms.length; i++) norms[i].momentum = 1 / k;
      noGrad(() => void net.forward(batches[k - 1]));
    }
  } finally {
    for (let i = 0; i < norms.length; i++) norms[i].momentum = before[i];
    net.train(false);
  }
};

/** Four right ones. */
export const rightRecalibrations: readonly RightVersion<RecalibrateFunction>[] = [
  { name: 'a momentum of 1 / k', candidate: recalibrate },
  { name: 'a momentum of 1, and sums', candidate: summed },
  { name: 'from the last batch to the first', candidate: backwards },
  { name: 'put back in any case', candidate: careful },
];
