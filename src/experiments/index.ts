/** Experiments: from a preset and a seed to plain records. */
export {
  directionThroughDepth,
  fiftyLayers,
  signalThroughDepth,
  sizeAtTop,
  weightGradientByScale,
} from './signal-through-depth.js';
export type {
  DirectionRecord,
  SignalRecord,
  TowerPreset,
  WeightGradientRecord,
} from './signal-through-depth.js';
export { layerNormAlong, machineEpsilon, stepSizeErrors, stepSizes } from './step-size-errors.js';
export type { FunctionAt, StepSizeRecord } from './step-size-errors.js';
export { layerNormWith } from './ways-back.js';
export type { Layer, WayBack, WayBackInputs } from './ways-back.js';
export { pytorchLayerNorm } from './pytorch-layer-norm.js';
export type { ReferenceCase } from './pytorch-layer-norm.js';
export { differencesFromPyTorch } from './differences-from-pytorch.js';
export type { DifferenceRecord } from './differences-from-pytorch.js';
export { experiments } from './registry.js';
export { divergedIsInfinite, judged, median, medianOver, MissingRecords, valuesOver } from './claims.js';
export type { Judged, Where } from './claims.js';
export { fromPlain, inOrder, toPlain } from './records.js';
export type { PlainNumber, PlainRecord, Report } from './records.js';
export { circumstances, finish, idOf, perform, recordsOf, runs } from './runs.js';
export type { Conditions, Run, Wish } from './runs.js';
export type {
  Circumstances,
  Claim,
  Deviation,
  Experiment,
  Numbers,
  Plan,
  PresetName,
  Result,
  Step,
} from './experiment.js';
export { placementProfile, placementSockets } from './placement-profile.js';
export type { PlacementProfile } from './placement-profile.js';
export { streamSizes } from './stream-theory.js';
export type { Factors, Sockets, StreamSize } from './stream-theory.js';
export { alphaOnTheBranch } from './placement-arms.js';
export { filmed } from './training-film.js';
export type { FilmedBlock, FilmedRun, FilmOptions } from './training-film.js';
export { sampleInfluence } from './sample-influence.js';
export { layerHistograms } from './layer-histograms.js';
export type { LayerHistogramOptions, LayerRecord, LayerRecords } from './layer-histograms.js';
