/** The normalizations, one per file. */
export { adaIN } from './ada-in.js';
export { AdaLayerNorm, AdaLayerNormZero, adaLayerNorm } from './ada-layer-norm.js';
export { AdaNorm, adaNorm } from './ada-norm.js';
export type { AdaNormOptions } from './ada-norm.js';
export { BatchChannelNorm, batchChannelNorm } from './batch-channel-norm.js';
export type { BatchChannelInputs } from './batch-channel-norm.js';
export {
  BatchNorm,
  batchNorm,
  batchNormEvaluate,
  BatchRenorm,
  batchRenorm,
  batchStatistics,
  fuseBatchNorm,
  GhostBatchNorm,
  ghostBatchNorm,
  MaskedBatchNorm,
  maskedBatchNorm,
  mergedStatistics,
  syncBatchNorm,
} from './batch-norm/index.js';
export type {
  Affine,
  BatchNormOptions,
  BatchRenormOptions,
  BatchStatistics,
  Running,
} from './batch-norm/index.js';
export { recalibrate } from './batch-norm/recalibration.js';
export { contractFindings } from './contract/findings.js';
export { CosineScores, cosineScores } from './cosine-scores.js';
export type { CosineScoresOptions } from './cosine-scores.js';
export { CRMSNorm, crmsNorm } from './crms-norm.js';
export { Derf, derf } from './derf.js';
export { DetachNorm, detachNorm } from './detach-norm.js';
export type { Detached } from './detach-norm.js';
export { DivisiveNorm, divisiveNorm } from './divisive-norm.js';
export { DyT, dyt } from './dyt.js';
export { film } from './film.js';
export { FilterResponseNorm, filterResponseNorm } from './filter-response-norm.js';
export type { FilterResponseInputs } from './filter-response-norm.js';
export { GroupNorm, groupNorm } from './group-norm.js';
export { HypersphericalStep, hypersphericalStep } from './hyperspherical-step.js';
export { InstanceNorm, instanceNorm } from './instance-norm.js';
export { invarianceChanges, invarianceColumns, invarianceTable } from './invariance-table.js';
export type { InvarianceChange, InvarianceColumn, InvarianceVerdict } from './invariance-table.js';
export { invarianceTrial, observedInvariance } from './invariance-trials.js';
export type { BeforeNorm, InvarianceTrial, TrialOptions } from './invariance-trials.js';
export { L1BatchNorm, l1BatchNorm, LinfBatchNorm, linfBatchNorm } from './l1-batch-norm.js';
export { l2Normalize } from './l2-normalize.js';
export { LayerNormScaling, layerNormScaling } from './layer-norm-scaling.js';
export { LayerNorm, layerNorm } from './layer-norm.js';
export type { LayerNormOptions } from './layer-norm.js';
export { LayerScale, layerScale } from './layer-scale.js';
export { LocalResponseNorm, localResponseNorm } from './local-response-norm.js';
export type { LocalResponseOptions } from './local-response-norm.js';
export { MaskedLayerNorm, maskedLayerNorm } from './masked-layer-norm.js';
export { MeanOnlyNorm, meanOnlyNorm } from './mean-only-norm.js';
export { normalize } from './normalize.js';
export type { NormalizeOptions, Scale } from './normalize.js';
export { PNorm, pNorm } from './p-norm.js';
export { PartialRMSNorm, partialRmsNorm } from './partial-rms-norm.js';
export type { PartialRMSNormOptions } from './partial-rms-norm.js';
export { PixelNorm, pixelNorm } from './pixel-norm.js';
export { PositionalNorm, positionalNorm } from './positional-norm.js';
export { normFacts } from './registry/facts.js';
export type { Circle, NormFacts } from './registry/facts.js';
export { norms } from './registry/index.js';
export type { Invariance, Norm, NormInputs, Parameter } from './registry/index.js';
export { RMSNorm, rmsNorm } from './rms-norm.js';
export { ScaleNorm, scaleNorm } from './scale-norm.js';
export { SigmaReparam, sigmaReparam } from './sigma-reparam.js';
export { SoftCap, softCap } from './soft-cap.js';
export { SpectralNorm, spectralNorm } from './spectral-norm.js';
export type { SpectralNormOptions } from './spectral-norm.js';
export { SwitchableNorm, switchableNorm } from './switchable-norm.js';
export type { SwitchableInputs, SwitchableOptions } from './switchable-norm.js';
export { unitRows } from './unit-rows.js';
export { VarianceOnlyNorm, varianceOnlyNorm } from './variance-only-norm.js';
export { initializeWeightNorm, WeightNorm, weightNorm } from './weight-norm.js';
export type { WeightNormOptions } from './weight-norm.js';
export { weightStandardization } from './weight-standardization.js';
