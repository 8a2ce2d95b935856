/** The normalizations, one per file. */
export { contractFindings } from './contract/findings.js';
export { LayerNorm, layerNorm } from './layer-norm.js';
export type { LayerNormOptions } from './layer-norm.js';
export { norms } from './registry.js';
export type { Invariance, Norm, NormInputs } from './registry.js';
