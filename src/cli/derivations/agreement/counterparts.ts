import { activationCounterparts } from './activations.js';
import { adaptiveCounterparts } from './adaptive.js';
import { attentionCounterparts } from './attention.js';
import { batchNormCounterparts } from './batch-norm.js';
import { blockCounterparts } from './blocks.js';
import { detachNormCounterparts } from './detach-norm.js';
import { differenceCounterparts } from './differences.js';
import { filterResponseNormCounterparts } from './filter-response-norm.js';
import type { Counterpart } from './given.js';
import { groupNormCounterparts } from './group-norm.js';
import { initializationCounterparts } from './initialization.js';
import { jacobianCounterparts } from './layer-norm-jacobian.js';
import { secondCounterparts } from './layer-norm-second.js';
import { stepCounterparts } from './layer-norm-steps.js';
import { layerNormCounterparts } from './layer-norm.js';
import { linearCounterparts } from './linear.js';
import { placementCounterparts } from './placements.js';
import { rmsNormCounterparts } from './rms-norm.js';
import { rowCounterparts } from './rows.js';
import { singleStatisticsCounterparts } from './single-statistics.js';
import { softmaxCounterparts } from './softmax.js';
import { switchableNormCounterparts } from './switchable-norm.js';
import { weightCounterparts } from './weights.js';

/** What the last line of each derivation is compared with, as far as the library has it. */
export const counterparts: Readonly<Record<string, Counterpart>> = {
  ...layerNormCounterparts,
  ...jacobianCounterparts,
  ...secondCounterparts,
  ...stepCounterparts,
  ...batchNormCounterparts,
  ...groupNormCounterparts,
  ...filterResponseNormCounterparts,
  ...switchableNormCounterparts,
  ...adaptiveCounterparts,
  ...singleStatisticsCounterparts,
  ...rmsNormCounterparts,
  ...detachNormCounterparts,
  ...softmaxCounterparts,
  ...activationCounterparts,
  ...initializationCounterparts,
  ...attentionCounterparts,
  ...blockCounterparts,
  ...placementCounterparts,
  ...weightCounterparts,
  ...linearCounterparts,
  ...differenceCounterparts,
  ...rowCounterparts,
};
