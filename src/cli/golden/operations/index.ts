import { batchNormModes } from './batch-norm-modes.js';
import { compositions } from './compositions.js';
import { nn } from './nn.js';
import { norms } from './norms.js';
import { normsBySample } from './norms-by-sample.js';
import { onnxLayers } from './onnx-layers.js';
import { onnxNorms } from './onnx-norms.js';
import type { Operation } from './operation.js';
import { train } from './train.js';
import { transformer } from './transformer.js';
import { weights } from './weights.js';

/** The operations of the golden files that the library has. */
export const operations: Readonly<Record<string, Operation>> = {
  ...norms,
  ...compositions,
  ...batchNormModes,
  ...normsBySample,
  ...weights,
  ...nn,
  ...train,
  ...transformer,
  ...onnxNorms,
  ...onnxLayers,
};
