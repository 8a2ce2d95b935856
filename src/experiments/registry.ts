/** Every experiment by its name: a new one is a file of this room and a row here. */
import { batchSize } from './batch-size.js';
import { bnExplosion } from './bn-explosion.js';
import type { Experiment } from './experiment.js';
import { precision } from './precision.js';
import { rateAndScale } from './rate-and-scale.js';
import { scaleInvariance } from './scale-invariance.js';

export const experiments: Readonly<Record<string, Experiment>> = {
  'batch-size': batchSize,
  'bn-explosion': bnExplosion,
  precision,
  'rate-and-scale': rateAndScale,
  'scale-invariance': scaleInvariance,
};
