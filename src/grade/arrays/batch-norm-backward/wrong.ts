/** Data of the exercise: wrong ways back through BatchNorm, each by a misconception of its own, and what it is told. */
import type { WrongVersion } from '../../exercise.js';
import { dot, mean, sum } from '../statistics.js';
import { layerNormLines, times, wayBack } from '../way-back.js';
import type { WayBack } from '../way-back.js';
import { columnsBack } from './lines.js';
import { wrongEpsilonsAndConduct } from '../wrong-ways-back.js';
import { reference } from './right.js';

const [beta, gamma, input, weighted] = [
  'adds up dβ over the rows',
  'adds up dγ over the rows',
  'sends dy back to x through mean and deviation',
  'takes γ into dx',
];

const wrongParameters: readonly WrongVersion<WayBack>[] = [
  {
    name: 'dβ is a mean',
    says: 'Your dβ is the mean of dy over the batch. Gradients of a shared parameter add up: take the sum.',
    caughtBy: beta,
    candidate: (dy, ...rest) => {
      const back = reference(dy, ...rest);
      return { ...back, dbeta: back.dbeta.map((value) => value / dy.length) };
    },
  },
  {
    name: 'dβ of the last row',
    says: 'Your dβ is that of the last example alone. Is it set with = in the loop, where += should add to it?',
    caughtBy: beta,
    candidate: (dy, ...rest) => ({ ...reference(dy, ...rest), dbeta: [...dy[dy.length - 1]] }),
  },
  {
    name: 'dβ along the row',
    says: 'You add dy along each row and get one number for each example. β has one number for each column: add over the rows.',
    caughtBy: beta,
    candidate: (dy, ...rest) => ({ ...reference(dy, ...rest), dbeta: dy.map(sum) }),
  },
  {
    name: 'γ in dβ',
    says: 'You multiply dβ by γ. β is added after γ has multiplied, so γ has no part in it.',
    caughtBy: beta,
    candidate: columnsBack({ dbeta: ({ g }) => [...g] }),
  },
  {
    name: 'dγ and dβ exchanged',
    says: 'dγ and dβ have changed places: dγ is the one with x̂ in it.',
    caughtBy: beta,
    candidate: columnsBack({ dgamma: layerNormLines.dbeta, dbeta: layerNormLines.dgamma }),
  },
  {
    name: 'dγ with x',
    says: 'Your dγ is the sum of dy ⊙ x. γ multiplies x̂, so its gradient is the sum of dy ⊙ x̂.',
    caughtBy: gamma,
    candidate: columnsBack({ dgamma: ({ dy, x }) => times(dy, x) }),
  },
  {
    name: 'dγ with x − μ',
    says: 'Your dγ is the sum of dy ⊙ (x − μ). γ multiplies x̂: divide by the deviation as well.',
    caughtBy: gamma,
    candidate: columnsBack({ dgamma: ({ dy, centred }) => times(dy, centred) }),
  },
  {
    name: 'γ in dγ',
    says: 'You multiply dγ by γ. The derivative of γx̂ by γ is x̂ alone.',
    caughtBy: gamma,
    candidate: columnsBack({ dgamma: ({ g, xhat }) => times(g, xhat) }),
  },
  {
    name: 'dγ is a mean',
    says: 'Your dγ is a mean over the batch. Gradients of a shared parameter add up: take the sum.',
    caughtBy: gamma,
    candidate: (dy, ...rest) => {
      const back = reference(dy, ...rest);
      return { ...back, dgamma: back.dgamma.map((value) => value / dy.length) };
    },
  },
  {
    name: 'the way back of LayerNorm',
    says: 'Your statistics run along the row: that is the way back through LayerNorm. BatchNorm has them down the columns.',
    caughtBy: gamma,
    candidate: wayBack(layerNormLines),
  },
  {
    name: 'variance over n − 1',
    says: 'You take the variance over n − 1. The batch was normalized by the one over n, and the way back must match.',
    caughtBy: gamma,
    candidate: columnsBack({
      rstd: (centred, eps) => 1 / Math.sqrt(dot(centred, centred) / (centred.length - 1) + eps),
    }),
  },
];

const wrongInputs: readonly WrongVersion<WayBack>[] = [
  {
    name: 'statistics taken for constants',
    says: 'Your dx is g / √(σ² + ε), as in evaluation. In training mean and deviation come from the batch: x moves them, and two terms are missing.',
    caughtBy: input,
    candidate: columnsBack({ dx: ({ g, rstd }) => g.map((value) => rstd * value) }),
  },
  {
    name: 'the path through the deviation is missing',
    says: 'Your dx is centred, but the term x̂ · mean(g ⊙ x̂) is missing: x moves the deviation as well.',
    caughtBy: input,
    candidate: columnsBack({ dx: ({ g, rstd }) => g.map((value) => rstd * (value - mean(g))) }),
  },
  {
    name: 'the path through the mean is missing',
    says: 'The term mean(g) is missing: x moves the mean of its column, and that is subtracted from every example.',
    caughtBy: input,
    candidate: columnsBack({
      dx: ({ g, xhat, rstd }) => g.map((value, n) => rstd * (value - xhat[n] * mean(times(g, xhat)))),
    }),
  },
  {
    name: 'sums where means belong',
    says: 'You subtract dβ and x̂ · dγ whole. Both are to be divided by the number of examples.',
    caughtBy: input,
    candidate: columnsBack({
      dx: ({ g, xhat, rstd }) => g.map((value, n) => rstd * (value - sum(g) - xhat[n] * dot(g, xhat))),
    }),
  },
  {
    name: 'a sum for the mean of g',
    says: 'You subtract the sum of g. Its mean belongs there: divide by the number of examples.',
    caughtBy: input,
    candidate: columnsBack({
      dx: ({ g, xhat, rstd }) =>
        g.map((value, n) => rstd * (value - sum(g) - xhat[n] * mean(times(g, xhat)))),
    }),
  },
  {
    name: 'a sum for the mean of g ⊙ x̂',
    says: 'Your last term has the sum of g ⊙ x̂. Its mean belongs there: divide by the number of examples.',
    caughtBy: input,
    candidate: columnsBack({
      dx: ({ g, xhat, rstd }) => g.map((value, n) => rstd * (value - mean(g) - xhat[n] * dot(g, xhat))),
    }),
  },
  {
    name: 'the last term over n − 1',
    says: 'Your last term divides by N − 1. That belongs to a batch that was normalized by its variance over n − 1; this one was normalized by the variance over n.',
    caughtBy: input,
    candidate: columnsBack({
      dx: ({ g, xhat, rstd }) =>
        g.map((value, n) => rstd * (value - mean(g) - (xhat[n] * dot(g, xhat)) / (g.length - 1))),
    }),
  },
  {
    name: 'the last sign',
    says: 'You add the term with x̂. A larger deviation makes every x̂ smaller, so it is subtracted.',
    caughtBy: input,
    candidate: columnsBack({
      dx: ({ g, xhat, rstd }) =>
        g.map((value, n) => rstd * (value - mean(g) + xhat[n] * mean(times(g, xhat)))),
    }),
  },
  {
    name: 'a product where a mean belongs',
    says: 'In your last term every number meets only itself: g ⊙ x̂ ⊙ x̂. The deviation joins all examples of the column: x̂ times the mean of g ⊙ x̂.',
    caughtBy: input,
    candidate: columnsBack({
      dx: ({ g, xhat, rstd }) => g.map((value, n) => rstd * (value - mean(g) - value * xhat[n] * xhat[n])),
    }),
  },
  {
    name: 'not divided by the deviation',
    says: 'The bracket is right; it still has to be multiplied by 1/√(σ² + ε).',
    caughtBy: input,
    candidate: columnsBack({ dx: (column) => layerNormLines.dx(column).map((value) => value / column.rstd) }),
  },
  {
    name: 'divided by the variance',
    says: 'You divide the bracket by σ² + ε. One root of it belongs there.',
    caughtBy: input,
    candidate: columnsBack({ dx: (column) => layerNormLines.dx(column).map((value) => value * column.rstd) }),
  },
  {
    name: 'x in place of x̂',
    says: 'Your last term uses x − μ where x̂ belongs. Divide it by the deviation, in both places.',
    caughtBy: input,
    candidate: columnsBack({
      dx: ({ g, centred, rstd }) =>
        g.map((value, n) => rstd * (value - mean(g) - centred[n] * mean(times(g, centred)))),
    }),
  },
  {
    name: 'nothing comes back to equal numbers',
    says: 'To a column of equal numbers you give dx = 0. Its x̂ is 0, but a step apart would show at once: there dx is (g − mean(g)) / √ε.',
    caughtBy: 'survives a column of equal numbers',
    candidate: columnsBack({
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
    candidate: columnsBack({ dx: (column) => layerNormLines.dx({ ...column, g: column.dy }) }),
  },
  {
    name: 'a single row passes dy on',
    says: 'With a single row you give dy back as dx. That row is its own mean: whatever it is, x̂ = 0 and y = β, so dx is 0.',
    caughtBy: 'works on every shape and size',
    candidate: (dy, x, ...rest) => ({
      ...reference(dy, x, ...rest),
      ...(x.length === 1 && { dx: [[...dy[0]]] }),
    }),
  },
  {
    name: 'one γ for all columns',
    says: 'You use the first γ everywhere. Each column has its own: gamma[c].',
    caughtBy: weighted,
    candidate: (dy, x, weights, eps) =>
      reference(
        dy,
        x,
        weights.map(() => weights[0]),
        eps,
      ),
  },
];

/** From the parameters to what a function does beside. */
export const wrongWaysBack: readonly WrongVersion<WayBack>[] = [
  ...wrongParameters,
  ...wrongInputs,
  ...wrongEpsilonsAndConduct(columnsBack, reference),
];
