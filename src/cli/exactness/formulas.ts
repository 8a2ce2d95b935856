import { sizeOf } from '../../index.js';
import type { Norm, norms, Shape } from '../../index.js';
import { Exact } from './exact.js';

/** What a formula is given: numbers row after row, as they stand in memory. */
export interface Given {
  readonly x: readonly Exact[];
  readonly shape: Shape;
  readonly eps: Exact;
  /** The places of x that share a statistic, together. */
  readonly sets: readonly (readonly number[])[];
  /** The number of a parameter that belongs to a place of x. */
  parameter(name: string, place: number): Exact;
}

/** y of a normalization, from its definition alone. */
type Formula = (given: Given) => Exact[];

/** How a normalization is measured. */
export interface Measured {
  readonly shape: Shape;
  readonly eps: number;
  readonly formula: Formula;
}

const halfPi = Exact.pi().over(Exact.of(2));
const square = (a: Exact): Exact => a.times(a);
const mean = (numbers: readonly Exact[]): Exact => Exact.sum(numbers).over(Exact.of(numbers.length));
const length = (numbers: readonly Exact[]): Exact => Exact.sum(numbers.map(square)).root();
const centred = (numbers: readonly Exact[]): Exact[] => {
  const middle = mean(numbers);
  return numbers.map((number) => number.minus(middle));
};
const rootMeanSquare = (numbers: readonly Exact[], eps: Exact): Exact =>
  mean(numbers.map(square)).plus(eps).root();

/** Does the same to each set of numbers that share a statistic. */
const inSets =
  (f: (numbers: readonly Exact[], eps: Exact) => readonly Exact[]): Formula =>
  ({ x, sets, eps }) => {
    const y: Exact[] = [];
    for (const places of sets) {
      const normalized = f(
        places.map((place) => x[place]),
        eps,
      );
      places.forEach((place, i) => (y[place] = normalized[i]));
    }
    return y;
  };

const standardized = inSets((numbers, eps) => {
  const c = centred(numbers);
  const deviation = rootMeanSquare(c, eps);
  return c.map((number) => number.over(deviation));
});
const byRootMeanSquare = inSets((numbers, eps) => {
  const size = rootMeanSquare(numbers, eps);
  return numbers.map((number) => number.over(size));
});
const byLength = inSets((numbers, eps) => {
  const size = length(numbers).atLeast(eps);
  return numbers.map((number) => number.over(size));
});

/** Follows with a factor and a shift, each where it has a name. */
const then =
  (formula: Formula, factor?: string, shift?: string): Formula =>
  (given) =>
    formula(given).map((number, place) => {
      const scaled = factor ? number.times(given.parameter(factor, place)) : number;
      return shift ? scaled.plus(given.parameter(shift, place)) : scaled;
    });
const affine = (formula: Formula): Formula => then(formula, 'gamma', 'beta');
const each =
  (f: (number: Exact, place: number, given: Given) => Exact): Formula =>
  (given) =>
    given.x.map((number, place) => f(number, place, given));

const detached = inSets((numbers, eps) => {
  const deviation = rootMeanSquare(centred(numbers), eps).fixed();
  const middle = mean(numbers).fixed();
  return numbers.map((number) => number.minus(middle).over(deviation));
});
const adapted: Formula = (given) =>
  standardized(given).map((xhat) => Exact.of(1).minus(Exact.of(0.1).times(xhat)).fixed().times(xhat));
const byFirstHalf = inSets((numbers, eps) => {
  const size = rootMeanSquare(numbers.slice(0, Math.ceil(numbers.length / 2)), eps);
  return numbers.map((number) => number.over(size));
});
const byFullRow = inSets((numbers, eps) => {
  const leftOut = Exact.of(0).minus(Exact.sum(numbers));
  const size = rootMeanSquare([...numbers, leftOut], eps);
  return numbers.map((number) => number.over(size));
});
const byDeviation = inSets((numbers, eps) => {
  const deviation = rootMeanSquare(centred(numbers), eps);
  return numbers.map((number) => number.over(deviation));
});
const byMeanDeviation = inSets((numbers, eps) => {
  const c = centred(numbers);
  const size = halfPi
    .root()
    .times(mean(c.map((number) => number.size())))
    .atLeast(eps);
  return c.map((number) => number.over(size));
});

/** The running statistics of the registry: 0.5 − 0.25 c and 0.5 + c for channel c. */
const byRunning: Formula = each((number, place, { shape, eps }) => {
  const channel = Math.floor(place / shape[2]) % shape[1];
  const deviation = Exact.of(0.5 + channel)
    .plus(eps)
    .root();
  return number.minus(Exact.of(0.5 - 0.25 * channel)).over(deviation);
});

/** One step of power iteration from ones, whose u and v are constants on the way back. */
function bySpectrum({ x, shape: [rows, columns], eps }: Given): Exact[] {
  const unit = (numbers: readonly Exact[]): Exact[] => {
    const size = length(numbers).atLeast(eps);
    return numbers.map((number) => number.over(size).fixed());
  };
  const row = (i: number): readonly Exact[] => x.slice(i * columns, (i + 1) * columns);
  const along = (a: readonly Exact[], b: readonly Exact[]): Exact =>
    Exact.sum(a.map((number, i) => number.times(b[i])));
  const all = [...Array(rows).keys()];
  const v = unit(row(0).map((_, j) => Exact.sum(all.map((i) => row(i)[j]))));
  const Wv = all.map((i) => along(row(i), v));
  const sigma = along(unit(Wv), Wv).atLeast(eps);
  return x.map((number) => number.over(sigma));
}

/** The registry's window of 3 channels, with α = 0.5, β = 0.75 and k = 2. */
const byWindow: Formula = each((number, place, { x, shape: [, C, positions] }) => {
  const channel = Math.floor(place / positions) % C;
  const near = [-1, 0, 1].filter((by) => channel + by >= 0 && channel + by < C);
  const total = Exact.sum(near.map((by) => square(x[place + by * positions])));
  const root = total.times(Exact.of(0.5)).over(Exact.of(3)).plus(Exact.of(2)).root();
  return number.over(root.times(root.root()));
});

const rows = { shape: [4, 32], eps: 1e-5 } as const;
const channels = { shape: [4, 4, 8], eps: 1e-5 } as const;
/** Those whose ε is the least divisor. */
const least = { shape: [4, 32], eps: 1e-12 } as const;

/** Every normalization with a backward derived by hand, and what is like them among the compositions. */
export const measured: Readonly<Partial<Record<keyof typeof norms, Measured>>> = {
  layerNorm: { ...rows, formula: affine(standardized) },
  rmsNorm: { ...rows, formula: then(byRootMeanSquare, 'gamma') },
  batchNorm: { ...channels, formula: affine(standardized) },
  batchNormEvaluate: { ...channels, formula: affine(byRunning) },
  groupNorm: { ...channels, formula: affine(standardized) },
  instanceNorm: { ...channels, formula: affine(standardized) },
  l2Normalize: { ...least, formula: byLength },
  scaleNorm: { ...least, formula: then(byLength, 'gamma') },
  partialRmsNorm: { ...rows, formula: then(byFirstHalf, 'gamma') },
  crmsNorm: { ...rows, formula: then(byFullRow, 'gamma') },
  detachNorm: { ...rows, formula: affine(detached) },
  adaNorm: { ...rows, formula: adapted },
  weightNorm: { ...least, formula: then(byLength, 'g') },
  weightStandardization: { ...rows, formula: standardized },
  spectralNorm: { ...least, formula: bySpectrum },
  unitRows: { ...least, formula: byLength },
  dyt: {
    ...rows,
    formula: affine(each((number, place, { parameter }) => number.times(parameter('alpha', place)).tanh())),
  },
  derf: {
    ...rows,
    formula: affine(
      each((number, place, { parameter }) =>
        number.times(parameter('alpha', place)).plus(parameter('s', place)).erf(),
      ),
    ),
  },
  ghostBatchNorm: { ...channels, formula: affine(standardized) },
  positionalNorm: { ...channels, formula: standardized },
  pixelNorm: { ...channels, formula: byRootMeanSquare },
  filterResponseNorm: { ...channels, formula: affine(byRootMeanSquare) },
  l1BatchNorm: { ...channels, eps: 1e-12, formula: affine(byMeanDeviation) },
  localResponseNorm: { ...channels, formula: byWindow },
  meanOnlyNorm: { ...rows, formula: then(inSets(centred), undefined, 'beta') },
  varianceOnlyNorm: { ...rows, formula: then(byDeviation, 'gamma') },
  layerNormScaling: {
    ...rows,
    formula: (given) => affine(standardized)(given).map((number) => number.times(Exact.of(0.5))),
  },
};

/** What a formula is given about a normalization of the registry. */
export function givenOf(
  norm: Norm,
  shape: Shape,
  eps: number,
  numbers: Readonly<Record<string, readonly Exact[]>>,
): Given {
  const { x, ...parameters } = numbers;
  const statistic = norm.statisticOf(shape);
  const sets = new Map<number, number[]>();
  x.forEach((_, place) => {
    const shared = statistic(place);
    sets.set(shared, [...(sets.get(shared) ?? []), place]);
  });
  return {
    ...{ x, shape, eps: Exact.of(eps), sets: [...sets.values()] },
    parameter(name, place) {
      const { along, shape: shapeFor } = norm.parameters[name];
      const lengths = shapeFor(shape);
      const index = along.reduce((before, axis, i) => {
        const run = sizeOf(shape.slice(axis < 0 ? axis + shape.length + 1 : axis + 1));
        return before * lengths[i] + (Math.floor(place / run) % lengths[i]);
      }, 0);
      return parameters[name][index];
    },
  };
}
