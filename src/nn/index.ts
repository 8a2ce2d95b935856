/** The other parts of a network: layers, activations, losses, and how they start. */
export { ReLU, Tanh } from './activations.js';
export { Conv2d, conv2d } from './conv2d.js';
export type { Conv2dInputs, Conv2dOptions } from './conv2d.js';
export { crossEntropy } from './cross-entropy.js';
export type { CrossEntropyOptions } from './cross-entropy.js';
export { Dropout, dropout } from './dropout.js';
export type { DropoutOptions } from './dropout.js';
export { Embedding } from './embedding.js';
export type { EmbeddingOptions } from './embedding.js';
export { fixup, fixupScale } from './fixup.js';
export type { FixupParts, Weighted } from './fixup.js';
export { GELU, gelu } from './gelu.js';
export type { GeluForm } from './gelu.js';
export {
  gains,
  kaimingDeviation,
  kaimingNormal,
  kaimingUniform,
  xavierDeviation,
  xavierNormal,
  xavierUniform,
} from './initialization.js';
export type { Gain, InitialOptions } from './initialization.js';
export { Linear, linear } from './linear.js';
export type { LinearOptions } from './linear.js';
export { logSoftmax } from './log-softmax.js';
export { orthogonal } from './orthogonal.js';
export type { Pair, PatchOptions } from './patches.js';
export { Sequential } from './sequential.js';
export { Sigmoid, sigmoid } from './sigmoid.js';
export { SiLU, silu } from './silu.js';
export { SkipInit } from './skip-init.js';
export type { SkipInitOptions } from './skip-init.js';
export { softmax } from './softmax.js';
export { Softplus, softplus } from './softplus.js';
export {
  loadPyTorch,
  plainState,
  readSafetensors,
  stateOf,
  toPyTorch,
  writeSafetensors,
} from './state-dict/index.js';
export type { PlainArray, PlainState } from './state-dict/index.js';
export { zLoss } from './z-loss.js';
