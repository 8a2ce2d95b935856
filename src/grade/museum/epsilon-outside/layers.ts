import type { Matrix } from '../../arrays/plain.js';
import { centre, mean, meanSquare, variance } from '../../arrays/statistics.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';

/** A norm of rows over plain arrays, with ε. */
export type Layer = (x: Matrix, eps: number) => Matrix;

/** Each row less its mean, divided by what the divisor makes of variance, ε and length. */
const dividedBy =
  (divisor: (variance: number, eps: number, C: number) => number): Layer =>
  (x, eps) =>
    x.map((row) => centre(row).map((value) => value / divisor(variance(row), eps, row.length)));

/** B15: ε is added to the deviation. */
export const outside: Layer = dividedBy((v, eps) => Math.sqrt(v) + eps);

/** ε is added to the variance. */
export const underTheRoot: Layer = dividedBy((v, eps) => Math.sqrt(v + eps));

const inLoops: Layer = (x, eps) => {
  const y: Matrix = [];
  for (const row of x) {
    let [mu, squares] = [0, 0];
    for (const value of row) mu += value / row.length;
    for (const value of row) squares += (value - mu) * (value - mu);
    const rstd = 1 / Math.sqrt(squares / row.length + eps);
    y.push(row.map((value) => (value - mu) * rstd));
  }
  return y;
};

/** The right ones. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'a layer that divides by √(σ² + ε)': underTheRoot,
    'a layer in loops': inLoops,
    'a layer that gives every number its share of ε': (x, eps) =>
      x.map((row) => {
        const centred = centre(row);
        const shared = mean(centred.map((value) => value * value + eps));
        return centred.map((value) => value / Math.sqrt(shared));
      }),
    'a layer that takes the length of a longer row': (x, eps) =>
      x.map((row) => {
        const centred = centre(row);
        const length = Math.hypot(...centred, Math.sqrt(eps * row.length));
        return centred.map((value) => (value * Math.sqrt(row.length)) / length);
      }),
  },
  'This layer is right: it divides by √(σ² + ε) with the ε that it is handed. What do you expect of it, and at which ε?',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a layer that divides by σ + ε',
    layer: outside,
    says: 'This layer divides by σ + ε, and your experiment believes it. Where σ is near 1 and ε is 0.00001 the two agree to five digits: at which σ and ε do they not?',
  },
];

/** Other things that are done to ε. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a layer without ε',
    layer: dividedBy((v) => Math.sqrt(v)),
    says: 'This layer never uses ε. Ask with one that is not small beside the variance.',
  },
  {
    name: 'a layer with an ε of its own',
    layer: dividedBy((v) => Math.sqrt(v + 1e-5)),
    says: 'This layer always adds 0.00001, whatever ε it is handed. Ask with another one.',
  },
  {
    name: 'a layer that squares its ε',
    layer: dividedBy((v, eps) => Math.sqrt(v + eps * eps)),
    says: 'This layer adds ε² to the variance. At ε = 1 that is ε itself: ask with another one.',
  },
  {
    name: 'a layer with ε as a floor',
    layer: dividedBy((v, eps) => Math.sqrt(Math.max(v, eps))),
    says: 'This layer takes the larger of σ² and ε. Where one of them is tiny nobody sees it: make them of one size.',
  },
  {
    name: 'a layer that adds ε to the sum of squares',
    layer: dividedBy((v, eps, C) => Math.sqrt(v + eps / C)),
    says: 'This layer adds ε before it divides by the count, so that only a share of it arrives. Ask with an ε as large as the variance.',
  },
];

/** Tell apart what experiments look at; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'gives zeros', layer: (x: Matrix) => x.map((row) => row.map(() => 0)), says: '' },
  { name: 'gives x back', layer: (x: Matrix) => x, says: '' },
  {
    name: 'right on huge rows',
    layer: (x: Matrix, eps: number) => (meanSquare(x.flat()) > 1e4 ? underTheRoot(x, eps) : x),
    says: '',
  },
  { name: 'only centres', layer: dividedBy(() => 1), says: '' },
  { name: 'a tenth too large', layer: dividedBy((v, eps) => Math.sqrt(v + eps) / 1.1), says: '' },
  {
    name: 'an RMSNorm',
    layer: (x: Matrix, eps: number) =>
      x.map((row) => row.map((value) => value / Math.sqrt(meanSquare(row) + eps))),
    says: '',
  },
  { name: 'σ less ε', layer: dividedBy((v, eps) => Math.sqrt(v) - eps / 2), says: '' },
];
