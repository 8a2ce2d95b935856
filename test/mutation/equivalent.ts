import type { Mutant } from './stryker.js';

/** A change: what stands in the place of something, and how the line begins that it is in, where that matters. */
interface Known {
  readonly replacement: string;
  readonly line?: string;
}

/** Changes that nobody can notice, each with its reason. They count only where they lived. */
const equivalent: Readonly<Record<string, readonly Known[]>> = {
  'One number past the end of an array is written, which JavaScript drops; a row is a view of its own.': [
    { replacement: 'i <= X.C' },
    { replacement: 'i <= row.length' },
    { replacement: 'k <= e.length' },
    { replacement: 'i <= positions' },
    { replacement: 'i <= out.length' },
    { replacement: 'k <= t.length' },
    { replacement: 'i <= length' },
    { replacement: 'sample <= N' },
    { replacement: 'c <= C' },
    { replacement: 'c <= mean.length' },
    { replacement: 'i <= data.length' },
    { replacement: 'i <= P.length' },
    { replacement: 'i <= sum.length' },
    { replacement: 'i <= y.data.length' },
    { replacement: 'i <= leaf.data.length' },
    { replacement: 'i <= width' },
  ],
  'What is written behind a row is the first number of the next one, which is written after it; behind the last row it is dropped.':
    [{ replacement: 'i <= start + K' }],
  'One row or matrix too many lies behind the array, where what is written is dropped.': [
    { replacement: 'start <= from.length' },
    { replacement: 'start <= to.length' },
    { replacement: 'n <= N' },
    { replacement: 'i <= count', line: 'for (let i = 0; i < count; i++)' },
  ],
  'What stretches to its own shape stays as it is.': [
    { replacement: 'false', line: 'if (sameShape(x.shape, shape)) return x;' },
  ],
  'One row too many is read and written, which is an empty view.': [{ replacement: 'n <= X.count' }],
  'A single number goes with a row as well as a row of one number does.': [
    { replacement: 'false', line: 'const e = exp(sub(logits, max(logits, { axis: 0, keepdims: true })));' },
  ],
  'The name stands in the error about two dtypes, of which one input has only one.': [
    { replacement: '""', line: "return composed('softCap'," },
    { replacement: '""', line: "return composed('pixelNorm'," },
    { replacement: '""', line: "return composed('positionalNorm'," },
    { replacement: '""', line: "return composed('divisiveNorm'," },
    { replacement: '""', line: 'return composed(name, { x }, (given) => {' },
  ],
  'A neighbour as far away as the axis is long is not there, and adds nothing.': [
    { replacement: 'Math.abs(offset) <= x.shape[axis]' },
  ],
  'The first number behind the part that is looked at is written by this loop, and once more by the next.': [
    {
      replacement: 'i <= k',
      line: 'for (let i = 0; i < k; i++) dxn[i] = r * (scale[i] * dyn[i] - xn[i] * r * s);',
    },
  ],
  'Batches behind the last sample are empty, and add nothing to it.': [
    { replacement: 'N * size', line: 'const ghosts = Array.from({ length: N / size }' },
  ],
  'Parts of a condition behind the last one are empty, and nobody asks for them.': [
    { replacement: 'bias.shape[0] * C', line: 'return Array.from({ length: bias.shape[0] / C }' },
  ],
  'No offset at all was dealt with in the line before.': [{ replacement: 'offset >= 0' }],
};

/** Whether a change that lived is one that nobody can notice. */
export const isEquivalent = ({ line, replacement }: Mutant): boolean =>
  Object.values(equivalent)
    .flat()
    .some((known) => known.replacement === replacement && line.startsWith(known.line ?? ''));
