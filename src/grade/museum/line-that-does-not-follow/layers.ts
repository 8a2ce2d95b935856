import { centre, dot, mean, meanSquare, sum } from '../../arrays/statistics.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';

/** A derivation: what its line k, from 0 to 4, says dx is, for n numbers x of a channel, g = γ ⊙ dy, and ε. */
export type Derivation = (k: number, x: number[], g: number[], eps: number) => number[];

/** What lines are made of. */
interface Parts {
  readonly x: number[];
  readonly g: number[];
  readonly n: number;
  readonly centred: number[];
  readonly xhat: number[];
  readonly r: number;
  /** x without the ε under the root. */
  readonly bare: number;
  /** Through the variance: −½ r³ Σ g (x − μ). */
  readonly dVariance: number;
}
type Line = (parts: Parts) => number[];

/** A derivation by its lines. */
const of =
  (lines: readonly Line[]): Derivation =>
  (k, x, g, eps) => {
    if (!(k in lines))
      throw new RangeError(`line: there are lines 0 to ${lines.length - 1}, and no line ${k}`);
    const centred = centre(x);
    const r = 1 / Math.sqrt(meanSquare(centred) + eps);
    const xhat = centred.map((value) => value * r);
    const [n, bare] = [x.length, 1 / Math.sqrt(meanSquare(centred))];
    return lines[k]({ x, g, n, centred, xhat, r, bare, dVariance: -0.5 * r * r * r * dot(g, centred) });
  };

const meanOf = (a: readonly number[], b: readonly number[]): number => dot(a, b) / a.length;
const each = ({ x }: Parts, f: (i: number) => number): number[] => x.map((_, i) => f(i));

/** Line 0: the gradient itself, Σₘ gₘ ∂x̂ₘ/∂xᵢ. */
const jacobian: Line = (p) =>
  each(p, (i) =>
    sum(each(p, (m) => p.g[m] * p.r * ((m === i ? 1 : 0) - 1 / p.n - (p.xhat[m] * p.xhat[i]) / p.n))),
  );
/** Line 1: the three roads, straight, through the variance, through the mean. */
const threeRoads: Line = (p) => {
  const dMu = -p.r * sum(p.g) - 2 * p.dVariance * mean(p.centred);
  return each(p, (i) => p.g[i] * p.r + (p.dVariance * 2 * p.centred[i]) / p.n + dMu / p.n);
};
/** Line 2: the deviations from a mean add up to 0. */
const meanWritten: Line = (p) =>
  each(p, (i) => p.g[i] * p.r + (p.dVariance * 2 * p.centred[i]) / p.n - p.r * mean(p.g));
/** Line 3: the gradient of the variance put in, with so many r in place of three. */
const varianceWritten =
  (rs: (p: Parts) => number): Line =>
  (p) =>
    each(p, (i) => p.g[i] * p.r - rs(p) * meanOf(p.g, p.centred) * p.centred[i] - p.r * mean(p.g));
const cubed = ({ r }: Parts): number => r * r * r;
/** Line 4: r in front. */
const short: Line = (p) => each(p, (i) => p.r * (p.g[i] - mean(p.g) - p.xhat[i] * meanOf(p.g, p.xhat)));

const rightLines: readonly Line[] = [jacobian, threeRoads, meanWritten, varianceWritten(cubed), short];

/** With some lines replaced. */
const but = (changes: Readonly<Record<number, Line>>): Derivation =>
  of(rightLines.map((line, k) => changes[k] ?? line));

/** Every line follows. */
export const sound: Derivation = of(rightLines);

/** B17: one line is misprinted, r where r³ belongs; the next one is right again. */
export const misprinted: Derivation = but({ 3: varianceWritten(({ r }) => r) });

const withoutVariance: Line = (p) => each(p, (i) => p.r * (p.g[i] - mean(p.g)));
const totalForMean: Line = (p) =>
  each(p, (i) => p.g[i] * p.r + (p.dVariance * 2 * p.centred[i]) / p.n - p.r * sum(p.g));

/** The right ones. */
export const right: readonly Specimen<Derivation>[] = innocent<Derivation>(
  {
    'a derivation by three roads': sound,
    'a derivation that is at its end from line 2 on': of([jacobian, threeRoads, short, short, short]),
    'a derivation that goes by 1/n in front': of([
      jacobian,
      meanWritten,
      (p) => each(p, (i) => (p.r / p.n) * (p.n * p.g[i] - sum(p.g) - p.xhat[i] * dot(p.g, p.xhat))),
      (p) => each(p, (i) => p.r * (p.g[i] - mean(p.g)) - p.xhat[i] * p.r * meanOf(p.g, p.xhat)),
      short,
    ]),
    'a derivation that projects': of([
      jacobian,
      short,
      (p) => centre(p.g).map((value, i) => p.r * (value - p.xhat[i] * meanOf(centre(p.g), p.xhat))),
      (p) => centre(p.g.map((value, i) => p.r * (value - p.xhat[i] * meanOf(p.g, p.xhat)))),
      short,
    ]),
  },
  'In this derivation every line says the same numbers as the one before, up to rounding. What do you compare with what, and how closely?',
);

/** As it may be found. */
export const found: readonly Specimen<Derivation>[] = [
  {
    name: 'a derivation with a misprint in line 3, and a right line 4',
    layer: misprinted,
    says: 'Line 3 of this derivation has r where r³ belongs, and line 4 is right again. It shows only to who compares line 3 with line 2, entry by entry, at an x where r is not 1 and with g that differ: not the ends alone, not an average, no x of deviation 1.',
  },
  {
    name: 'a derivation that takes a sum for a mean from line 2 on',
    layer: of([jacobian, threeRoads, totalForMean, totalForMean, totalForMean]),
    says: 'From line 2 on this derivation has the sum of g where its mean belongs. Compare line 2 with line 1.',
  },
  {
    name: 'a derivation that goes wrong at its first step, and is at one with itself from there on',
    layer: of([jacobian, withoutVariance, withoutVariance, withoutVariance, withoutVariance]),
    says: 'The first step of this derivation loses the way through the variance, and all lines behind it agree. Compare line 1 with line 0 as well: line 0 is the gradient.',
  },
];

/** Lines that are right at kind numbers. */
export const disguised: readonly Specimen<Derivation>[] = [
  {
    name: 'a derivation that forgets ε in its last line',
    layer: but({ 4: (p) => short({ ...p, r: p.bare, xhat: p.centred.map((value) => value * p.bare) }) }),
    says: 'The last line of this derivation has 1/σ where 1/√(σ² + ε) belongs. Whoever stops at line 3 does not see it, nor does anybody with ε = 0, or one that is tiny.',
  },
  {
    name: 'a derivation that has x where x − μ belongs',
    layer: but({
      3: (p) => each(p, (i) => p.g[i] * p.r - cubed(p) * meanOf(p.g, p.centred) * p.x[i] - p.r * mean(p.g)),
    }),
    says: 'Line 3 of this derivation has x where x − μ belongs. Where the numbers have mean 0 that is the same.',
  },
  {
    name: 'a derivation that loses the mean of g',
    layer: but({ 2: (p) => each(p, (i) => p.g[i] * p.r + (p.dVariance * 2 * p.centred[i]) / p.n) }),
    says: 'Line 2 of this derivation has lost the mean of g. Where the g add up to 0 nothing is missing.',
  },
  {
    name: 'a derivation that loses the way through the variance',
    layer: but({ 4: withoutVariance }),
    says: 'The last line of this derivation has lost the term with x̂. Where all g are equal that term is 0: draw g at random.',
  },
  {
    name: 'a derivation that is right for four numbers',
    layer: but({
      2: (p) => each(p, (i) => p.g[i] * p.r + (p.dVariance * p.centred[i]) / 2 - (p.r * sum(p.g)) / 4),
    }),
    says: 'Line 2 of this derivation divides by 4, whatever n is. Try two lengths.',
  },
  {
    name: 'a derivation that is right in its first entry',
    layer: but({ 1: (p) => threeRoads(p).map((value, i) => (i === 0 ? value : -value)) }),
    says: 'Line 1 of this derivation has another sign in every entry but the first. Compare all of them.',
  },
  {
    name: 'a derivation that says no numbers in line 3',
    layer: but({ 3: (p) => each(p, () => NaN) }),
    says: 'Line 3 of this derivation is no number: NaN. No comparison with NaN is true: ask whether the difference is small, not whether it is large.',
  },
];
