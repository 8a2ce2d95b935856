/** The normalizations, one per file. */
export { AdaNorm, adaNorm } from './ada-norm.js';
export type { AdaNormOptions } from './ada-norm.js';
export { BatchNorm, batchNorm, batchNormEvaluate } from './batch-norm/index.js';
export type { BatchNormOptions, Running } from './batch-norm/index.js';
export { contractFindings } from './contract/findings.js';
export { DetachNorm, detachNorm } from './detach-norm.js';
export type { Detached } from './detach-norm.js';
export { GroupNorm, groupNorm } from './group-norm.js';
export { LayerNorm, layerNorm } from './layer-norm.js';
export type { LayerNormOptions } from './layer-norm.js';
export { normalize } from './normalize.js';
export type { NormalizeOptions, Scale } from './normalize.js';
export { norms } from './registry/index.js';
export type { Invariance, Norm, NormInputs, Parameter } from './registry/index.js';
export { RMSNorm, rmsNorm } from './rms-norm.js';
export { initializeWeightNorm, WeightNorm, weightNorm } from './weight-norm.js';
export type { WeightNormOptions } from './weight-norm.js';
export { weightStandardization } from './weight-standardization.js';
