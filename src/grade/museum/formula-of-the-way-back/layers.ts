import { centre, dot, mean, meanSquare, sum } from '../../arrays/statistics.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';

/** The way back of one row: dx from x, γ, dy and ε, each list of C numbers. */
export type WayBack = (x: number[], gamma: number[], dy: number[], eps: number) => number[];

/** What every formula is made of: g = γ ⊙ dy, x̂, the rstd r, and the centred row. */
interface Parts {
  readonly g: number[];
  readonly xhat: number[];
  readonly r: number;
  readonly centred: number[];
}
const from =
  (formula: (parts: Parts) => number[]): WayBack =>
  (x, gamma, dy, eps) => {
    const centred = centre(x);
    const r = 1 / Math.sqrt(meanSquare(centred) + eps);
    return formula({
      g: gamma.map((scale, i) => scale * dy[i]),
      xhat: centred.map((value) => value * r),
      r,
      centred,
    });
  };
const meanOf = (a: readonly number[], b: readonly number[]): number => dot(a, b) / a.length;

/** B18: dx = 1/C · (g/σ − x̂/(σ² + ε) · ⟨g, x̂⟩), with r for 1/σ. */
export const published: WayBack = from(({ g, xhat, r }) =>
  g.map((value, i) => (value * r - xhat[i] * r * r * dot(g, xhat)) / g.length),
);

/** Equation (8). */
export const equation8: WayBack = from(({ g, xhat, r }) =>
  g.map((value, i) => r * (value - mean(g) - xhat[i] * meanOf(g, xhat))),
);

/** Through the variance, then through the mean, as the chain rule goes. */
const stepByStep: WayBack = from(({ g, centred, r }) => {
  const dVariance = -0.5 * r * r * r * dot(g, centred);
  const dCentred = g.map((value, i) => value * r + (2 * dVariance * centred[i]) / g.length);
  return dCentred.map((value) => value - mean(dCentred));
});

/** Row i of the Jacobian, once for each i. */
const byJacobian: WayBack = from(({ g, xhat, r }) =>
  g.map((_, i) =>
    sum(g.map((value, j) => value * r * ((i === j ? 1 : 0) - (1 + xhat[i] * xhat[j]) / g.length))),
  ),
);

/** All sums first, one fraction at the end. */
const oneFraction: WayBack = from(({ g, xhat, r }) => {
  const [C, total, along] = [g.length, sum(g), dot(g, xhat)];
  return g.map((value, i) => (r / C) * (C * value - total - xhat[i] * along));
});

/** The right ones. */
export const right: readonly Specimen<WayBack>[] = innocent<WayBack>(
  {
    'equation (8)': equation8,
    'the chain rule, step by step': stepByStep,
    'the Jacobian, row by row': byJacobian,
    'equation (8) as one fraction': oneFraction,
  },
  'This way back is right: it is the gradient of Σ dyᵢ · yᵢ for y = γ x̂ + β. Does your own forward pass divide by C, put ε under the root, and use the same γ and dy?',
);

/** As it was found. */
export const found: readonly Specimen<WayBack>[] = [
  {
    name: 'the published formula',
    layer: published,
    says: 'This formula has 1/C in front of everything and no mean of g, and your experiment believes it. Nudge one number of x and see what the output does.',
  },
  {
    name: 'the published formula, read entry by entry',
    layer: from(({ g, xhat, r }) =>
      g.map((value, i) => (value * r - xhat[i] * r * r * value * xhat[i]) / g.length),
    ),
    says: 'The same formula with the product taken entry by entry. It is not the gradient either: nudge one number of x and see what the output does.',
  },
];

/** Other formulas that have been derived. */
export const disguised: readonly Specimen<WayBack>[] = [
  {
    name: 'a way back without γ',
    layer: (x, gamma, dy, eps) =>
      equation8(
        x,
        gamma.map(() => 1),
        dy,
        eps,
      ),
    says: 'This way back forgets γ. Where γ is 1, wherever dy is not 0, nobody sees it: draw both at random.',
  },
  {
    name: 'a way back that takes γ for one number',
    layer: (x, gamma, dy, eps) =>
      equation8(
        x,
        gamma.map(() => gamma[0]),
        dy,
        eps,
      ),
    says: 'This way back multiplies with the first γ everywhere. Where all γ are alike, or dy is 0 but in the first place, nobody sees it: draw both at random.',
  },
  {
    name: 'a way back that stops after its first number',
    layer: (...inputs) => equation8(...inputs).map((value, i) => (i === 0 ? value : 0)),
    says: 'This way back gets the first entry of dx right and leaves the others 0. Compare every entry.',
  },
  {
    name: 'a way back without the mean of g',
    layer: from(({ g, xhat, r }) => g.map((value, i) => r * (value - xhat[i] * meanOf(g, xhat)))),
    says: 'This way back leaves out the way through μ. Its entries do not add up to 0, though adding a number to x changes nothing.',
  },
  {
    name: 'a way back without the way through σ²',
    layer: from(({ g, r }) => g.map((value) => r * (value - mean(g)))),
    says: 'This way back leaves out the way through σ². Its entries add up to 0, but stretching x should change next to nothing, too.',
  },
  {
    name: 'a way back of zeros',
    layer: (x) => x.map(() => 0),
    says: 'This way back is 0 everywhere. Where dy and γ are all ones that is even right: draw them at random.',
  },
  {
    name: 'a way back with a sum for a mean',
    layer: from(({ g, xhat, r }) => g.map((value, i) => r * (value - mean(g) - xhat[i] * dot(g, xhat)))),
    says: 'This way back takes the sum of g ⊙ x̂ where its mean belongs. It points about the right way in short rows: compare sizes.',
  },
  {
    name: 'a way back that is divided by σ² + ε',
    layer: (x: number[], gamma: number[], dy: number[], eps: number): number[] => {
      const r = 1 / Math.sqrt(meanSquare(centre(x)) + eps);
      return equation8(x, gamma, dy, eps).map((value) => value * r);
    },
    says: 'This way back is divided by √(σ² + ε) once too often. It has the right direction, and where the deviation is near 1 nearly the right size: take rows that are wider.',
  },
];
