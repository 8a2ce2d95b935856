import type { Mutant } from './stryker.js';

interface Known {
  /** The line that is changed begins like this. */
  readonly line: string;
  /** Where not every change of the line is meant, the one that is. */
  readonly replacement?: string;
}

/** Changes that nobody can notice, each with its reason. */
const equivalent: Readonly<Record<string, readonly Known[]>> = {
  'One number past the end of a row is written, which JavaScript drops, since a row is a view of its own.': [
    { line: 'for (let i = 0; i < X.C; i++) yn[i] = g[i] * (centred[i] * r) + b[i];' },
    { line: 'for (let i = 0; i < X.C; i++) dxn[i] = r * (g[i] - meanG - xhat[i] * meanGXhat);' },
    { line: 'for (let i = 0; i < row.length; i++) out[i] -= left;' },
  ],
  'One row too many is read and written, which is an empty view.': [
    { line: 'for (let n = 0; n < X.count; n++) {', replacement: 'n <= X.count' },
  ],
};

/** Whether a change that lived is one that nobody can notice. */
export const isEquivalent = ({ line, replacement }: Mutant): boolean =>
  Object.values(equivalent)
    .flat()
    .some((known) => line.startsWith(known.line) && (known.replacement ?? replacement) === replacement);
