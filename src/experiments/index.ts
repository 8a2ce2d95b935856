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
