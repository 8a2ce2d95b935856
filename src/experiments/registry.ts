/** Every experiment by its name: a new one is a file of this room and a row here. */
import { batchNormUse } from './batch-norm-use.js';
import { batchSizeEnds } from './batch-size-ends.js';
import { batchSize } from './batch-size.js';
import { bnExplosion } from './bn-explosion.js';
import { bugSideBySide } from './bug-side-by-side.js';
import { depthPlacement } from './depth-placement.js';
import { depthRate } from './depth-rate.js';
import { detachNormExperiment } from './detach-norm.js';
import type { Experiment } from './experiment.js';
import { initializationGradients } from './initialization-gradients.js';
import { learningRateSensitivity } from './learning-rate-sensitivity.js';
import { precision } from './precision.js';
import { rateAndScale } from './rate-and-scale.js';
import { scaleInvariance } from './scale-invariance.js';
import { warmUpOrNot } from './warm-up.js';

export const experiments: Readonly<Record<string, Experiment>> = {
  'batch-norm-use': batchNormUse,
  'batch-size': batchSize,
  'batch-size-ends': batchSizeEnds,
  'bn-explosion': bnExplosion,
  'bug-side-by-side': bugSideBySide,
  'depth-placement': depthPlacement,
  'depth-rate': depthRate,
  'detach-norm': detachNormExperiment,
  'initialization-gradients': initializationGradients,
  'learning-rate-sensitivity': learningRateSensitivity,
  precision,
  'rate-and-scale': rateAndScale,
  'scale-invariance': scaleInvariance,
  'warm-up': warmUpOrNot,
};
