/** Data: every derivation of the course, by name. */
import type { Derivation } from '../derivation.js';
import { derfDalpha } from './activations/derf-dalpha.js';
import { derfDshift } from './activations/derf-dshift.js';
import { derfDx } from './activations/derf-dx.js';
import { dytDalpha } from './activations/dyt-dalpha.js';
import { dytDgamma } from './activations/dyt-dgamma.js';
import { dytDx } from './activations/dyt-dx.js';
import { geluDerivative } from './activations/gelu-derivative.js';
import { geluTanhDerivative } from './activations/gelu-tanh-derivative.js';
import { sigmoidDerivative } from './activations/sigmoid-derivative.js';
import { siluDerivative } from './activations/silu-derivative.js';
import { tanhDerivative } from './activations/tanh-derivative.js';
import { adaInDstyle } from './adaptive/ada-in-dstyle.js';
import { adaInDx } from './adaptive/ada-in-dx.js';
import { adaLayerNormDscale } from './adaptive/ada-layer-norm-dscale.js';
import { attentionDkey } from './attention/attention-dkey.js';
import { attentionDquery } from './attention/attention-dquery.js';
import { attentionDvalue } from './attention/attention-dvalue.js';
import { attentionLogitBoundGamma } from './attention/attention-logit-bound-gamma.js';
import { attentionLogitBound } from './attention/attention-logit-bound.js';
import { attentionQueryCovariance } from './attention/attention-query-covariance.js';
import { attentionSoftCap } from './attention/attention-soft-cap.js';
import { batchNormBesselDx } from './batch-norm/batch-norm-bessel-dx.js';
import { batchNormBiasBefore } from './batch-norm/batch-norm-bias-before.js';
import { batchNormDbeta } from './batch-norm/batch-norm-dbeta.js';
import { batchNormDgamma } from './batch-norm/batch-norm-dgamma.js';
import { batchNormDxPaper } from './batch-norm/batch-norm-dx-paper.js';
import { batchNormDxSums } from './batch-norm/batch-norm-dx-sums.js';
import { batchNormDx } from './batch-norm/batch-norm-dx.js';
import { batchNormEvaluationAffine } from './batch-norm/batch-norm-evaluation-affine.js';
import { batchNormEvaluationDx } from './batch-norm/batch-norm-evaluation-dx.js';
import { batchNormFusionWeight } from './batch-norm/batch-norm-fusion-weight.js';
import { batchNormFusion } from './batch-norm/batch-norm-fusion.js';
import { batchNormJacobian } from './batch-norm/batch-norm-jacobian.js';
import { batchNormMeanNoise } from './batch-norm/batch-norm-mean-noise.js';
import { batchNormOneSample } from './batch-norm/batch-norm-one-sample.js';
import { batchNormRunningBias } from './batch-norm/batch-norm-running-bias.js';
import { batchNormTwoSamples } from './batch-norm/batch-norm-two-samples.js';
import { batchNormVarianceBias } from './batch-norm/batch-norm-variance-bias.js';
import { batchRenormForward } from './batch-norm/batch-renorm-forward.js';
import { filterResponseNormDtau } from './filter-response-norm/filter-response-norm-dtau.js';
import { filterResponseNormDx } from './filter-response-norm/filter-response-norm-dx.js';
import { centralDifferenceBestStep } from './gradient-checking/central-difference-best-step.js';
import { centralDifferenceCubic } from './gradient-checking/central-difference-cubic.js';
import { centralDifferenceLeastError } from './gradient-checking/central-difference-least-error.js';
import { centralDifferenceQuintic } from './gradient-checking/central-difference-quintic.js';
import { centralDifferenceRichardson } from './gradient-checking/central-difference-richardson.js';
import { complexStepValue } from './gradient-checking/complex-step-value.js';
import { complexStep } from './gradient-checking/complex-step.js';
import { dualProduct } from './gradient-checking/dual-product.js';
import { dualQuotient } from './gradient-checking/dual-quotient.js';
import { forwardDifferenceError } from './gradient-checking/forward-difference-error.js';
import { randomDirection } from './gradient-checking/random-direction.js';
import { squareLossIsNearlyBlind } from './gradient-checking/square-loss-is-nearly-blind.js';
import { sumLossIsBlind } from './gradient-checking/sum-loss-is-blind.js';
import { groupNormDx } from './group-norm/group-norm-dx.js';
import { groupNormJacobian } from './group-norm/group-norm-jacobian.js';
import { inputMeanAndCurvature } from './initialization/input-mean-and-curvature.js';
import { leastSquaresHessian } from './initialization/least-squares-hessian.js';
import { linearVariance } from './initialization/linear-variance.js';
import { normalizedLogitsBound } from './initialization/normalized-logits-bound.js';
import { reluHalf } from './initialization/relu-half.js';
import { standardizedCurvature } from './initialization/standardized-curvature.js';
import { varianceThroughDepth } from './initialization/variance-through-depth.js';
import { instanceNormDx } from './instance-norm/instance-norm-dx.js';
import { instanceNormJacobian } from './instance-norm/instance-norm-jacobian.js';
import { layerNormBackward } from './layer-norm/layer-norm-backward.js';
import { layerNormBoundEps } from './layer-norm/layer-norm-bound-eps.js';
import { layerNormBound } from './layer-norm/layer-norm-bound.js';
import { layerNormCentringOrthogonal } from './layer-norm/layer-norm-centring-orthogonal.js';
import { layerNormCentringTwice } from './layer-norm/layer-norm-centring-twice.js';
import { layerNormDbeta } from './layer-norm/layer-norm-dbeta.js';
import { layerNormDc } from './layer-norm/layer-norm-dc.js';
import { layerNormDetachedMean } from './layer-norm/layer-norm-detached-mean.js';
import { layerNormDetachedSum } from './layer-norm/layer-norm-detached-sum.js';
import { layerNormDetachedVarianceAlongXhat } from './layer-norm/layer-norm-detached-variance-along-xhat.js';
import { layerNormDetachedVariance } from './layer-norm/layer-norm-detached-variance.js';
import { layerNormDetached } from './layer-norm/layer-norm-detached.js';
import { layerNormDeviationDerivative } from './layer-norm/layer-norm-deviation-derivative.js';
import { layerNormDgamma } from './layer-norm/layer-norm-dgamma.js';
import { layerNormDifferentialsDx } from './layer-norm/layer-norm-differentials-dx.js';
import { layerNormDifferentials } from './layer-norm/layer-norm-differentials.js';
import { layerNormDirectPath } from './layer-norm/layer-norm-direct-path.js';
import { layerNormDmean } from './layer-norm/layer-norm-dmean.js';
import { layerNormDmu } from './layer-norm/layer-norm-dmu.js';
import { layerNormDoubleBackwardDy } from './layer-norm/layer-norm-double-backward-dy.js';
import { layerNormDoubleBackwardGamma } from './layer-norm/layer-norm-double-backward-gamma.js';
import { layerNormDoubleBackwardX } from './layer-norm/layer-norm-double-backward-x.js';
import { layerNormDr } from './layer-norm/layer-norm-dr.js';
import { layerNormDvariance } from './layer-norm/layer-norm-dvariance.js';
import { layerNormDxAlongXhat } from './layer-norm/layer-norm-dx-along-xhat.js';
import { layerNormDxFromDc } from './layer-norm/layer-norm-dx-from-dc.js';
import { layerNormDxShrinks } from './layer-norm/layer-norm-dx-shrinks.js';
import { layerNormDxSum } from './layer-norm/layer-norm-dx-sum.js';
import { layerNormDx } from './layer-norm/layer-norm-dx.js';
import { layerNormEllipsoid } from './layer-norm/layer-norm-ellipsoid.js';
import { layerNormEpsOutsideJacobian } from './layer-norm/layer-norm-eps-outside-jacobian.js';
import { layerNormEpsOutside } from './layer-norm/layer-norm-eps-outside.js';
import { layerNormFromMeanSquare } from './layer-norm/layer-norm-from-mean-square.js';
import { layerNormG } from './layer-norm/layer-norm-g.js';
import { layerNormGammaPlane } from './layer-norm/layer-norm-gamma-plane.js';
import { layerNormHvp } from './layer-norm/layer-norm-hvp.js';
import { layerNormIsRmsNormOfCentred } from './layer-norm/layer-norm-is-rms-norm-of-centred.js';
import { layerNormJacobianOnes } from './layer-norm/layer-norm-jacobian-ones.js';
import { layerNormJacobianRest } from './layer-norm/layer-norm-jacobian-rest.js';
import { layerNormJacobianSymmetric } from './layer-norm/layer-norm-jacobian-symmetric.js';
import { layerNormJacobianXhat } from './layer-norm/layer-norm-jacobian-xhat.js';
import { layerNormJacobian } from './layer-norm/layer-norm-jacobian.js';
import { layerNormMeanThroughVariance } from './layer-norm/layer-norm-mean-through-variance.js';
import { layerNormOneHot } from './layer-norm/layer-norm-one-hot.js';
import { layerNormProjections } from './layer-norm/layer-norm-projections.js';
import { layerNormProjector } from './layer-norm/layer-norm-projector.js';
import { layerNormRadius } from './layer-norm/layer-norm-radius.js';
import { layerNormRotation } from './layer-norm/layer-norm-rotation.js';
import { layerNormRows } from './layer-norm/layer-norm-rows.js';
import { layerNormRstdDerivative } from './layer-norm/layer-norm-rstd-derivative.js';
import { layerNormScaleEps } from './layer-norm/layer-norm-scale-eps.js';
import { layerNormScale } from './layer-norm/layer-norm-scale.js';
import { layerNormShift } from './layer-norm/layer-norm-shift.js';
import { layerNormSphere } from './layer-norm/layer-norm-sphere.js';
import { layerNormTrace } from './layer-norm/layer-norm-trace.js';
import { layerNormTwice } from './layer-norm/layer-norm-twice.js';
import { layerNormUndo } from './layer-norm/layer-norm-undo.js';
import { layerNormVarianceDerivative } from './layer-norm/layer-norm-variance-derivative.js';
import { layerNormVarianceIsLeast } from './layer-norm/layer-norm-variance-is-least.js';
import { layerNormVariancePath } from './layer-norm/layer-norm-variance-path.js';
import { layerNormXhatMean } from './layer-norm/layer-norm-xhat-mean.js';
import { layerNormXhatProjections } from './layer-norm/layer-norm-xhat-projections.js';
import { layerNormXhatSquare } from './layer-norm/layer-norm-xhat-square.js';
import { rmsNormDgamma } from './rms-norm/rms-norm-dgamma.js';
import { rmsNormDifferentials } from './rms-norm/rms-norm-differentials.js';
import { rmsNormDoubleBackwardDy } from './rms-norm/rms-norm-double-backward-dy.js';
import { rmsNormDoubleBackwardX } from './rms-norm/rms-norm-double-backward-x.js';
import { rmsNormDxAlongX } from './rms-norm/rms-norm-dx-along-x.js';
import { rmsNormDx } from './rms-norm/rms-norm-dx.js';
import { rmsNormHvp } from './rms-norm/rms-norm-hvp.js';
import { rmsNormJacobianX } from './rms-norm/rms-norm-jacobian-x.js';
import { rmsNormJacobian } from './rms-norm/rms-norm-jacobian.js';
import { rmsNormRotation } from './rms-norm/rms-norm-rotation.js';
import { rmsNormScale } from './rms-norm/rms-norm-scale.js';
import { rmsNormSphere } from './rms-norm/rms-norm-sphere.js';
import { scaleNormDx } from './rms-norm/scale-norm-dx.js';
import { logSumExpGradient } from './softmax/log-sum-exp-gradient.js';
import { logSumExp } from './softmax/log-sum-exp.js';
import { softmaxCrossEntropy } from './softmax/softmax-cross-entropy.js';
import { softmaxDzSum } from './softmax/softmax-dz-sum.js';
import { softmaxJacobian } from './softmax/softmax-jacobian.js';
import { softmaxShift } from './softmax/softmax-shift.js';
import { softmaxVjp } from './softmax/softmax-vjp.js';
import { switchableNormDmeanLogits } from './switchable-norm/switchable-norm-dmean-logits.js';
import { switchableNormDvarianceLogits } from './switchable-norm/switchable-norm-dvariance-logits.js';
import { deepnormConstants } from './transformer/deepnorm-constants.js';
import { deepnormDirectRoad } from './transformer/deepnorm-direct-road.js';
import { gammaIntoLinear } from './transformer/gamma-into-linear.js';
import { periNormRms } from './transformer/peri-norm-rms.js';
import { plainResidualVariance } from './transformer/plain-residual-variance.js';
import { postNormBlockDx } from './transformer/post-norm-block-dx.js';
import { postNormBlockJacobian } from './transformer/post-norm-block-jacobian.js';
import { postNormDirectRoad } from './transformer/post-norm-direct-road.js';
import { preNormBlockDx } from './transformer/pre-norm-block-dx.js';
import { preNormBlockJacobian } from './transformer/pre-norm-block-jacobian.js';
import { preNormShare } from './transformer/pre-norm-share.js';
import { preNormVariance } from './transformer/pre-norm-variance.js';
import { residualGate } from './transformer/residual-gate.js';
import { residualMeanSquare } from './transformer/residual-mean-square.js';
import { residualPaths } from './transformer/residual-paths.js';
import { rezeroVariance } from './transformer/rezero-variance.js';
import { varianceChan } from './variance/variance-chan.js';
import { varianceCondition } from './variance/variance-condition.js';
import { varianceCorrectedTwoPass } from './variance/variance-corrected-two-pass.js';
import { varianceOfPairs } from './variance/variance-of-pairs.js';
import { varianceShifted } from './variance/variance-shifted.js';
import { varianceTwoForms } from './variance/variance-two-forms.js';
import { varianceTwoPassError } from './variance/variance-two-pass-error.js';
import { varianceWelfordMean } from './variance/variance-welford-mean.js';
import { varianceWelford } from './variance/variance-welford.js';
import { centredWeights } from './weights/centred-weights.js';
import { effectiveLearningRate } from './weights/effective-learning-rate.js';
import { scaleInvarianceGradientScale } from './weights/scale-invariance-gradient-scale.js';
import { scaleInvarianceGradient } from './weights/scale-invariance-gradient.js';
import { scaleInvarianceNormGrowth } from './weights/scale-invariance-norm-growth.js';
import { sharedShift } from './weights/shared-shift.js';
import { spectralNormDw } from './weights/spectral-norm-dw.js';
import { weightDecayAngle } from './weights/weight-decay-angle.js';
import { weightDecayEquilibrium } from './weights/weight-decay-equilibrium.js';
import { weightDecayNorm } from './weights/weight-decay-norm.js';
import { weightDecayRotation } from './weights/weight-decay-rotation.js';
import { weightNormDg } from './weights/weight-norm-dg.js';
import { weightNormDv } from './weights/weight-norm-dv.js';
import { weightNormOrthogonal } from './weights/weight-norm-orthogonal.js';
import { weightStandardizationDw } from './weights/weight-standardization-dw.js';

const all = {
  'derf-dalpha': derfDalpha,
  'derf-dshift': derfDshift,
  'derf-dx': derfDx,
  'dyt-dalpha': dytDalpha,
  'dyt-dgamma': dytDgamma,
  'dyt-dx': dytDx,
  'gelu-derivative': geluDerivative,
  'gelu-tanh-derivative': geluTanhDerivative,
  'sigmoid-derivative': sigmoidDerivative,
  'silu-derivative': siluDerivative,
  'tanh-derivative': tanhDerivative,
  'ada-in-dstyle': adaInDstyle,
  'ada-in-dx': adaInDx,
  'ada-layer-norm-dscale': adaLayerNormDscale,
  'attention-dkey': attentionDkey,
  'attention-dquery': attentionDquery,
  'attention-dvalue': attentionDvalue,
  'attention-logit-bound-gamma': attentionLogitBoundGamma,
  'attention-logit-bound': attentionLogitBound,
  'attention-query-covariance': attentionQueryCovariance,
  'attention-soft-cap': attentionSoftCap,
  'batch-norm-bessel-dx': batchNormBesselDx,
  'batch-norm-bias-before': batchNormBiasBefore,
  'batch-norm-dbeta': batchNormDbeta,
  'batch-norm-dgamma': batchNormDgamma,
  'batch-norm-dx-paper': batchNormDxPaper,
  'batch-norm-dx-sums': batchNormDxSums,
  'batch-norm-dx': batchNormDx,
  'batch-norm-evaluation-affine': batchNormEvaluationAffine,
  'batch-norm-evaluation-dx': batchNormEvaluationDx,
  'batch-norm-fusion-weight': batchNormFusionWeight,
  'batch-norm-fusion': batchNormFusion,
  'batch-norm-jacobian': batchNormJacobian,
  'batch-norm-one-sample': batchNormOneSample,
  'batch-norm-running-bias': batchNormRunningBias,
  'batch-norm-mean-noise': batchNormMeanNoise,
  'batch-norm-variance-bias': batchNormVarianceBias,
  'batch-norm-two-samples': batchNormTwoSamples,
  'batch-renorm-forward': batchRenormForward,
  'filter-response-norm-dtau': filterResponseNormDtau,
  'filter-response-norm-dx': filterResponseNormDx,
  'central-difference-best-step': centralDifferenceBestStep,
  'central-difference-cubic': centralDifferenceCubic,
  'central-difference-least-error': centralDifferenceLeastError,
  'central-difference-quintic': centralDifferenceQuintic,
  'central-difference-richardson': centralDifferenceRichardson,
  'complex-step-value': complexStepValue,
  'complex-step': complexStep,
  'dual-product': dualProduct,
  'dual-quotient': dualQuotient,
  'forward-difference-error': forwardDifferenceError,
  'random-direction': randomDirection,
  'square-loss-is-nearly-blind': squareLossIsNearlyBlind,
  'sum-loss-is-blind': sumLossIsBlind,
  'group-norm-dx': groupNormDx,
  'group-norm-jacobian': groupNormJacobian,
  'input-mean-and-curvature': inputMeanAndCurvature,
  'least-squares-hessian': leastSquaresHessian,
  'linear-variance': linearVariance,
  'normalized-logits-bound': normalizedLogitsBound,
  'relu-half': reluHalf,
  'standardized-curvature': standardizedCurvature,
  'variance-through-depth': varianceThroughDepth,
  'instance-norm-dx': instanceNormDx,
  'instance-norm-jacobian': instanceNormJacobian,
  'layer-norm-backward': layerNormBackward,
  'layer-norm-bound-eps': layerNormBoundEps,
  'layer-norm-bound': layerNormBound,
  'layer-norm-centring-orthogonal': layerNormCentringOrthogonal,
  'layer-norm-centring-twice': layerNormCentringTwice,
  'layer-norm-dbeta': layerNormDbeta,
  'layer-norm-dc': layerNormDc,
  'layer-norm-detached-mean': layerNormDetachedMean,
  'layer-norm-detached-sum': layerNormDetachedSum,
  'layer-norm-detached-variance-along-xhat': layerNormDetachedVarianceAlongXhat,
  'layer-norm-detached-variance': layerNormDetachedVariance,
  'layer-norm-detached': layerNormDetached,
  'layer-norm-deviation-derivative': layerNormDeviationDerivative,
  'layer-norm-dgamma': layerNormDgamma,
  'layer-norm-differentials-dx': layerNormDifferentialsDx,
  'layer-norm-differentials': layerNormDifferentials,
  'layer-norm-direct-path': layerNormDirectPath,
  'layer-norm-dmean': layerNormDmean,
  'layer-norm-dmu': layerNormDmu,
  'layer-norm-double-backward-dy': layerNormDoubleBackwardDy,
  'layer-norm-double-backward-gamma': layerNormDoubleBackwardGamma,
  'layer-norm-double-backward-x': layerNormDoubleBackwardX,
  'layer-norm-dr': layerNormDr,
  'layer-norm-dvariance': layerNormDvariance,
  'layer-norm-dx-along-xhat': layerNormDxAlongXhat,
  'layer-norm-dx-from-dc': layerNormDxFromDc,
  'layer-norm-dx-shrinks': layerNormDxShrinks,
  'layer-norm-dx-sum': layerNormDxSum,
  'layer-norm-dx': layerNormDx,
  'layer-norm-ellipsoid': layerNormEllipsoid,
  'layer-norm-eps-outside-jacobian': layerNormEpsOutsideJacobian,
  'layer-norm-eps-outside': layerNormEpsOutside,
  'layer-norm-from-mean-square': layerNormFromMeanSquare,
  'layer-norm-g': layerNormG,
  'layer-norm-gamma-plane': layerNormGammaPlane,
  'layer-norm-hvp': layerNormHvp,
  'layer-norm-is-rms-norm-of-centred': layerNormIsRmsNormOfCentred,
  'layer-norm-jacobian-ones': layerNormJacobianOnes,
  'layer-norm-jacobian-rest': layerNormJacobianRest,
  'layer-norm-jacobian-symmetric': layerNormJacobianSymmetric,
  'layer-norm-jacobian-xhat': layerNormJacobianXhat,
  'layer-norm-jacobian': layerNormJacobian,
  'layer-norm-mean-through-variance': layerNormMeanThroughVariance,
  'layer-norm-one-hot': layerNormOneHot,
  'layer-norm-projections': layerNormProjections,
  'layer-norm-projector': layerNormProjector,
  'layer-norm-radius': layerNormRadius,
  'layer-norm-rotation': layerNormRotation,
  'layer-norm-rows': layerNormRows,
  'layer-norm-rstd-derivative': layerNormRstdDerivative,
  'layer-norm-scale-eps': layerNormScaleEps,
  'layer-norm-scale': layerNormScale,
  'layer-norm-shift': layerNormShift,
  'layer-norm-sphere': layerNormSphere,
  'layer-norm-trace': layerNormTrace,
  'layer-norm-twice': layerNormTwice,
  'layer-norm-undo': layerNormUndo,
  'layer-norm-variance-derivative': layerNormVarianceDerivative,
  'layer-norm-variance-is-least': layerNormVarianceIsLeast,
  'layer-norm-variance-path': layerNormVariancePath,
  'layer-norm-xhat-mean': layerNormXhatMean,
  'layer-norm-xhat-projections': layerNormXhatProjections,
  'layer-norm-xhat-square': layerNormXhatSquare,
  'rms-norm-dgamma': rmsNormDgamma,
  'rms-norm-differentials': rmsNormDifferentials,
  'rms-norm-double-backward-dy': rmsNormDoubleBackwardDy,
  'rms-norm-double-backward-x': rmsNormDoubleBackwardX,
  'rms-norm-dx-along-x': rmsNormDxAlongX,
  'rms-norm-dx': rmsNormDx,
  'rms-norm-hvp': rmsNormHvp,
  'rms-norm-jacobian-x': rmsNormJacobianX,
  'rms-norm-jacobian': rmsNormJacobian,
  'rms-norm-rotation': rmsNormRotation,
  'rms-norm-scale': rmsNormScale,
  'rms-norm-sphere': rmsNormSphere,
  'scale-norm-dx': scaleNormDx,
  'log-sum-exp-gradient': logSumExpGradient,
  'log-sum-exp': logSumExp,
  'softmax-cross-entropy': softmaxCrossEntropy,
  'softmax-dz-sum': softmaxDzSum,
  'softmax-jacobian': softmaxJacobian,
  'softmax-shift': softmaxShift,
  'softmax-vjp': softmaxVjp,
  'switchable-norm-dmean-logits': switchableNormDmeanLogits,
  'switchable-norm-dvariance-logits': switchableNormDvarianceLogits,
  'deepnorm-constants': deepnormConstants,
  'deepnorm-direct-road': deepnormDirectRoad,
  'gamma-into-linear': gammaIntoLinear,
  'peri-norm-rms': periNormRms,
  'plain-residual-variance': plainResidualVariance,
  'post-norm-block-dx': postNormBlockDx,
  'post-norm-block-jacobian': postNormBlockJacobian,
  'post-norm-direct-road': postNormDirectRoad,
  'pre-norm-block-dx': preNormBlockDx,
  'pre-norm-block-jacobian': preNormBlockJacobian,
  'pre-norm-share': preNormShare,
  'pre-norm-variance': preNormVariance,
  'residual-gate': residualGate,
  'residual-mean-square': residualMeanSquare,
  'residual-paths': residualPaths,
  'rezero-variance': rezeroVariance,
  'variance-chan': varianceChan,
  'variance-condition': varianceCondition,
  'variance-corrected-two-pass': varianceCorrectedTwoPass,
  'variance-of-pairs': varianceOfPairs,
  'variance-shifted': varianceShifted,
  'variance-two-forms': varianceTwoForms,
  'variance-two-pass-error': varianceTwoPassError,
  'variance-welford-mean': varianceWelfordMean,
  'variance-welford': varianceWelford,
  'centred-weights': centredWeights,
  'effective-learning-rate': effectiveLearningRate,
  'scale-invariance-gradient-scale': scaleInvarianceGradientScale,
  'scale-invariance-gradient': scaleInvarianceGradient,
  'scale-invariance-norm-growth': scaleInvarianceNormGrowth,
  'shared-shift': sharedShift,
  'spectral-norm-dw': spectralNormDw,
  'weight-decay-angle': weightDecayAngle,
  'weight-decay-equilibrium': weightDecayEquilibrium,
  'weight-decay-norm': weightDecayNorm,
  'weight-decay-rotation': weightDecayRotation,
  'weight-norm-dg': weightNormDg,
  'weight-norm-dv': weightNormDv,
  'weight-norm-orthogonal': weightNormOrthogonal,
  'weight-standardization-dw': weightStandardizationDw,
};

export type DerivationName = keyof typeof all;

/**
 * The derivations by name.
 *
 * @example
 * derivations['layer-norm-dx'].lines.length; // 5
 */
export const derivations: Readonly<Record<DerivationName, Derivation>> = all;
