import type { Tensor } from '../autograd/tensor.js';
import { layerNorm } from './layer-norm.js';

/** A change of a row of x that must leave the output unchanged (exactly, where ε = 0). */
export type Invariance = 'shift' | 'scale';

/** The inputs of a normalization. Each of them uses those that it names under `parameters`. */
export interface NormInputs {
  readonly x: Tensor;
  readonly gamma: Tensor;
  readonly beta: Tensor;
}

/** What the course and its tests know of a normalization. */
export interface Norm {
  readonly title: string;
  /** Which numbers share a statistic, in words. */
  readonly statisticsOver: string;
  readonly parameters: readonly ('gamma' | 'beta')[];
  readonly invariantTo: readonly Invariance[];
  /** Whether a row of equal numbers becomes a row of β. */
  readonly centres: boolean;
  readonly source: string;
  apply(inputs: NormInputs, options: { readonly eps: number }): Tensor;
}

/**
 * Every normalization of the course by name. The contract runs over this table.
 *
 * @example
 * norms.layerNorm.statisticsOver; // 'the C features of one row'
 */
export const norms: Readonly<Record<'layerNorm', Norm>> = {
  layerNorm: {
    title: 'Layer normalization',
    statisticsOver: 'the C features of one row',
    parameters: ['gamma', 'beta'],
    invariantTo: ['shift', 'scale'],
    centres: true,
    source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450',
    apply: ({ x, gamma, beta }, { eps }) => layerNorm({ x, gamma, beta }, { eps }),
  },
};
