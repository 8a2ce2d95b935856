import { batchNormModes } from './batch-norm-modes.js';
import type { Norm } from './norm.js';
import { composedOfChannels } from './composed-of-channels.js';
import { composedOfRows } from './composed-of-rows.js';
import { ofChannels } from './of-channels.js';
import { ofNumbers } from './of-numbers.js';
import { ofRows } from './of-rows.js';
import { ofSphere } from './of-sphere.js';
import { ofWeights } from './of-weights.js';

export type { Invariance, Norm, NormInputs, Parameter } from './norm.js';

const all = {
  ...ofRows,
  ...ofChannels,
  ...ofNumbers,
  ...ofWeights,
  ...ofSphere,
  ...batchNormModes,
  ...composedOfRows,
  ...composedOfChannels,
};

/**
 * Every normalization of the course by name. The contract runs over this table.
 *
 * @example
 * norms.layerNorm.statisticsOver; // 'the C features of one row'
 */
export const norms: Readonly<Record<keyof typeof all, Norm>> = all;
