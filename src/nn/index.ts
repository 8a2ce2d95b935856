/** The other parts of a network: layers, activations, losses, and how they start. */
export { ReLU, Tanh } from './activations.js';
export { crossEntropy } from './cross-entropy.js';
export type { CrossEntropyOptions } from './cross-entropy.js';
export { Dropout, dropout } from './dropout.js';
export type { DropoutOptions } from './dropout.js';
export { Embedding } from './embedding.js';
export type { EmbeddingOptions } from './embedding.js';
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
export { Sequential } from './sequential.js';
export { softmax } from './softmax.js';
