/** How a network is trained, and what it is trained on. */
export { Adam } from './adam.js';
export type { AdamOptions } from './adam.js';
export { AdamW } from './adam-w.js';
export { badlyScaled } from './badly-scaled.js';
export type { BadlyScaledOptions } from './badly-scaled.js';
export { checkpoint, restore } from './checkpoint.js';
export type { Checkpoint, Trained } from './checkpoint.js';
export { clipGradNorm, gradNorm } from './clip-grad-norm.js';
export { copying } from './copying.js';
export { digits } from './digits.js';
export { drawn, shuffled } from './examples.js';
export type { Batches, Examples } from './examples.js';
export { observe } from './observe.js';
export type {
  AttentionStatistics,
  LayerStatistics,
  Observer,
  ParameterStatistics,
  Statistics,
  Summary,
} from './observe.js';
export { Optimizer, zeroGrad } from './optimizer.js';
export type { Update } from './optimizer.js';
export { resumable } from './resumable.js';
export type { Keeping } from './resumable.js';
export { RMSprop } from './rms-prop.js';
export type { RMSpropOptions } from './rms-prop.js';
export { constant, cosine, product, warmUp } from './schedules.js';
export type { Schedule } from './schedules.js';
export type { SequenceOptions, Sequences, SequenceTask } from './sequences.js';
export { SGD } from './sgd.js';
export type { SGDOptions } from './sgd.js';
export { sorting } from './sorting.js';
export { attentionEntropy, deadShare, histogram, largestLogit, moments, updateToData } from './statistics.js';
export type { Histogram, HistogramOptions } from './statistics.js';
export { training } from './training.js';
export type { TrainingOptions, TrainingStep } from './training.js';
