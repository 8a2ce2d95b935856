import { Tensor } from '../autograd/tensor.js';
import { allocate } from '../tensor/dtype.js';
import type { DType } from '../tensor/dtype.js';
import { digitLines } from './digits-data.js';
import type { Stream } from '../tensor/random.js';
import type { Examples } from './examples.js';

const pixels = 64;
const trained = 1297;

/**
 * Handwritten digits: 1797 images of 8 × 8 pixels, each with its class 0 … 9.
 *
 * A pixel counts the inked points of a 4 × 4 field, v = 0 … 16; x holds (v/16 − 0.3)/0.376, which has about mean 0 and
 * deviation 1. The first 1297 images, in the order of the file, are for training, the last 500 for the test. Those
 * 500 are harder than most: with `split`, 500 of all are drawn for the test, and a small network errs half as often.
 *
 * Source: E. Alpaydin and C. Kaynak (1998), "Optical Recognition of Handwritten Digits", UCI Machine Learning
 * Repository, https://doi.org/10.24432/C50P49, CC BY 4.0; the test set, as scikit-learn orders it.
 *
 * @example
 * const { train, test } = digits();
 * train.x.shape; // [1297, 64]
 * [...train.targets.data.slice(0, 4)]; // [0, 1, 2, 3]
 * test.targets.data.length; // 500
 */
export function digits({
  dtype = 'float64',
  split,
}: { readonly dtype?: DType; readonly split?: Stream } = {}): {
  readonly train: Examples;
  readonly test: Examples;
} {
  const inFile = digitLines.trim().split('\n');
  const lines = split ? split.permutation(inFile.length).map((n) => inFile[n]) : inFile;
  return { train: read(lines.slice(0, trained), dtype), test: read(lines.slice(trained), dtype) };
}

function read(lines: readonly string[], dtype: DType): Examples {
  const x = allocate(dtype, lines.length * pixels);
  const targets = allocate('float64', lines.length);
  lines.forEach((line, n) => {
    targets[n] = Number(line[0]);
    for (let i = 0; i < pixels; i++) x[n * pixels + i] = (parseInt(line[1 + i], 17) / 16 - 0.3) / 0.376;
  });
  return {
    x: new Tensor({ data: x, shape: [lines.length, pixels], dtype }),
    targets: { data: targets, shape: [lines.length], dtype: 'float64' },
  };
}
