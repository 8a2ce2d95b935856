import type { Norm } from './norm.js';
import { ofChannels } from './of-channels.js';
import { ofRows } from './of-rows.js';
import { ofSphere } from './of-sphere.js';
import { ofWeights } from './of-weights.js';

export type { Invariance, Norm, NormInputs, Parameter } from './norm.js';

const all = { ...ofRows, ...ofChannels, ...ofWeights, ...ofSphere };

/**
 * Every normalization of the course by name. The contract runs over this table.
 *
 * @example
 * norms.layerNorm.statisticsOver; // 'the C features of one row'
 */
export const norms: Readonly<Record<keyof typeof all, Norm>> = all;
