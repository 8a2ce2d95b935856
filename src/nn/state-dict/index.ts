/** State dicts in and out: under PyTorch's names, as JSON, as safetensors. */
export { plainState, stateOf } from './plain.js';
export type { PlainArray, PlainState } from './plain.js';
export { loadPyTorch, toPyTorch } from './pytorch.js';
export { readSafetensors, writeSafetensors } from './safetensors.js';
