/** The exercises of the notebooks, each in a folder of its own. */
import { atAGlance } from '../at-a-glance.js';
import { anyNormExercise } from './any-norm/exercise.js';
import { batchNormExercise, batchNormWayBackExercise } from './batch-norm/exercise.js';
import { cachedDecodingExercise } from './cached-decoding/exercise.js';
import { catchAllExercise } from './catch-all/exercise.js';
import { centreRowExercise } from './centre-row/exercise.js';
import { channelsAlikeExercise } from './channels-alike/exercise.js';
import { checkGradientExercise } from './check-gradient/exercise.js';
import { complexLayerNormExercise } from './complex-layer-norm/exercise.js';
import { encoderExercise } from './encoder/exercise.js';
import { fasterWhenExercise } from './faster-when/exercise.js';
import { fuseExercise } from './fuse/exercise.js';
import { hessianTimesExercise } from './hessian-times/exercise.js';
import { identityStartExercise } from './identity-start/exercise.js';
import { invarianceTableExercise } from './invariance-table/exercise.js';
import { layerNormExercise } from './layer-norm/exercise.js';
import { layerShapesExercise } from './layer-shapes/exercise.js';
import { lostDirectionsExercise } from './lost-directions/exercise.js';
import { meanExercise } from './mean/exercise.js';
import { mergeHeadsExercise } from './merge-heads/exercise.js';
import { mergeStatisticsExercise } from './merge-statistics/exercise.js';
import { modelGradientsExercise } from './model-gradients/exercise.js';
import { namePlacementsExercise } from './name-placements/exercise.js';
import { neverTrainsExercise } from './never-trains/exercise.js';
import { normalizeOverExercise } from './normalize-over/exercise.js';
import { oneHotExercise } from './one-hot/exercise.js';
import { ownPlacementExercise } from './own-placement/exercise.js';
import { paddingExercise } from './padding/exercise.js';
import { placementsExercise } from './placements/exercise.js';
import { raggedExercise } from './ragged/exercise.js';
import { recalibrateExercise } from './recalibrate/exercise.js';
import { rmsNormExercise, rmsNormWayBackExercise } from './rms-norm/exercise.js';
import { sentencesExercise } from './sentences/exercise.js';
import { shuffleExercise } from './shuffle/exercise.js';
import { startingDeviationExercise } from './starting-deviation/exercise.js';
import { statisticsOfExercise } from './statistics-of/exercise.js';
import { toRMSNormExercise } from './to-rms-norm/exercise.js';
import { uncutExercise } from './uncut/exercise.js';
import { undoExercise } from './undo/exercise.js';
import { wayBackExercise } from './way-back/layer-norm/exercise.js';
import { rmsWayBackExercise } from './way-back/rms-norm/exercise.js';
import { whichAxesExercise } from './which-axes/exercise.js';
import { whichTwoExercise } from './which-two/exercise.js';
import { whoSeesWhomExercise } from './who-sees-whom/exercise.js';

/**
 * The exercises by name.
 *
 * @example
 * check(myLayerNorm, exercises.layerNorm);
 */
export const exercises: {
  readonly mean: typeof meanExercise;
  readonly argument: typeof centreRowExercise;
  readonly shuffle: typeof shuffleExercise;
  readonly layerNorm: typeof layerNormExercise;
  readonly normalizeOver: typeof normalizeOverExercise;
  readonly undo: typeof undoExercise;
  readonly sentences: typeof sentencesExercise;
  readonly oneHot: typeof oneHotExercise;
  readonly padding: typeof paddingExercise;
  readonly wayBack: typeof wayBackExercise;
  readonly rmsWayBack: typeof rmsWayBackExercise;
  readonly uncut: typeof uncutExercise;
  readonly hessianTimes: typeof hessianTimesExercise;
  readonly gradCheck: typeof checkGradientExercise;
  readonly complexLayerNorm: typeof complexLayerNormExercise;
  readonly catchAll: typeof catchAllExercise;
  readonly whichTwo: typeof whichTwoExercise;
  readonly batchNorm: typeof batchNormExercise;
  readonly batchNormWayBack: typeof batchNormWayBackExercise;
  readonly fuse: typeof fuseExercise;
  readonly recalibrate: typeof recalibrateExercise;
  readonly mergeStatistics: typeof mergeStatisticsExercise;
  readonly whoSeesWhom: typeof whoSeesWhomExercise;
  readonly placements: typeof placementsExercise;
  readonly identityStart: typeof identityStartExercise;
  readonly ownPlacement: typeof ownPlacementExercise;
  readonly encoder: typeof encoderExercise;
  readonly layerShapes: typeof layerShapesExercise;
  readonly mergeHeads: typeof mergeHeadsExercise;
  readonly cachedDecoding: typeof cachedDecodingExercise;
  readonly modelGradients: typeof modelGradientsExercise;
  readonly namePlacements: typeof namePlacementsExercise;
  readonly startingDeviation: typeof startingDeviationExercise;
  readonly fasterWhen: typeof fasterWhenExercise;
  readonly neverTrains: typeof neverTrainsExercise;
  readonly statisticsOf: typeof statisticsOfExercise;
  readonly anyNorm: typeof anyNormExercise;
  readonly whichAxes: typeof whichAxesExercise;
  readonly ragged: typeof raggedExercise;
  readonly channelsAlike: typeof channelsAlikeExercise;
  readonly lostDirections: typeof lostDirectionsExercise;
  readonly rmsNorm: typeof rmsNormExercise;
  readonly rmsNormWayBack: typeof rmsNormWayBackExercise;
  readonly toRMSNorm: typeof toRMSNormExercise;
  readonly invarianceTable: typeof invarianceTableExercise;
} = {
  mean: meanExercise,
  argument: centreRowExercise,
  shuffle: shuffleExercise,
  layerNorm: layerNormExercise,
  normalizeOver: normalizeOverExercise,
  undo: undoExercise,
  sentences: sentencesExercise,
  oneHot: oneHotExercise,
  padding: paddingExercise,
  wayBack: wayBackExercise,
  rmsWayBack: rmsWayBackExercise,
  uncut: uncutExercise,
  hessianTimes: hessianTimesExercise,
  gradCheck: checkGradientExercise,
  complexLayerNorm: complexLayerNormExercise,
  catchAll: catchAllExercise,
  whichTwo: whichTwoExercise,
  batchNorm: batchNormExercise,
  batchNormWayBack: batchNormWayBackExercise,
  fuse: fuseExercise,
  recalibrate: recalibrateExercise,
  mergeStatistics: mergeStatisticsExercise,
  whoSeesWhom: whoSeesWhomExercise,
  placements: placementsExercise,
  identityStart: identityStartExercise,
  ownPlacement: ownPlacementExercise,
  encoder: encoderExercise,
  layerShapes: layerShapesExercise,
  mergeHeads: mergeHeadsExercise,
  cachedDecoding: cachedDecodingExercise,
  modelGradients: modelGradientsExercise,
  namePlacements: namePlacementsExercise,
  startingDeviation: startingDeviationExercise,
  fasterWhen: fasterWhenExercise,
  neverTrains: neverTrainsExercise,
  statisticsOf: statisticsOfExercise,
  anyNorm: anyNormExercise,
  whichAxes: whichAxesExercise,
  ragged: raggedExercise,
  channelsAlike: channelsAlikeExercise,
  lostDirections: lostDirectionsExercise,
  rmsNorm: rmsNormExercise,
  rmsNormWayBack: rmsNormWayBackExercise,
  toRMSNorm: toRMSNormExercise,
  invarianceTable: invarianceTableExercise,
};

atAGlance(exercises, 'exercises');
