/**
 * LayerNorms that are wrong in the ways people get them wrong. Most have been seen in published code, lessons or
 * questions, and each passes some usual test.
 */
import type { WrongVersion } from '../../../exercise.js';
import type { LayerNormFunction } from '../inputs.js';
import { wrongDenominators } from './denominators.js';
import { wrongParameters } from './parameters.js';
import { wrongPrecision } from './precision.js';
import { wrongStatistics } from './statistics.js';

/** Every known wrong LayerNorm, with what to say to it. */
export const wrongLayerNorms: readonly WrongVersion<LayerNormFunction>[] = [
  ...wrongDenominators,
  ...wrongStatistics,
  ...wrongPrecision,
  ...wrongParameters,
];
