/** How often a network is wrong. */
import type { Layer } from '../autograd/module.js';
import { noGrad } from '../autograd/recording.js';
import { rowsOf } from '../tensor/rows.js';
import type { Examples } from '../train/examples.js';

/**
 * The share of all examples, in percent, whose largest logit is not that of their class.
 *
 * @param batches What the network gets at once: with BatchNorm in training it matters.
 */
export function errorRate(net: Layer, batches: readonly Examples[]): number {
  let [right, all] = [0, 0];
  for (const { x, targets } of batches) {
    const logits = rowsOf(noGrad(() => net.forward(x)));
    targets.data.forEach((target, n) => {
      const row = logits.row(n);
      if (row[target] === Math.max(...row)) right++;
      all++;
    });
  }
  return 100 * (1 - right / all);
}
