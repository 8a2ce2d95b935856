/** Exercises with their checks, and questions. Pure: whoever grades hands over `run`, which limits a candidate's time. */
import { anyNormExercise } from './exercises/any-norm/exercise.js';
import { batchNormExercise, batchNormWayBackExercise } from './exercises/batch-norm/exercise.js';
import { cachedDecodingExercise } from './exercises/cached-decoding/exercise.js';
import { catchAllExercise } from './exercises/catch-all/exercise.js';
import { centreRowExercise } from './exercises/centre-row/exercise.js';
import { channelsAlikeExercise } from './exercises/channels-alike/exercise.js';
import { checkGradientExercise } from './exercises/check-gradient/exercise.js';
import { complexLayerNormExercise } from './exercises/complex-layer-norm/exercise.js';
import { encoderExercise } from './exercises/encoder/exercise.js';
import { fasterWhenExercise } from './exercises/faster-when/exercise.js';
import { fuseExercise } from './exercises/fuse/exercise.js';
import { hessianTimesExercise } from './exercises/hessian-times/exercise.js';
import { identityStartExercise } from './exercises/identity-start/exercise.js';
import { invarianceTableExercise } from './exercises/invariance-table/exercise.js';
import { layerNormExercise } from './exercises/layer-norm/exercise.js';
import { layerShapesExercise } from './exercises/layer-shapes/exercise.js';
import { lostDirectionsExercise } from './exercises/lost-directions/exercise.js';
import { meanExercise } from './exercises/mean/exercise.js';
import { mergeHeadsExercise } from './exercises/merge-heads/exercise.js';
import { mergeStatisticsExercise } from './exercises/merge-statistics/exercise.js';
import { modelGradientsExercise } from './exercises/model-gradients/exercise.js';
import { namePlacementsExercise } from './exercises/name-placements/exercise.js';
import { neverTrainsExercise } from './exercises/never-trains/exercise.js';
import { normalizeOverExercise } from './exercises/normalize-over/exercise.js';
import { oneHotExercise } from './exercises/one-hot/exercise.js';
import { ownPlacementExercise } from './exercises/own-placement/exercise.js';
import { paddingExercise } from './exercises/padding/exercise.js';
import { placementsExercise } from './exercises/placements/exercise.js';
import { raggedExercise } from './exercises/ragged/exercise.js';
import { recalibrateExercise } from './exercises/recalibrate/exercise.js';
import { rmsNormExercise, rmsNormWayBackExercise } from './exercises/rms-norm/exercise.js';
import { sentencesExercise } from './exercises/sentences/exercise.js';
import { shuffleExercise } from './exercises/shuffle/exercise.js';
import { startingDeviationExercise } from './exercises/starting-deviation/exercise.js';
import { statisticsOfExercise } from './exercises/statistics-of/exercise.js';
import { toRMSNormExercise } from './exercises/to-rms-norm/exercise.js';
import { uncutExercise } from './exercises/uncut/exercise.js';
import { undoExercise } from './exercises/undo/exercise.js';
import { wayBackExercise } from './exercises/way-back/layer-norm/exercise.js';
import { rmsWayBackExercise } from './exercises/way-back/rms-norm/exercise.js';
import { whichAxesExercise } from './exercises/which-axes/exercise.js';
import { whichTwoExercise } from './exercises/which-two/exercise.js';
import { whoSeesWhomExercise } from './exercises/who-sees-whom/exercise.js';

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

export type {
  Answer,
  AnswerTo,
  Candidate,
  Check,
  Dots,
  Exercise,
  RightVersion,
  Shown,
  WrongVersion,
} from './exercise.js';
export { Failure } from './exercise.js';
export { gradeCandidate } from './grading.js';
export type { Finding, Grade, GradingOptions, Run } from './grading.js';
export { hall } from './hall/index.js';
export type { HallLayer } from './hall/layers.js';
export type { Style } from './hall/styles.js';
export { tally } from './hall/tally.js';
export type { Tally } from './hall/tally.js';
export type { LayerNormFunction } from './exercises/layer-norm/inputs.js';
export { claims as fasterClaims } from './exercises/faster-when/exercise.js';
export { findings as neverTrainsFindings } from './exercises/never-trains/exercise.js';
export { placementNames, snippets as placementSnippets } from './exercises/name-placements/snippets.js';
export type { NormChoice } from './exercises/any-norm/right.js';
export { axisPuzzles } from './exercises/which-axes/puzzles.js';
export type { AxisPuzzle } from './exercises/which-axes/puzzles.js';
export type { LayerNormTower, RMSNormTower } from './exercises/to-rms-norm/tower.js';
export type { LayerSizes } from './exercises/layer-shapes/layers.js';
export type { LayerPieces, Order } from './exercises/encoder/inputs.js';
export type { NormInUse } from './exercises/fuse/inputs.js';
export type { Part } from './exercises/merge-statistics/inputs.js';
export type { Pieces, Placement } from './exercises/placements/inputs.js';
export type { BlockParameters, Sizes, Start } from './exercises/identity-start/inputs.js';
export { climbs } from './levels/index.js';
export type { Climb, Level, Need } from './levels/level.js';
export { exhibits, museum } from './museum/index.js';
export type { Cost, Damage, Exhibit } from './museum/exhibit.js';
export { isNotYetWritten, NotYetWritten, notYetWritten } from './not-yet-written.js';
export { inventoryQuestions } from './questions/inventory/index.js';
export type { InventoryQuestion, Occasion, Subject } from './questions/inventory/index.js';
export type { Choice, Letter, Question } from './questions/question.js';
export { questions, questionsByNotebook } from './questions/index.js';
export type { QuestionId } from './questions/index.js';
