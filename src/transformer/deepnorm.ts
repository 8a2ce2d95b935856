import { pow } from '../tensor/elementary.js';

/** DeepNorm's two numbers: α multiplies the stream, β the initial weights of V, O and feed-forward. */
export interface DeepNormConstants {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * α and β for a stack of `depth` encoder blocks, or of decoder blocks alone: α = (2L)^¼, β = (8L)^-¼.
 *
 * Source: Wang et al. (2022), arXiv:2203.00555, figure 2.
 *
 * @example
 * deepNormConstants(8).alpha; // 2
 */
export function deepNormConstants(depth: number): DeepNormConstants {
  return { alpha: pow(2 * depth, 1 / 4), beta: pow(8 * depth, -1 / 4) };
}

/**
 * α and β of an encoder of N blocks with a decoder of M: encoder 0.81 (N⁴M)^(1/16) and 0.87 (N⁴M)^(-1/16), decoder
 * (3M)^¼ and (12M)^-¼.
 *
 * Source: Wang et al. (2022), arXiv:2203.00555, figure 2.
 *
 * @example
 * deepNormPair(6, 6).decoder.alpha; // 18^(1/4): 2.0598
 */
export function deepNormPair(
  N: number,
  M: number,
): { encoder: DeepNormConstants; decoder: DeepNormConstants } {
  const both = pow(N, 4) * M;
  return {
    encoder: { alpha: 0.81 * pow(both, 1 / 16), beta: 0.87 * pow(both, -1 / 16) },
    decoder: { alpha: pow(3 * M, 1 / 4), beta: pow(12 * M, -1 / 4) },
  };
}
