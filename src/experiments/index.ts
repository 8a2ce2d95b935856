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
