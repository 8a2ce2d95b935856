/** Data of two exercises: slips with ε and in conduct that a way back of rows and one of columns have in common. */
import type { WrongVersion } from '../exercise.js';
import type { Matrix } from './plain.js';
import { dot, mean, meanSquare, sum } from './statistics.js';
import { layerNormLines } from './way-back.js';
import type { Lines, WayBack } from './way-back.js';

const epsilon = 'uses ε as on the way forward';

/** With one dx for all calls. */
function reusing(reference: WayBack): WayBack {
  const kept: Matrix = [];
  return (...inputs) => {
    const back = reference(...inputs);
    kept.splice(0, kept.length, ...back.dx);
    return { ...back, dx: kept };
  };
}

/** Answers are kept by the array they were asked with. */
function remembering(reference: WayBack): WayBack {
  const known = new WeakMap<object, ReturnType<WayBack>>();
  return (dy, ...rest) => {
    const back = known.get(dy) ?? reference(dy, ...rest);
    known.set(dy, back);
    return back;
  };
}

type Changed = (lines: Partial<Lines>) => WayBack;

/** @param changed A way back with some of its lines exchanged. */
export const wrongEpsilonsAndConduct = (
  changed: Changed,
  reference: WayBack,
): readonly WrongVersion<WayBack>[] => [
  ...wrongEpsilons(changed),
  ...wrongLengths(changed),
  ...wrongConduct(changed, reference),
];

const wrongEpsilons = (changed: Changed): readonly WrongVersion<WayBack>[] => [
  {
    name: 'no ε',
    says: 'ε is never used. The way forward divides by √(σ² + ε), so the way back does too.',
    caughtBy: epsilon,
    candidate: changed({ rstd: (centred) => 1 / Math.sqrt(meanSquare(centred)) }),
  },
  {
    name: 'ε outside the root',
    says: 'You divide by √σ² + ε. ε belongs to the variance, under the root.',
    caughtBy: epsilon,
    candidate: changed({ rstd: (centred, eps) => 1 / (Math.sqrt(meanSquare(centred)) + eps) }),
  },
  {
    name: 'ε is always 0.00001',
    says: 'You wrote 1e-5 where the ε that was handed over should stand.',
    caughtBy: epsilon,
    candidate: changed({ rstd: (centred) => 1 / Math.sqrt(meanSquare(centred) + 1e-5) }),
  },
  {
    name: 'an ε of 0 taken for nothing',
    says: 'An ε of 0 became another: eps || 1e-5 takes 0 for missing. 0 is a number like any other; use eps itself.',
    caughtBy: epsilon,
    candidate: changed({ rstd: (centred, eps) => 1 / Math.sqrt(meanSquare(centred) + (eps || 1e-5)) }),
  },
  {
    name: 'ε in front only',
    says: 'ε stands in the factor in front, but x̂ is computed without it. The two deviations are one and the same.',
    caughtBy: epsilon,
    candidate: changed({
      dx: (row) => {
        const exact = 1 / Math.sqrt(meanSquare(row.centred));
        return layerNormLines.dx({ ...row, xhat: row.centred.map((value) => value * exact) });
      },
    }),
  },
];

const wrongLengths = (changed: Changed): readonly WrongVersion<WayBack>[] => [
  {
    name: 'always four numbers',
    says: 'Your two means divide by 4, whatever the length of what is normalized together. Count the numbers.',
    caughtBy: 'works on every shape and size',
    candidate: changed({
      dx: ({ g, xhat, rstd }) =>
        g.map((value, i) => rstd * (value - sum(g) / 4 - (xhat[i] * dot(g, xhat)) / 4)),
    }),
  },
];

const wrongConduct = (changed: Changed, reference: WayBack): readonly WrongVersion<WayBack>[] => [
  {
    name: 'remembers',
    says: 'You keep earlier answers and give them again, although the numbers have changed.',
    caughtBy: 'answers from its inputs alone',
    candidate: remembering(reference),
  },
  {
    name: 'variance as a difference of squares',
    says: 'Your variance is mean(x²) − μ². Far from zero both are huge and nearly equal, and their digits cancel. Subtract the mean first, then square.',
    caughtBy: 'keeps its digits far from zero',
    candidate: changed({
      rstd: (_, eps, x) => 1 / Math.sqrt(meanSquare(x) - mean(x) * mean(x) + eps),
    }),
  },
  {
    name: 'an array used again',
    says: 'Your next answer is written into the arrays of the one before: whoever kept that finds other numbers in it. Make new arrays in every call.',
    caughtBy: 'gives arrays of its own',
    candidate: reusing(reference),
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
