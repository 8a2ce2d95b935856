/** Data of the exercise: wrong ways back through RMSNorm, each by a misconception of its own, and what it is told. */
import type { WrongVersion } from '../../exercise.js';
import { centre, dot, mean, meanSquare, sum } from '../statistics.js';
import { layerNormLines, times } from '../way-back.js';
import { backWith, reference, rmsNormLines } from './right.js';
import type { RmsWayBack } from './right.js';

const [gamma, input, weighted, epsilon] = [
  'adds up dγ over the rows',
  'sends dy back to x through the root mean square',
  'takes γ into dx',
  'uses ε as on the way forward',
];

const wrongParameters: readonly WrongVersion<RmsWayBack>[] = [
  {
    name: 'dγ without x̂',
    says: 'Your dγ is the sum of dy: that would be dβ, and RMSNorm has none. γ multiplies x̂, so x̂ belongs into its gradient.',
    caughtBy: gamma,
    candidate: backWith({ dgamma: ({ dy }) => [...dy] }),
  },
  {
    name: 'dγ with x',
    says: 'Your dγ is the sum of dy ⊙ x. γ multiplies x̂, so its gradient is the sum of dy ⊙ x̂.',
    caughtBy: gamma,
    candidate: backWith({ dgamma: ({ dy, x }) => times(dy, x) }),
  },
  {
    name: 'γ in dγ',
    says: 'You multiply dγ by γ. The derivative of γx̂ by γ is x̂ alone.',
    caughtBy: gamma,
    candidate: backWith({ dgamma: ({ g, xhat }) => times(g, xhat) }),
  },
  {
    name: 'dγ is a mean',
    says: 'Your dγ is a mean over the rows. Gradients of a shared parameter add up: take the sum.',
    caughtBy: gamma,
    candidate: (dy, ...rest) => {
      const { dx, dgamma } = reference(dy, ...rest);
      return { dx, dgamma: dgamma.map((value) => value / dy.length) };
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
    name: 'dγ along the row',
    says: 'You add dy ⊙ x̂ along each row and get one number for each row. γ has one for each column: add over the rows.',
    caughtBy: gamma,
    candidate: (dy, x, weights, eps) => ({
      ...reference(dy, x, weights, eps),
      dgamma: x.map((row, n) => dot(dy[n], row) / Math.sqrt(meanSquare(row) + eps)),
    }),
  },
];

const wrongInputs: readonly WrongVersion<RmsWayBack>[] = [
  {
    name: 'the root mean square taken for a constant',
    says: 'Your dx is g / √(mean(x²) + ε): right if the root mean square were a constant. But x moves it too: a term is missing.',
    caughtBy: input,
    candidate: backWith({ dx: ({ g, rstd }) => g.map((value) => rstd * value) }),
  },
  {
    name: 'the way back of LayerNorm',
    says: 'You subtract mean(g) as well: that is the path through the mean, and RMSNorm subtracts no mean.',
    caughtBy: input,
    candidate: backWith({ dx: layerNormLines.dx }),
  },
  {
    name: 'centred',
    says: 'You centre x before anything else. RMSNorm centres nothing, on the way forward or back.',
    caughtBy: gamma,
    candidate: backWith({ centred: centre }),
  },
  {
    name: 'mean(g) in place of the last term',
    says: 'You subtract mean(g). The path is the one through the root mean square: x̂ · mean(g ⊙ x̂).',
    caughtBy: input,
    candidate: backWith({ dx: ({ g, rstd }) => g.map((value) => rstd * (value - mean(g))) }),
  },
  {
    name: 'a sum where a mean belongs',
    says: 'You subtract x̂ times the sum of g ⊙ x̂. It is their mean: divide by C.',
    caughtBy: input,
    candidate: backWith({
      dx: ({ g, xhat, rstd }) => g.map((value, c) => rstd * (value - xhat[c] * dot(g, xhat))),
    }),
  },
  {
    name: 'the last sign',
    says: 'You add the last term. A larger root mean square makes every x̂ smaller, so it is subtracted.',
    caughtBy: input,
    candidate: backWith({
      dx: ({ g, xhat, rstd }) => g.map((value, c) => rstd * (value + xhat[c] * mean(times(g, xhat)))),
    }),
  },
  {
    name: 'twice the last term',
    says: 'Your last term is twice too large. The 2 from the square meets the ½ from the root, and both go.',
    caughtBy: input,
    candidate: backWith({
      dx: ({ g, xhat, rstd }) => g.map((value, c) => rstd * (value - 2 * xhat[c] * mean(times(g, xhat)))),
    }),
  },
  {
    name: 'a product where a mean belongs',
    says: 'In your last term every number meets only itself: g ⊙ x̂ ⊙ x̂. The root mean square joins all numbers of the row: x̂ times the mean of g ⊙ x̂.',
    caughtBy: input,
    candidate: backWith({
      dx: ({ g, xhat, rstd }) => g.map((value, c) => rstd * (value - value * xhat[c] * xhat[c])),
    }),
  },
  {
    name: 'x in place of x̂',
    says: 'Your last term uses x where x̂ belongs. Divide it by the root mean square, in both places.',
    caughtBy: input,
    candidate: backWith({
      dx: ({ g, x, rstd }) => g.map((value, c) => rstd * (value - x[c] * mean(times(g, x)))),
    }),
  },
  {
    name: 'not divided',
    says: 'The bracket is right; it still has to be multiplied by 1/√(mean(x²) + ε).',
    caughtBy: input,
    candidate: backWith({ dx: (row) => rmsNormLines.dx(row).map((value) => value / row.rstd) }),
  },
  {
    name: 'divided twice',
    says: 'You divide the bracket by mean(x²) + ε. One root of it belongs there.',
    caughtBy: input,
    candidate: backWith({ dx: (row) => rmsNormLines.dx(row).map((value) => value * row.rstd) }),
  },
  {
    name: 'mean over n − 1',
    says: 'You take the mean square over C − 1. RMSNorm divides by C, and its way back must match.',
    caughtBy: gamma,
    candidate: backWith({
      rstd: (_, eps, x) => 1 / Math.sqrt(sum(times(x, x)) / (x.length - 1) + eps),
    }),
  },
  {
    name: 'γ is left out of dx',
    says: 'Your dx is right for γ = 1. What reaches x̂ is γ ⊙ dy, not dy.',
    caughtBy: weighted,
    candidate: backWith({ dx: (row) => rmsNormLines.dx({ ...row, g: row.dy }) }),
  },
  {
    name: 'γ comes last',
    says: 'You multiply by γ at the end. On the way back it comes first: the mean is one of γ ⊙ dy ⊙ x̂.',
    caughtBy: weighted,
    candidate: backWith({ dx: (row) => times(rmsNormLines.dx({ ...row, g: row.dy }), row.gamma) }),
  },
];

/** With one dγ for all calls. */
function reusing(): RmsWayBack {
  const kept: number[] = [];
  return (...inputs) => {
    const { dx, dgamma } = reference(...inputs);
    kept.splice(0, kept.length, ...dgamma);
    return { dx, dgamma: kept };
  };
}

const wrongRest: readonly WrongVersion<RmsWayBack>[] = [
  {
    name: 'no ε',
    says: 'ε is never used. The way forward divides by √(mean(x²) + ε), so the way back does too.',
    caughtBy: epsilon,
    candidate: backWith({ rstd: (x) => 1 / Math.sqrt(meanSquare(x)) }),
  },
  {
    name: 'ε outside the root',
    says: 'You divide by √mean(x²) + ε. ε belongs under the root.',
    caughtBy: epsilon,
    candidate: backWith({ rstd: (x, eps) => 1 / (Math.sqrt(meanSquare(x)) + eps) }),
  },
  {
    name: 'ε is always 0.00001',
    says: 'You wrote 1e-5 where the ε that was handed over should stand.',
    caughtBy: epsilon,
    candidate: backWith({ rstd: (x) => 1 / Math.sqrt(meanSquare(x) + 1e-5) }),
  },
  {
    name: 'an ε of 0 taken for nothing',
    says: 'An ε of 0 became another: eps || 1e-5 takes 0 for missing. 0 is a number like any other; use eps itself.',
    caughtBy: epsilon,
    candidate: backWith({ rstd: (x, eps) => 1 / Math.sqrt(meanSquare(x) + (eps || 1e-5)) }),
  },
  {
    name: 'ε in front only',
    says: 'ε stands in the factor in front, but x̂ is computed without it. What divides is one and the same.',
    caughtBy: epsilon,
    candidate: backWith({
      dx: (row) => {
        const exact = 1 / Math.sqrt(meanSquare(row.x));
        return rmsNormLines.dx({ ...row, xhat: row.x.map((value) => value * exact) });
      },
    }),
  },
  {
    name: 'an array used again',
    says: 'Your next answer is written into the arrays of the one before: whoever kept that finds other numbers in it. Make new arrays in every call.',
    caughtBy: 'gives arrays of its own',
    candidate: reusing(),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into dy. Whoever called it still needs those numbers: make new ones instead.',
    caughtBy: 'leaves its inputs as they were',
    candidate: (dy, x, weights, eps) => {
      const back = reference(dy, x, weights, eps);
      dy.forEach((row, n) => row.splice(0, row.length, ...back.dx[n]));
      return { ...back, dx: dy };
    },
  },
];

/** From dγ to what a function does beside. */
export const wrongWaysBack: readonly WrongVersion<RmsWayBack>[] = [
  ...wrongParameters,
  ...wrongInputs,
  ...wrongRest,
];
