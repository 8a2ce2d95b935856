import { batchNorm, batchRenorm, ghostBatchNorm, maskedBatchNorm, maskedLayerNorm } from '../../../index.js';
import { composition } from './compositions.js';
import type { Operation } from './operation.js';

/** Batch normalization with other statistics, and norms with a mask. */
export const batchNormModes: Readonly<Record<string, Operation>> = {
  batch_norm_bessel: composition(['x'], ['eps'], ({ x, g, b }, { eps }) =>
    batchNorm({ x, gamma: g, beta: b }, { eps, bessel: true }),
  ),
  ghost_batch_norm: composition(['x'], ['size', 'eps'], ({ x, g, b }, { size, eps }) =>
    ghostBatchNorm({ x, gamma: g, beta: b }, { size, eps }),
  ),
  batch_renorm: composition(
    ['x', 'rm', 'rv'],
    ['r_max', 'd_max', 'eps'],
    ({ x, g, b, rm, rv }, { r_max: rMax, d_max: dMax, eps }) =>
      // With a momentum of 0 the running statistics stay as the case gives them.
      batchRenorm(
        { x, gamma: g, beta: b },
        { running: { mean: rm, variance: rv }, momentum: 0, rMax, dMax, eps },
      ),
  ),
  masked_batch_norm: composition(['x', 'm'], ['eps'], ({ x, g, b, m }, { eps }) =>
    maskedBatchNorm({ x, gamma: g, beta: b, mask: m }, { eps }),
  ),
  masked_layer_norm: composition(['x', 'm'], ['eps'], ({ x, g, b, m }, { eps }) =>
    maskedLayerNorm({ x, gamma: g, beta: b, mask: m }, { eps }),
  ),
};
