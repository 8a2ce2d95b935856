/** Data of the exercise: wrong ways back through LayerNorm, each by a misconception of its own, and what it is told. */
import type { WrongVersion } from '../../exercise.js';
import { dot, mean, sum } from '../statistics.js';
import { added, layerNormLines, times, wayBack } from '../way-back.js';
import type { Lines, WayBack } from '../way-back.js';
import { wrongEpsilonsAndConduct } from '../wrong-ways-back.js';
import { reference } from './right.js';

const [beta, gamma, input, weighted] = [
  'adds up dβ over the rows',
  'adds up dγ over the rows',
  'sends dy back to x through mean and deviation',
  'takes γ into dx',
];

const changed = (lines: Partial<Lines>): WayBack => wayBack({ ...layerNormLines, ...lines });

const wrongParameters: readonly WrongVersion<WayBack>[] = [
  {
    name: 'dβ is a mean',
    says: 'Your dβ is the mean of dy over the rows. Gradients of a shared parameter add up: take the sum.',
    caughtBy: beta,
    candidate: (dy, ...rest) => {
      const back = reference(dy, ...rest);
      return { ...back, dbeta: back.dbeta.map((value) => value / dy.length) };
    },
  },
  {
    name: 'dβ of the last row',
    says: 'Your dβ is that of the last row alone. Is it set with = in the loop, where += should add to it?',
    caughtBy: beta,
    candidate: (dy, ...rest) => ({ ...reference(dy, ...rest), dbeta: [...dy[dy.length - 1]] }),
  },
  {
    name: 'dβ along the row',
    says: 'You add dy along each row and get one number for each row. β has one number for each column: add over the rows.',
    caughtBy: beta,
    candidate: (dy, ...rest) => ({ ...reference(dy, ...rest), dbeta: dy.map(sum) }),
  },
  {
    name: 'γ in dβ',
    says: 'You multiply dβ by γ. β is added after γ has multiplied, so γ has no part in it.',
    caughtBy: beta,
    candidate: changed({ dbeta: ({ g }) => [...g] }),
  },
  {
    name: 'dγ with x',
    says: 'Your dγ is the sum of dy ⊙ x. γ multiplies x̂, so its gradient is the sum of dy ⊙ x̂.',
    caughtBy: gamma,
    candidate: changed({ dgamma: ({ dy, x }) => times(dy, x) }),
  },
  {
    name: 'dγ with x − μ',
    says: 'Your dγ is the sum of dy ⊙ (x − μ). γ multiplies x̂: divide by the deviation as well.',
    caughtBy: gamma,
    candidate: changed({ dgamma: ({ dy, centred }) => times(dy, centred) }),
  },
  {
    name: 'γ in dγ',
    says: 'You multiply dγ by γ. The derivative of γx̂ by γ is x̂ alone.',
    caughtBy: gamma,
    candidate: changed({ dgamma: ({ g, xhat }) => times(g, xhat) }),
  },
  {
    name: 'dγ is a mean',
    says: 'Your dγ is a mean over the rows. Gradients of a shared parameter add up: take the sum.',
    caughtBy: gamma,
    candidate: (dy, ...rest) => {
      const back = reference(dy, ...rest);
      return { ...back, dgamma: back.dgamma.map((value) => value / dy.length) };
    },
  },
  {
    name: 'dγ of the last row',
    says: 'Your dγ is that of the last row alone. Is it set with = in the loop, where += should add to it?',
    caughtBy: gamma,
    candidate: (dy, x, ...rest) => ({
      ...reference(dy, x, ...rest),
      dgamma: reference(dy.slice(-1), x.slice(-1), ...rest).dgamma,
    }),
  },
  {
    name: 'dγ and dβ exchanged',
    says: 'dγ and dβ have changed places: dγ is the one with x̂ in it.',
    caughtBy: beta,
    candidate: changed({ dgamma: layerNormLines.dbeta, dbeta: layerNormLines.dgamma }),
  },
];

const wrongInputs: readonly WrongVersion<WayBack>[] = [
  {
    name: 'statistics taken for constants',
    says: 'Your dx is g / √(σ² + ε): right if mean and deviation were constants. But x moves them too: two terms are missing.',
    caughtBy: input,
    candidate: changed({ dx: ({ g, rstd }) => g.map((value) => rstd * value) }),
  },
  {
    name: 'the path through the deviation is missing',
    says: 'Your dx is centred, but the term x̂ · mean(g ⊙ x̂) is missing: x moves the deviation as well.',
    caughtBy: input,
    candidate: changed({ dx: ({ g, rstd }) => g.map((value) => rstd * (value - mean(g))) }),
  },
  {
    name: 'the path through the mean is missing',
    says: 'The term mean(g) is missing: x moves the mean, and the mean is subtracted from every number of the row.',
    caughtBy: input,
    candidate: changed({
      dx: ({ g, xhat, rstd }) => g.map((value, c) => rstd * (value - xhat[c] * mean(times(g, xhat)))),
    }),
  },
  {
    name: 'sums where means belong',
    says: 'You subtract sums of g and of g ⊙ x̂. Both are means: divide by C.',
    caughtBy: input,
    candidate: changed({
      dx: ({ g, xhat, rstd }) => g.map((value, c) => rstd * (value - sum(g) - xhat[c] * dot(g, xhat))),
    }),
  },
  {
    name: 'the last sign',
    says: 'You add the term with x̂. Follow the sign: a larger deviation makes every x̂ smaller, so it is subtracted.',
    caughtBy: input,
    candidate: changed({
      dx: ({ g, xhat, rstd }) =>
        g.map((value, c) => rstd * (value - mean(g) + xhat[c] * mean(times(g, xhat)))),
    }),
  },
  {
    name: 'a product where a mean belongs',
    says: 'In your last term every number meets only itself: g ⊙ x̂ ⊙ x̂. The deviation joins all numbers of the row: x̂ times the mean of g ⊙ x̂.',
    caughtBy: input,
    candidate: changed({
      dx: ({ g, xhat, rstd }) => g.map((value, c) => rstd * (value - mean(g) - value * xhat[c] * xhat[c])),
    }),
  },
  {
    name: 'not divided by the deviation',
    says: 'The bracket is right; it still has to be multiplied by 1/√(σ² + ε).',
    caughtBy: input,
    candidate: changed({
      dx: (row) => layerNormLines.dx(row).map((value) => value / row.rstd),
    }),
  },
  {
    name: 'divided by the variance',
    says: 'You divide the bracket by σ² + ε. One root of it belongs there: 1/√(σ² + ε).',
    caughtBy: input,
    candidate: changed({ dx: (row) => layerNormLines.dx(row).map((value) => value * row.rstd) }),
  },
  {
    name: 'x in place of x̂',
    says: 'Your last term uses x − μ where x̂ belongs. Divide it by the deviation, in both places.',
    caughtBy: input,
    candidate: changed({
      dx: ({ g, centred, rstd }) =>
        g.map((value, c) => rstd * (value - mean(g) - centred[c] * mean(times(g, centred)))),
    }),
  },
  {
    name: 'means down the columns',
    says: 'Your dx belongs to BatchNorm: its means run down the columns. On the way back they run where they ran on the way forward: along the row.',
    caughtBy: input,
    candidate: (dy, x, weights, eps) => {
      const { dx, ...rest } = reference(dy, x, weights, eps);
      const rstds = x.map((row) => layerNormLines.rstd(layerNormLines.centred(row, x), eps, row));
      const g = dy.map((row) => times(row, weights));
      const xhat = x.map((row, n) => layerNormLines.centred(row, x).map((value) => value * rstds[n]));
      const means = added(g).map((value) => value / x.length);
      const along = added(g.map((row, n) => times(row, xhat[n]))).map((value) => value / x.length);
      return {
        ...rest,
        dx: dx.map((row, n) => row.map((_, c) => rstds[n] * (g[n][c] - means[c] - xhat[n][c] * along[c]))),
      };
    },
  },
  {
    name: 'variance over n − 1',
    says: 'You take the variance over C − 1. LayerNorm divides by C, and its way back must match.',
    caughtBy: gamma,
    candidate: changed({
      rstd: (centred, eps) => 1 / Math.sqrt(sum(times(centred, centred)) / (centred.length - 1) + eps),
    }),
  },
  {
    name: 'nothing comes back to equal numbers',
    says: 'To a row of equal numbers you give dx = 0. Its x̂ is 0, but a step apart would show at once: there dx is (g − mean(g)) / √ε.',
    caughtBy: 'survives a row of equal numbers',
    candidate: changed({
      dx: (line) =>
        line.x.length > 1 && line.x.every((value) => value === line.x[0])
          ? line.x.map(() => 0)
          : layerNormLines.dx(line),
    }),
  },
  {
    name: 'γ is left out of dx',
    says: 'Your dx is right for γ = 1. What reaches x̂ is γ ⊙ dy, not dy.',
    caughtBy: weighted,
    candidate: changed({ dx: (row) => layerNormLines.dx({ ...row, g: row.dy }) }),
  },
  {
    name: 'γ comes last',
    says: 'You multiply by γ at the end. On the way back it comes first: the two means are means of γ ⊙ dy.',
    caughtBy: weighted,
    candidate: changed({ dx: (row) => times(layerNormLines.dx({ ...row, g: row.dy }), row.gamma) }),
  },
];

/** From the parameters to what a function does beside. */
export const wrongWaysBack: readonly WrongVersion<WayBack>[] = [
  ...wrongParameters,
  ...wrongInputs,
  ...wrongEpsilonsAndConduct(changed, reference),
];
