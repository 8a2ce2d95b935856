import type { DerivationName } from '../../../derive/library/index.js';
import { batchNormCounterparts } from './batch-norm.js';
import { detachNormCounterparts } from './detach-norm.js';
import { differenceCounterparts } from './differences.js';
import type { Counterpart } from './given.js';
import { groupNormCounterparts } from './group-norm.js';
import { jacobianCounterparts } from './layer-norm-jacobian.js';
import { secondCounterparts } from './layer-norm-second.js';
import { stepCounterparts } from './layer-norm-steps.js';
import { layerNormCounterparts } from './layer-norm.js';
import { notCompared } from './not-compared.js';
import { rmsNormCounterparts } from './rms-norm.js';
import { rowCounterparts } from './rows.js';

/** What the last line of each derivation is compared with, as far as the library has it. */
export const counterparts: Readonly<Record<string, Counterpart>> = {
  ...layerNormCounterparts,
  ...jacobianCounterparts,
  ...secondCounterparts,
  ...stepCounterparts,
  ...batchNormCounterparts,
  ...groupNormCounterparts,
  ...rmsNormCounterparts,
  ...detachNormCounterparts,
  ...differenceCounterparts,
  ...rowCounterparts,
};

/** Waiting although the file that they name is there: each with what it still lacks. */
export const waitingAlthough: Partial<Record<DerivationName, string>> = {
  ...Object.fromEntries(
    notCompared.map((name) => [name, 'the library has it; the two are not compared yet']),
  ),
  'shared-shift':
    'the registry names what a norm does not see of its inputs, not yet of the weights before it',
};
