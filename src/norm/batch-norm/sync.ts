/** Batch normalization over several workers, each of which holds a part of the batch. */
import { concat } from '../../autograd/ops/concat.js';
import { slice } from '../../autograd/ops/slice.js';
import type { Tensor } from '../../autograd/tensor.js';
import { sameShape } from '../../tensor/shape.js';
import { ShapeError } from '../../tensor/errors.js';
import { usedBeta, usedGamma } from '../affine.js';
import { requireChannels, requireEps, requireSeveral } from '../requirements.js';
import { batchStatistics, mergedStatistics } from './statistics.js';
import { batchNormOp } from './training.js';

/**
 * Normalizes the parts of a batch by the statistics of all of them, merged from those that each worker computes alone.
 *
 * @param inputs `parts`, each of shape [Nₖ, C, ...], alike but for Nₖ; `gamma` and `beta` of shape [C], which may be left out.
 * @param options `eps` = 1e-5.
 * @returns The parts of y. Gradients flow through the merged statistics: they are those of `batchNorm` over the whole batch.
 * @throws {ShapeError} if the parts differ in more than their number of samples, or gamma or beta has another shape.
 * @throws {RangeError} if there is no part, a channel has one value only in all of them, or ε is negative or not a number.
 * @example
 * const [first, second] = syncBatchNorm({ parts: [tensor([[1]]), tensor([[3], [3]])] }, { eps: 0 });
 * second; // [[0.7071], [0.7071]]
 */
export function syncBatchNorm(
  inputs: {
    readonly parts: readonly Tensor[];
    readonly gamma?: Tensor | undefined;
    readonly beta?: Tensor | undefined;
  },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor[] {
  const name = 'syncBatchNorm';
  const { parts } = inputs;
  requireEps(name, eps);
  if (parts.length === 0) throw new RangeError(`${name}: expected at least one part of a batch, got none`);
  const C = requireChannels(name, parts[0]);
  const beyond = parts[0].shape.slice(1);
  const odd = parts.find(({ shape }) => !sameShape(shape.slice(1), beyond));
  if (odd) throw new ShapeError(name, 'every part', `[N, ${beyond.join(', ')}]`, odd.shape);
  const x = concat(parts, { axis: 0 });
  const given = { x, gamma: inputs.gamma, beta: inputs.beta };
  const [gamma, beta] = [usedGamma(name, given, [C]), usedBeta(name, given, [C])];
  requireSeveral(name, x, C);
  const statistics = mergedStatistics(parts.filter(({ data }) => data.length > 0).map(batchStatistics));
  const y = batchNormOp({ x, gamma, beta }, { eps, correction: 1, statistics });
  let start = 0;
  return parts.map(({ shape: [N] }) => slice(y, { axis: 0, start, end: (start += N) }));
}
