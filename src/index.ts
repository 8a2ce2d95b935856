/** The library as a cell imports it: `import { layerNorm } from 'normlab'`. */
export * from './tensor/index.js';
export * from './autograd/index.js';
export * from './norm/index.js';
export * from './nn/index.js';
export * from './train/index.js';
export * from './transformer/index.js';
