/** Data of the exercise: LayerNorms that are wrong, each by a misconception of its own, and what it is told. */
import type { WrongVersion } from '../../exercise.js';
import { mean, meanSquare, sum, variance } from '../statistics.js';
import type { LayerNormFunction } from './inputs.js';
import { dividedBy, finished, normalized, over, rowwise } from './pieces.js';
import { reference } from './right.js';

const [scales, columns, epsilon, shape] = [
  'centres and scales each row',
  'gives each column its γ and β',
  'uses ε under the root',
  'works on every shape and size',
];

/** The length of the first row, taken for that of all that ever come. */
const fixedLength: LayerNormFunction = (x, gamma, beta, eps) =>
  x.map((row) => {
    const C = 4;
    const mu = sum(row) / C;
    const deviation = Math.sqrt(sum(row.map((value) => (value - mu) * (value - mu))) / C + eps);
    return row.map((value, c) => (gamma[c] * (value - mu)) / deviation + beta[c]);
  });

const inPlace: LayerNormFunction = (x, gamma, beta, eps) => {
  const y = reference(x, gamma, beta, eps);
  x.forEach((row, n) => row.splice(0, row.length, ...y[n]));
  return x;
};

/** Answers are kept by the array they were asked with. */
function remembering(): LayerNormFunction {
  const known = new WeakMap<object, number[][]>();
  return (x, gamma, beta, eps) => {
    const y = known.get(x) ?? reference(x, gamma, beta, eps);
    known.set(x, y);
    return y;
  };
}

/** With one list of rows for all calls. */
function reusing(): LayerNormFunction {
  const kept: number[][] = [];
  return (...inputs) => {
    kept.splice(0, kept.length, ...reference(...inputs));
    return kept;
  };
}

const wrongStatistics: readonly WrongVersion<LayerNormFunction>[] = [
  {
    name: 'never centred',
    says: 'You divide by the root of the mean square and never subtract the mean. That is RMSNorm, a layer of its own; here the mean goes first.',
    caughtBy: scales,
    candidate: rowwise((row, eps) => row.map((value) => value / Math.sqrt(meanSquare(row) + eps))),
  },
  {
    name: 'variance not centred',
    says: 'You subtract the mean above, but what you divide by is the root of mean(x²). The variance squares x − μ, not x.',
    caughtBy: scales,
    candidate: dividedBy((row, eps) => Math.sqrt(meanSquare(row) + eps)),
  },
  {
    name: 'only centred',
    says: 'Every row has mean 0, but keeps its spread. It still has to be divided by √(σ² + ε).',
    caughtBy: scales,
    candidate: dividedBy(() => 1),
  },
  {
    name: 'statistics over the batch',
    says: 'Your mean and variance run down the columns, one pair for each column: that is what BatchNorm does. LayerNorm takes one pair for each row.',
    caughtBy: scales,
    candidate: over((x, _, c) => x.map((row) => row[c])),
  },
  {
    name: 'one mean and variance for everything',
    says: 'You took one mean and one variance of all the numbers. Each row has its own.',
    caughtBy: scales,
    candidate: over((x) => x.flat()),
  },
  {
    name: 'statistics of the first row',
    says: 'Every row is normalized with the mean and variance of the first. Do you compute them inside the loop over rows?',
    caughtBy: scales,
    candidate: over((x) => x[0]),
  },
  {
    name: 'variance over n − 1',
    says: 'You divide the squares by C − 1. That estimates a variance from a sample; LayerNorm takes the row as it is: divide by C.',
    caughtBy: scales,
    candidate: dividedBy((row, eps) => Math.sqrt((variance(row) * row.length) / (row.length - 1) + eps)),
  },
  {
    name: 'sum of squares without its count',
    says: 'You add up the squares and never divide by how many there are. A variance is a mean.',
    caughtBy: scales,
    candidate: dividedBy((row, eps) => Math.sqrt(variance(row) * row.length + eps)),
  },
  {
    name: 'divides by the variance',
    says: 'You divide by σ² + ε itself. Is the root missing?',
    caughtBy: scales,
    candidate: dividedBy((row, eps) => variance(row) + eps),
  },
  {
    name: 'mean absolute deviation',
    says: 'You divide by the mean of |x − μ|. The deviation is the root of the mean square of x − μ.',
    caughtBy: scales,
    candidate: dividedBy((row, eps) => {
      const mu = mean(row);
      return mean(row.map((value) => Math.abs(value - mu))) + eps;
    }),
  },
  {
    name: 'variance as a difference of squares',
    says: 'Your variance is mean(x²) − μ². Right on paper; far from zero both are huge and nearly equal, and their digits cancel. Subtract the mean first, then square.',
    caughtBy: 'keeps its digits far from zero',
    candidate: dividedBy((row, eps) => {
      const mu = sum(row) / row.length;
      return Math.sqrt(sum(row.map((value) => value * value)) / row.length - mu * mu + eps);
    }),
  },
];

const wrongParameters: readonly WrongVersion<LayerNormFunction>[] = [
  {
    name: 'γ and β are ignored',
    says: 'You give back x̂. The last step is missing: γ times it, plus β.',
    caughtBy: columns,
    candidate: finished((xhat) => xhat),
  },
  {
    name: 'γ is ignored',
    says: 'β is added, but γ multiplies nothing.',
    caughtBy: columns,
    candidate: finished((xhat, _, beta, c) => xhat + beta[c]),
  },
  {
    name: 'β is ignored',
    says: 'γ multiplies, but β is never added.',
    caughtBy: columns,
    candidate: finished((xhat, gamma, _, c) => gamma[c] * xhat),
  },
  {
    name: 'one γ and β for all columns',
    says: 'You use the first γ and β everywhere. Each column has its own: gamma[c], beta[c].',
    caughtBy: columns,
    candidate: finished((xhat, gamma, beta) => gamma[0] * xhat + beta[0]),
  },
  {
    name: 'γ and β by row',
    says: 'You take γ and β by the number of the row. They belong to columns: gamma[c], not gamma[n].',
    caughtBy: columns,
    candidate: (x, gamma, beta, eps) =>
      x.map((row, n) => normalized(row, eps).map((value) => gamma[n] * value + beta[n])),
  },
  {
    name: 'γ multiplies β as well',
    says: 'You compute γ(x̂ + β). Multiply first, then add: γx̂ + β.',
    caughtBy: columns,
    candidate: finished((xhat, gamma, beta, c) => gamma[c] * (xhat + beta[c])),
  },
  {
    name: 'gain 1 + γ',
    says: 'You multiply by 1 + γ. Some libraries store the gain so; here γ is the gain itself.',
    caughtBy: scales,
    candidate: finished((xhat, gamma, beta, c) => (1 + gamma[c]) * xhat + beta[c]),
  },
  {
    name: 'γ and β exchanged',
    says: 'γ and β have changed places: γ multiplies, β is added.',
    caughtBy: scales,
    candidate: finished((xhat, gamma, beta, c) => beta[c] * xhat + gamma[c]),
  },
];

const wrongEpsilons: readonly WrongVersion<LayerNormFunction>[] = [
  {
    name: 'ε outside the root',
    says: 'You divide by √σ² + ε. ε belongs to the variance, under the root: √(σ² + ε).',
    caughtBy: epsilon,
    candidate: dividedBy((row, eps) => Math.sqrt(variance(row)) + eps),
  },
  {
    name: 'no ε',
    says: 'ε is never used. It is added to the variance, under the root.',
    caughtBy: epsilon,
    candidate: dividedBy((row) => Math.sqrt(variance(row))),
  },
  {
    name: 'ε is always 0.00001',
    says: 'You wrote 1e-5 where the ε that was handed over should stand.',
    caughtBy: epsilon,
    candidate: dividedBy((row) => Math.sqrt(variance(row) + 1e-5)),
  },
  {
    name: 'an ε of 0 taken for nothing',
    says: 'An ε of 0 became another: eps || 1e-5 takes 0 for missing. 0 is a number like any other; use eps itself.',
    caughtBy: epsilon,
    candidate: dividedBy((row, eps) => Math.sqrt(variance(row) + (eps || 1e-5))),
  },
  {
    name: 'ε as a floor',
    says: 'You take the larger of σ² and ε. ε is added to the variance, always.',
    caughtBy: epsilon,
    candidate: dividedBy((row, eps) => Math.sqrt(Math.max(variance(row), eps))),
  },
  {
    name: 'ε squared',
    says: 'You add ε² to the variance. ε itself is added: it is as large as a variance, not as a deviation.',
    caughtBy: epsilon,
    candidate: dividedBy((row, eps) => Math.sqrt(variance(row) + eps * eps)),
  },
];

const areEqual = (row: readonly number[]): boolean => row.every((value) => value === row[0]);

const wrongConduct: readonly WrongVersion<LayerNormFunction>[] = [
  {
    name: 'a row of equal numbers becomes 0',
    says: 'A row of equal numbers comes out as 0. Its x̂ is 0, and β is still to be added: the row becomes β.',
    caughtBy: 'survives a row of equal numbers',
    candidate: (x, gamma, beta, eps) =>
      x.map((row, n) => (areEqual(row) ? row.map(() => 0) : reference(x, gamma, beta, eps)[n])),
  },
  {
    name: 'a zero taken for nothing',
    says: 'A γ of 0 became 1: gamma[c] || 1 takes 0 for missing. 0 is a number like any other; use gamma[c] itself.',
    caughtBy: shape,
    candidate: finished((xhat, gamma, beta, c) => (gamma[c] || 1) * xhat + beta[c]),
  },
  {
    name: 'always four columns',
    says: 'Your function is right where a row has four numbers. Count them: row.length.',
    caughtBy: shape,
    candidate: fixedLength,
  },
  {
    name: 'clipped',
    says: 'You keep x̂ between −3 and 3. Nobody asked for a limit: a number far outside stays far outside.',
    caughtBy: shape,
    candidate: finished((xhat, gamma, beta, c) => gamma[c] * Math.max(-3, Math.min(3, xhat)) + beta[c]),
  },
  {
    name: 'rounded to single precision',
    says: 'Your numbers are right to seven digits: somewhere they pass through float32 (Float32Array, Math.fround). Stay with ordinary numbers or Float64Array.',
    caughtBy: epsilon,
    candidate: (...inputs) => reference(...inputs).map((row) => row.map(Math.fround)),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into x. Whoever called it still needs those numbers: make new ones instead.',
    caughtBy: 'leaves its inputs as they were',
    candidate: inPlace,
  },
  {
    name: 'remembers',
    says: 'You keep earlier answers and give them again, although the numbers have changed.',
    caughtBy: 'answers from its inputs alone',
    candidate: remembering(),
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
    candidate: (x, gamma, beta, eps) =>
      x.map((row, n) => (areEqual(row) ? beta : reference(x, gamma, beta, eps)[n])),
  },
];

/** From the statistics to what a function does beside. */
export const wrongLayerNorms: readonly WrongVersion<LayerNormFunction>[] = [
  ...wrongStatistics,
  ...wrongParameters,
  ...wrongEpsilons,
  ...wrongConduct,
];
