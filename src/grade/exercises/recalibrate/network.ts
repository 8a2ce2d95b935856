/** A small network with two norms whose running statistics are out of date, and batches to measure them on. */
import { relu } from '../../../autograd/ops/relu.js';
import { Module } from '../../../autograd/module.js';
import { Tensor } from '../../../autograd/tensor.js';
import { Linear } from '../../../nn/linear.js';
import { BatchNorm } from '../../../norm/batch-norm/index.js';
import { streams } from '../../../tensor/random.js';

/** Linear, norm, ReLU, linear, norm. */
export class SmallNet extends Module {
  readonly first: Linear;
  readonly norms: readonly BatchNorm[];
  readonly second: Linear;

  constructor(seed: number) {
    super();
    const random = streams(seed);
    this.first = new Linear(3, 4, { random: random('recalibrate, first') });
    this.second = new Linear(4, 2, { random: random('recalibrate, second') });
    this.norms = [new BatchNorm(4, { momentum: 0.1 }), new BatchNorm(2, { momentum: 0.3 })];
    for (const norm of this.norms)
      for (const [name, at] of [
        ['gamma', 1],
        ['beta', 0],
      ] as const)
        norm[name]?.data.set(
          random(`recalibrate, ${name}`).normals([norm.C], { mean: at, deviation: 0.3 }).data,
        );
    for (const { runningMean, runningVariance } of this.norms) {
      runningMean.data.fill(5);
      runningVariance.data.fill(0.04);
    }
    this.evaluate();
  }

  forward(x: Tensor): Tensor {
    const h = relu(this.norms[0].forward(this.first.forward(x)));
    return this.norms[1].forward(this.second.forward(h));
  }
}

/** So many batches of six samples, each about a middle of its own. */
export function batchesFor(count: number, seed: number): Tensor[] {
  const random = streams(seed)('recalibrate, batches');
  return Array.from(
    { length: count },
    (_, k) => new Tensor(random.substream(k).normals([6, 3], { mean: k, deviation: 1 + 0.5 * k })),
  );
}
