/** Data of the exercise: RMSNorms that are wrong, each by a misconception of its own, and what it is told. */
import type { WrongVersion } from '../../exercise.js';
import { mean, meanSquare, sum, variance } from '../statistics.js';
import type { RmsNormFunction } from './inputs.js';
import { reference } from './right.js';

const [divides, columns, epsilon, shape] = [
  'divides each row by its root mean square',
  'gives each column its γ',
  'uses ε under the root',
  'works on every shape and size',
];

/** An RMSNorm with its own idea of what a row is divided by. */
const dividedBy =
  (f: (row: number[], eps: number) => number): RmsNormFunction =>
  (x, gamma, eps) =>
    x.map((row) => {
      const divisor = f(row, eps);
      return row.map((value, c) => (gamma[c] * value) / divisor);
    });

/** One that is right up to x̂, with its own idea of γ. */
const finished =
  (f: (xhat: number, gamma: readonly number[], c: number) => number): RmsNormFunction =>
  (x, gamma, eps) =>
    x.map((row) => {
      const root = Math.sqrt(meanSquare(row) + eps);
      return row.map((value, c) => f(value / root, gamma, c));
    });

/** The root mean square is that of other numbers than those of the row. */
const over =
  (group: (x: readonly number[][], c: number) => number[]): RmsNormFunction =>
  (x, gamma, eps) =>
    x.map((row) => row.map((value, c) => (gamma[c] * value) / Math.sqrt(meanSquare(group(x, c)) + eps)));

const centred = (row: readonly number[]): number[] => row.map((value) => value - mean(row));

/** Answers are kept by the array they were asked with. */
function remembering(): RmsNormFunction {
  const known = new WeakMap<object, number[][]>();
  return (x, gamma, eps) => {
    const y = known.get(x) ?? reference(x, gamma, eps);
    known.set(x, y);
    return y;
  };
}

/** With one list of rows for all calls. */
function reusing(): RmsNormFunction {
  const kept: number[][] = [];
  return (...inputs) => {
    kept.splice(0, kept.length, ...reference(...inputs));
    return kept;
  };
}

const wrongRoots: readonly WrongVersion<RmsNormFunction>[] = [
  {
    name: 'centred as in LayerNorm',
    says: 'You subtract the mean and divide by the deviation: that is LayerNorm. RMSNorm leaves the mean where it is.',
    caughtBy: divides,
    candidate: (x, gamma, eps) => reference(x.map(centred), gamma, eps),
  },
  {
    name: 'divided by the deviation',
    says: 'You divide by the deviation. Nothing is centred here: the mean is that of x², not of (x − μ)².',
    caughtBy: divides,
    candidate: dividedBy((row, eps) => Math.sqrt(variance(row) + eps)),
  },
  {
    name: 'centred above only',
    says: 'You divide by the root mean square, but subtract the mean above. RMSNorm subtracts nothing.',
    caughtBy: divides,
    candidate: (x, gamma, eps) =>
      x.map((row) => centred(row).map((value, c) => (gamma[c] * value) / Math.sqrt(meanSquare(row) + eps))),
  },
  {
    name: 'sum of squares without its count',
    says: 'You divide by the length of the row. The mean of the squares is asked for: divide their sum by C.',
    caughtBy: divides,
    candidate: dividedBy((row, eps) => Math.sqrt(meanSquare(row) * row.length + eps)),
  },
  {
    name: 'mean over n − 1',
    says: 'You divide the sum of squares by C − 1. No mean was estimated here, so nothing is lost: divide by C.',
    caughtBy: divides,
    candidate: dividedBy((row, eps) => Math.sqrt((meanSquare(row) * row.length) / (row.length - 1) + eps)),
  },
  {
    name: 'no root',
    says: 'You divide by the mean square itself. Is the root missing?',
    caughtBy: divides,
    candidate: dividedBy((row, eps) => meanSquare(row) + eps),
  },
  {
    name: 'square of the mean',
    says: 'You square the mean. The mean of the squares is asked for: square first.',
    caughtBy: divides,
    candidate: dividedBy((row, eps) => Math.sqrt(mean(row) * mean(row) + eps)),
  },
  {
    name: 'mean of the sizes',
    says: 'You divide by the mean of |x|. RMSNorm divides by the root of the mean of x².',
    caughtBy: divides,
    candidate: dividedBy((row, eps) => mean(row.map(Math.abs)) + eps),
  },
  {
    name: 'largest size',
    says: 'You divide by the largest |x|. RMSNorm divides by the root of the mean of x².',
    caughtBy: divides,
    candidate: dividedBy((row, eps) => Math.max(...row.map(Math.abs)) + eps),
  },
  {
    name: 'down the columns',
    says: 'Your mean squares run down the columns. Each row has its own, along the row.',
    caughtBy: divides,
    candidate: over((x, c) => x.map((row) => row[c])),
  },
  {
    name: 'one for everything',
    says: 'You took one mean square of all the numbers. Each row has its own.',
    caughtBy: divides,
    candidate: over((x) => x.flat()),
  },
  {
    name: 'of the first row',
    says: 'Every row is divided by the root mean square of the first. Do you compute it inside the loop over rows?',
    caughtBy: divides,
    candidate: over((x) => x[0]),
  },
  {
    name: 'multiplied',
    says: 'You multiply by the root mean square. Divide by it.',
    caughtBy: divides,
    candidate: dividedBy((row, eps) => 1 / Math.sqrt(meanSquare(row) + eps)),
  },
];

const wrongRest: readonly WrongVersion<RmsNormFunction>[] = [
  {
    name: 'γ is ignored',
    says: 'You give back x̂. The last step is missing: γ times it.',
    caughtBy: columns,
    candidate: finished((xhat) => xhat),
  },
  {
    name: 'one γ for all columns',
    says: 'You use the first γ everywhere. Each column has its own: gamma[c].',
    caughtBy: columns,
    candidate: finished((xhat, gamma) => gamma[0] * xhat),
  },
  {
    name: 'γ by row',
    says: 'You take γ by the number of the row. It belongs to columns: gamma[c], not gamma[n].',
    caughtBy: columns,
    candidate: (x, gamma, eps) =>
      x.map((row, n) => row.map((value) => (gamma[n] * value) / Math.sqrt(meanSquare(row) + eps))),
  },
  {
    name: 'gain 1 + γ',
    says: 'You multiply by 1 + γ. Some models store the gain so; here γ is the gain itself.',
    caughtBy: divides,
    candidate: finished((xhat, gamma, c) => (1 + gamma[c]) * xhat),
  },
  {
    name: 'γ added',
    says: 'You add γ. It multiplies; RMSNorm adds nothing.',
    caughtBy: divides,
    candidate: finished((xhat, gamma, c) => xhat + gamma[c]),
  },
  {
    name: 'γ inside the mean square',
    says: 'You multiply by γ first and normalize then. Normalize x, then multiply.',
    caughtBy: columns,
    candidate: (x, gamma, eps) =>
      reference(
        x.map((row) => row.map((value, c) => value * gamma[c])),
        gamma.map(() => 1),
        eps,
      ),
  },
  {
    name: 'ε outside the root',
    says: 'You divide by √mean(x²) + ε. ε belongs under the root.',
    caughtBy: epsilon,
    candidate: dividedBy((row, eps) => Math.sqrt(meanSquare(row)) + eps),
  },
  {
    name: 'no ε',
    says: 'ε is never used. It is added to the mean square, under the root.',
    caughtBy: epsilon,
    candidate: dividedBy((row) => Math.sqrt(meanSquare(row))),
  },
  {
    name: 'ε is always 0.00001',
    says: 'You wrote 1e-5 where the ε that was handed over should stand.',
    caughtBy: epsilon,
    candidate: dividedBy((row) => Math.sqrt(meanSquare(row) + 1e-5)),
  },
  {
    name: 'an ε of 0 taken for nothing',
    says: 'An ε of 0 became another: eps || 1e-5 takes 0 for missing. 0 is a number like any other; use eps itself.',
    caughtBy: epsilon,
    candidate: dividedBy((row, eps) => Math.sqrt(meanSquare(row) + (eps || 1e-5))),
  },
  {
    name: 'ε as a floor',
    says: 'You take the larger of the mean square and ε. ε is added, always.',
    caughtBy: epsilon,
    candidate: dividedBy((row, eps) => Math.sqrt(Math.max(meanSquare(row), eps))),
  },
  {
    name: 'ε added to the sum',
    says: 'You add ε to the sum of squares, before dividing by C. It is added to their mean.',
    caughtBy: epsilon,
    candidate: dividedBy((row, eps) =>
      Math.sqrt((sum(row.map((value) => value * value)) + eps) / row.length),
    ),
  },
  {
    name: 'a row of zeros stops it',
    says: 'Your function stops at a row of zeros. Nothing is wrong with it: it is divided by √ε and stays zero.',
    caughtBy: 'survives a row of zeros',
    candidate: (x, gamma, eps) => {
      if (x.some((row) => meanSquare(row) === 0)) throw new RangeError('a row of zeros has no direction');
      return reference(x, gamma, eps);
    },
  },
  {
    name: 'remembers',
    says: 'You keep earlier answers and give them again, although the numbers have changed.',
    caughtBy: 'answers from its inputs alone',
    candidate: remembering(),
  },
  {
    name: 'a zero taken for nothing',
    says: 'A γ of 0 became 1: gamma[c] || 1 takes 0 for missing. 0 is a number like any other; use gamma[c] itself.',
    caughtBy: shape,
    candidate: finished((xhat, gamma, c) => (gamma[c] || 1) * xhat),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into x. Whoever called it still needs those numbers: make new ones instead.',
    caughtBy: 'leaves its inputs as they were',
    candidate: (x, gamma, eps) => {
      const y = reference(x, gamma, eps);
      x.forEach((row, n) => row.splice(0, row.length, ...y[n]));
      return x;
    },
  },
  {
    name: 'an array used again',
    says: 'Your next answer is written into the arrays of the one before: whoever kept that finds other numbers in it. Make new arrays in every call.',
    caughtBy: 'gives arrays of its own',
    candidate: reusing(),
  },
  {
    name: 'an array that was handed over',
    says: 'Your answer holds an array that was handed over, not one of its own: whoever writes into the one changes the other. Give back a copy, such as [...row].',
    caughtBy: 'gives arrays of its own',
    candidate: (x, gamma, eps) =>
      x.map((row, n) => (row.every((value) => value === 0) ? row : reference(x, gamma, eps)[n])),
  },
];

/** From the root mean square to what a function does beside. */
export const wrongRmsNorms: readonly WrongVersion<RmsNormFunction>[] = [...wrongRoots, ...wrongRest];
