/** Data of the exercise: BatchNorms that are wrong, each by a misconception of its own, and what it is told. */
import type { WrongVersion } from '../../exercise.js';
import { mean, meanSquare, variance } from '../statistics.js';
import type { BatchNormFunction } from './inputs.js';
import { batchNormWith, moved } from './lines.js';
import { reference } from './right.js';

const [normalizes, columns, epsilon, keptMean, keptVariance, evaluates] = [
  'normalizes each column by its batch',
  'gives each column its γ and β',
  'uses ε under the root',
  'moves the running mean',
  'moves the running variance',
  'goes by the running statistics in evaluation, and leaves them',
];

const rowwise: BatchNormFunction = (x, gamma, beta, running, options) => ({
  running: reference(x, gamma, beta, running, options).running,
  y: x.map((row) =>
    row.map(
      (value, c) => (gamma[c] * (value - mean(row))) / Math.sqrt(variance(row) + options.eps) + beta[c],
    ),
  ),
});

/** Running statistics are kept by the object they were handed over in. */
function remembering(): BatchNormFunction {
  const known = new WeakMap<object, ReturnType<BatchNormFunction>>();
  return (x, gamma, beta, running, options) => {
    const result = known.get(running) ?? reference(x, gamma, beta, running, options);
    known.set(running, result);
    return { ...reference(x, gamma, beta, running, options), running: result.running };
  };
}

/** With one running mean for all calls. */
function reusing(): BatchNormFunction {
  const kept: number[] = [];
  return (...inputs) => {
    const { y, running } = reference(...inputs);
    if (!inputs[4].training) return { y, running };
    kept.splice(0, kept.length, ...running.mean);
    return { y, running: { ...running, mean: kept } };
  };
}

const wrongStatistics: readonly WrongVersion<BatchNormFunction>[] = [
  {
    name: 'statistics along the row',
    says: 'Your mean and variance run along the row: that is LayerNorm. BatchNorm takes one pair for each column, over the examples.',
    caughtBy: normalizes,
    candidate: rowwise,
  },
  {
    name: 'one mean and variance for everything',
    says: 'You took one mean and one variance of all the numbers. Each column has its own.',
    caughtBy: normalizes,
    candidate: batchNormWith({
      statistics: (_, __, x) => ({ mean: mean(x.flat()), variance: variance(x.flat()) }),
    }),
  },
  {
    name: 'normalizes by the variance over n − 1',
    says: 'You normalize by the variance over n − 1. That one is for the running variance; the batch itself is divided by the root of its variance over n.',
    caughtBy: normalizes,
    candidate: (x, gamma, beta, running, options) => {
      const estimate = x.length / (x.length - 1);
      const right = reference(x, gamma, beta, running, options);
      if (!options.training) return right;
      const wider = batchNormWith({
        by: (_, batch) => ({ ...batch, variance: batch.variance * estimate }),
      });
      return { ...right, y: wider(x, gamma, beta, running, options).y };
    },
  },
  {
    name: 'not centred',
    says: 'You divide by the root of the mean square and never subtract the mean of the column.',
    caughtBy: normalizes,
    candidate: batchNormWith({
      by: (kept, batch, { training }) =>
        training ? { mean: 0, variance: batch.variance + batch.mean * batch.mean } : kept,
    }),
  },
  {
    name: 'divided by the variance',
    says: 'You divide by σ² + ε itself. Is the root missing?',
    caughtBy: normalizes,
    candidate: batchNormWith({ deviation: (spread, { eps }) => spread + eps }),
  },
  {
    name: 'sum of squares without its count',
    says: 'You add up the squares and never divide by how many there are. A variance is a mean.',
    caughtBy: normalizes,
    candidate: batchNormWith({
      statistics: (column) => ({ mean: mean(column), variance: variance(column) * column.length }),
    }),
  },
  {
    name: 'running statistics in training',
    says: 'In training you normalize by the running statistics. They are only kept for later; the batch is normalized by its own.',
    caughtBy: normalizes,
    candidate: batchNormWith({ by: (kept) => kept }),
  },
  {
    name: 'running statistics in training, just moved',
    says: 'You move the running statistics first and normalize by them. In training the batch is normalized by its own.',
    caughtBy: normalizes,
    candidate: batchNormWith({ by: (_, __, ___, next) => next }),
  },
  {
    name: 'variance as a difference of squares',
    says: 'Your variance is mean(x²) − μ². Far from zero both are huge and nearly equal, and their digits cancel. Subtract the mean first, then square.',
    caughtBy: 'keeps its digits far from zero',
    candidate: batchNormWith({
      statistics: (column) => ({
        mean: mean(column),
        variance: meanSquare(column) - mean(column) * mean(column),
      }),
    }),
  },
];

const wrongParameters: readonly WrongVersion<BatchNormFunction>[] = [
  {
    name: 'γ and β are ignored',
    says: 'You give back x̂. The last step is missing: γ times it, plus β.',
    caughtBy: columns,
    candidate: batchNormWith({ finish: (xhat) => xhat }),
  },
  {
    name: 'β is ignored',
    says: 'γ multiplies, but β is never added.',
    caughtBy: columns,
    candidate: batchNormWith({ finish: (xhat, gamma) => gamma * xhat }),
  },
  {
    name: 'γ multiplies β as well',
    says: 'You compute γ(x̂ + β). Multiply first, then add: γx̂ + β.',
    caughtBy: columns,
    candidate: batchNormWith({ finish: (xhat, gamma, beta) => gamma * (xhat + beta) }),
  },
  {
    name: 'one γ and β for all columns',
    says: 'You use the first γ and β everywhere. Each column has its own: gamma[c], beta[c].',
    caughtBy: columns,
    candidate: (x, gamma, beta, ...rest) =>
      reference(
        x,
        gamma.map(() => gamma[0]),
        beta.map(() => beta[0]),
        ...rest,
      ),
  },
  {
    name: 'ε outside the root',
    says: 'You divide by √σ² + ε. ε belongs to the variance, under the root.',
    caughtBy: epsilon,
    candidate: batchNormWith({ deviation: (spread, { eps }) => Math.sqrt(spread) + eps }),
  },
  {
    name: 'no ε',
    says: 'ε is never used. It is added to the variance, under the root.',
    caughtBy: epsilon,
    candidate: batchNormWith({ deviation: (spread) => Math.sqrt(spread) }),
  },
  {
    name: 'ε is always 0.00001',
    says: 'You wrote 1e-5 where options.eps should stand.',
    caughtBy: epsilon,
    candidate: batchNormWith({ deviation: (spread) => Math.sqrt(spread + 1e-5) }),
  },
];

const wrongZeros: readonly WrongVersion<BatchNormFunction>[] = [
  {
    name: 'an ε of 0 taken for nothing',
    says: 'An ε of 0 became another: eps || 1e-5 takes 0 for missing. 0 is a number like any other; use options.eps itself.',
    caughtBy: epsilon,
    candidate: batchNormWith({ deviation: (spread, { eps }) => Math.sqrt(spread + (eps || 1e-5)) }),
  },
  {
    name: 'ε as a floor',
    says: 'You take the larger of σ² and ε. ε is added to the variance, always.',
    caughtBy: epsilon,
    candidate: batchNormWith({ deviation: (spread, { eps }) => Math.sqrt(Math.max(spread, eps)) }),
  },
  {
    name: 'a running variance of 0 taken for nothing',
    says: 'In evaluation a running variance of 0 became 1: variance || 1 takes 0 for missing. 0 is a number like any other, and ε is there for it.',
    caughtBy: evaluates,
    candidate: batchNormWith({
      by: (kept, batch, { training }) => (training ? batch : { ...kept, variance: kept.variance || 1 }),
    }),
  },
];

const wrongRunning: readonly WrongVersion<BatchNormFunction>[] = [
  {
    name: 'momentum the other way round',
    says: 'Your momentum says how much of the old is kept. Here, as in PyTorch, it says how much of the new comes in: (1 − m) · old + m · new.',
    caughtBy: keptMean,
    candidate: batchNormWith({
      next: (kept, batch, n, options) =>
        moved(kept, batch, n, { ...options, momentum: 1 - options.momentum }),
    }),
  },
  {
    name: 'running statistics never moved',
    says: 'In training the running statistics come back as they were. Each batch has to move them a little.',
    caughtBy: keptMean,
    candidate: batchNormWith({ next: (kept) => kept }),
  },
  {
    name: 'running statistics replaced',
    says: 'You keep the statistics of the last batch alone. They are blended in: (1 − m) · old + m · new.',
    caughtBy: keptMean,
    candidate: batchNormWith({
      next: (kept, batch, n, options) => moved(kept, batch, n, { ...options, momentum: 1 }),
    }),
  },
  {
    name: 'momentum is always 0.1',
    says: 'You wrote 0.1 where options.momentum should stand.',
    caughtBy: keptMean,
    candidate: batchNormWith({
      next: (kept, batch, n, options) => moved(kept, batch, n, { ...options, momentum: 0.1 }),
    }),
  },
  {
    name: 'a momentum of 0 taken for nothing',
    says: 'A momentum of 0 became another: momentum || 0.1 takes 0 for missing. With 0 the running statistics stay where they are.',
    caughtBy: keptMean,
    candidate: batchNormWith({
      next: (kept, batch, n, options) =>
        moved(kept, batch, n, { ...options, momentum: options.momentum || 0.1 }),
    }),
  },
  {
    name: 'the new is added, the old not reduced',
    says: 'You add momentum · new to all of the old. The old is weighted too: (1 − m) · old.',
    caughtBy: keptMean,
    candidate: batchNormWith({
      next: (kept, batch, n, options) => {
        const next = moved(kept, batch, n, options);
        const { momentum, training } = options;
        if (!training) return kept;
        return {
          mean: next.mean + momentum * kept.mean,
          variance: next.variance + momentum * kept.variance,
        };
      },
    }),
  },
  {
    name: 'momentum the other way round, in the variance',
    says: 'The running mean is blended rightly, the running variance the other way round: (1 − m) · old + m · new for both.',
    caughtBy: keptVariance,
    candidate: batchNormWith({
      next: (kept, batch, n, options) => ({
        mean: moved(kept, batch, n, options).mean,
        variance: moved(kept, batch, n, { ...options, momentum: 1 - options.momentum }).variance,
      }),
    }),
  },
  {
    name: 'n − 1 over n, not n over n − 1',
    says: 'Your running variance is smaller than the variance over n. The one over n − 1 is larger: multiply by n / (n − 1), not by (n − 1) / n.',
    caughtBy: keptVariance,
    candidate: batchNormWith({
      next: (kept, batch, n, options) =>
        moved(kept, { ...batch, variance: (batch.variance * (n - 1) * (n - 1)) / (n * n) }, n, options),
    }),
  },
  {
    name: 'running variance over n',
    says: 'Your running variance takes that of the batch over n. It is kept as an estimate for examples to come: over n − 1, as PyTorch has it.',
    caughtBy: keptVariance,
    candidate: batchNormWith({
      next: (kept, batch, n, options) =>
        moved(kept, { ...batch, variance: (batch.variance * (n - 1)) / n }, n, options),
    }),
  },
  {
    name: 'running deviation',
    says: 'You keep the deviation, the root. The running variance is asked for.',
    caughtBy: keptVariance,
    candidate: batchNormWith({
      next: (kept, batch, n, options) =>
        moved(
          kept,
          { ...batch, variance: (Math.sqrt((batch.variance * n) / (n - 1)) * (n - 1)) / n },
          n,
          options,
        ),
    }),
  },
  {
    name: 'ε in the running variance',
    says: 'You keep σ² + ε. ε is added when something is divided, not to what is kept.',
    caughtBy: keptVariance,
    candidate: batchNormWith({
      next: (kept, batch, n, options) => {
        const next = moved(kept, batch, n, options);
        return options.training
          ? { ...next, variance: next.variance + options.momentum * options.eps }
          : next;
      },
    }),
  },
  {
    name: 'running variance never moved',
    says: 'The running mean moves and the running variance stays. Both are blended.',
    caughtBy: keptVariance,
    candidate: batchNormWith({
      next: (kept, batch, n, options) => ({
        ...moved(kept, batch, n, options),
        variance: kept.variance,
      }),
    }),
  },
];

const wrongEvaluation: readonly WrongVersion<BatchNormFunction>[] = [
  {
    name: 'the batch in evaluation',
    says: 'In evaluation you still normalize by the batch, so an example depends on who stands beside it. Use running.mean and running.variance.',
    caughtBy: evaluates,
    candidate: batchNormWith({ by: (_, batch) => batch }),
  },
  {
    name: 'running statistics moved in evaluation',
    says: 'The running statistics move in evaluation too. They belong to training alone.',
    caughtBy: evaluates,
    candidate: batchNormWith({
      next: (kept, batch, n, options) => moved(kept, batch, n, { ...options, training: n > 1 }),
    }),
  },
  {
    name: 'running variance taken for a deviation',
    says: 'In evaluation you divide by the running variance. Its root divides, with ε under it.',
    caughtBy: evaluates,
    candidate: batchNormWith({
      by: (kept, batch, { training, eps }) =>
        training ? batch : { ...kept, variance: (kept.variance + eps) * (kept.variance + eps) - eps },
    }),
  },
  {
    name: 'no ε in evaluation',
    says: 'In evaluation ε is missing. It is added to the running variance, under the root.',
    caughtBy: evaluates,
    candidate: batchNormWith({
      deviation: (spread, { eps, training }) => Math.sqrt(training ? spread + eps : spread),
    }),
  },
  {
    name: 'γ and β in training only',
    says: 'In evaluation γ and β are missing. They belong to the layer in both modes.',
    caughtBy: evaluates,
    candidate: (x, gamma, beta, running, options) =>
      options.training
        ? reference(x, gamma, beta, running, options)
        : reference(
            x,
            gamma.map(() => 1),
            beta.map(() => 0),
            running,
            options,
          ),
  },
  {
    name: 'γ by row in evaluation',
    says: 'In evaluation you take γ by the number of the row. It belongs to columns: gamma[c], not gamma[n].',
    caughtBy: evaluates,
    candidate: (x, gamma, beta, running, options) => {
      const right = reference(x, gamma, beta, running, options);
      if (options.training || x.length > gamma.length) return right;
      const byRow = x.map(
        (row, n) =>
          reference(
            [row],
            row.map(() => gamma[n]),
            beta,
            running,
            options,
          ).y[0],
      );
      return { ...right, y: byRow };
    },
  },
  {
    name: 'a column of equal numbers becomes 0',
    says: 'A column of equal numbers comes out as 0. Its x̂ is 0, and β is still to be added: the column becomes β.',
    caughtBy: 'survives a column of equal numbers',
    candidate: (x, gamma, beta, running, options) => {
      const right = reference(x, gamma, beta, running, options);
      const areEqual = (c: number): boolean => options.training && x.every((row) => row[c] === x[0][c]);
      return { ...right, y: right.y.map((row) => row.map((value, c) => (areEqual(c) ? 0 : value))) };
    },
  },
  {
    name: 'always four examples',
    says: 'Your function is right for a batch of four. Count the examples: x.length.',
    caughtBy: 'works on every shape and size',
    candidate: batchNormWith({
      next: (kept, batch, n, options) =>
        moved(kept, { ...batch, variance: ((batch.variance * (n - 1)) / n) * (4 / 3) }, n, options),
    }),
  },
  {
    name: 'a single row',
    says: 'A batch of one row equals its own mean, so x̂ = 0 and y = β: give that, or stop with an error that says that training needs two rows.',
    caughtBy: 'stops at a single row in training, or gives β',
    candidate: (x, gamma, beta, running, options) => {
      const right = reference(x, gamma, beta, running, options);
      return options.training && x.length === 1 ? { ...right, y: [[...x[0]]] } : right;
    },
  },
  {
    name: 'remembers',
    says: 'You keep the running statistics of earlier calls, beside those that are handed over.',
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
    name: 'input changed',
    says: 'Your function wrote into running. Whoever called it still needs the old ones: give new ones back.',
    caughtBy: 'leaves its inputs as they were',
    candidate: (x, gamma, beta, running, options) => {
      const { y, running: next } = reference(x, gamma, beta, running, options);
      return { y, running: Object.assign(running, next) };
    },
  },
];

/** From the statistics to what a function does beside. */
export const wrongBatchNorms: readonly WrongVersion<BatchNormFunction>[] = [
  ...wrongStatistics,
  ...wrongParameters,
  ...wrongZeros,
  ...wrongRunning,
  ...wrongEvaluation,
];
