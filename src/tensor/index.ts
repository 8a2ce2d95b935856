/** Numbers and shapes. */
export type { DType, Storage } from './dtype.js';
export { ShapeError } from './errors.js';
export { formatArray, formatNumber } from './format.js';
export { filled, fromNested, ndarray, toNested, zerosLike } from './ndarray.js';
export type { NDArray, Nested } from './ndarray.js';
export { Stream, stream, streams } from './random.js';
export type { Generator, NormalOptions, Streams } from './random.js';
export { formatShape, sameShape, sizeOf, stridesOf } from './shape.js';
export type { Shape } from './shape.js';
