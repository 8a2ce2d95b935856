/** How the variance of a row loses its digits in float32, by the way in which it is summed. */
import type { Storage } from '../tensor/dtype.js';
import type { Claim, Experiment, Result } from './experiment.js';
import { median, medianOver } from './claims.js';

const rows = 256;
const length = 1024;
const offsets = [10, 100, 1000, 10_000];
const noOffset = 'no-offset';
const noShift = 'shift-by-zero';
const noCorrection = 'no-correction';

const round = Math.fround;

/** The sum of some numbers of a row, rounded to float32 after each step. */
function sum(x: Storage, term: (value: number) => number): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total = round(total + term(x[i]));
  return total;
}

const mean = (x: Storage): number => round(sum(x, (value) => value) / x.length);

/** What is left of x after `less` is taken away, and that times itself: each of the two is one rounded step. */
const left = (value: number, less: number): number => round(value - less);
const square = (value: number): number => round(value * value);

/** E[x²] − E[x]²: two large numbers, whose difference is small. */
function naive(x: Storage): number {
  return round(round(sum(x, square) / x.length) - square(mean(x)));
}

/** The mean of (x − E[x])². */
function twoPass(x: Storage): number {
  const middle = mean(x);
  return round(sum(x, (value) => square(left(value, middle))) / x.length);
}

/** Two-pass, less the square of what its mean was wrong by (Chan, Golub & LeVeque, 1983). */
function corrected(x: Storage): number {
  const middle = mean(x);
  return round(twoPass(x) - square(round(sum(x, (value) => left(value, middle)) / x.length)));
}

/** One value after the other: the mean so far, and the squares around it (Welford, 1962). */
function welford(x: Storage): number {
  let [middle, squares] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const before = left(x[i], middle);
    middle = round(middle + round(before / (i + 1)));
    squares = round(squares + round(before * left(x[i], middle)));
  }
  return round(squares / x.length);
}

/** The naive way, after `by` is taken away from every value: its first value, unless said otherwise. */
function shifted(x: Storage, by: number = x[0]): number {
  return naive(x.map((value) => left(value, by)));
}

/** Each way to the variance of a row in float32, by its arm; `broken` is the sabotage. */
export const ways: Readonly<Record<string, (x: Storage, broken?: string) => number>> = {
  naive,
  'two-pass': twoPass,
  corrected: (x, broken) => (broken === noCorrection ? twoPass(x) : corrected(x)),
  welford,
  shifted: (x, broken) => (broken === noShift ? shifted(x, 0) : shifted(x)),
};

/** The variance of the same float32 values in float64, where these rows lose nothing that could be seen here. */
function exact(x: Storage): number {
  const middle = x.reduce((total, value) => total + value, 0) / x.length;
  return x.reduce((total, value) => total + (value - middle) * (value - middle), 0) / x.length;
}

/** The median error of an arm at one offset. */
const error = (results: readonly Result[], arm: string, offset: number): number =>
  medianOver(results, { arm, offset }, 'varianceError');

/** The claim that at some offset one way errs at least so many times as much as another. */
function worse(
  larger: string,
  smaller: string,
  at: { offset: number; times: number; sabotage: string },
): Claim {
  const { offset, times, sabotage } = at;
  return {
    id: `${larger}-over-${smaller}-at-${offset}`,
    text: `At offset ${offset} the error of ${larger} is at least ${times} times that of ${smaller}.`,
    relation: 'at least',
    threshold: times,
    value: (results) => error(results, larger, offset) / error(results, smaller, offset),
    kind: { of: 'difference', between: [larger, smaller] },
    sabotage,
  };
}

const claims: readonly Claim[] = [
  {
    id: 'naive-grows-with-the-square',
    text: 'From offset 10 to 100 the error of naive grows about a hundredfold: 60 to 150 times.',
    relation: 'between',
    threshold: [60, 150],
    value: (results) => error(results, 'naive', 100) / error(results, 'naive', 10),
    kind: {
      of: 'value',
      deviation: {
        metric: 'varianceError',
        factor: 2,
        where: ({ arm, setting }) => arm === 'naive' && setting.offset === 100,
      },
    },
    sabotage: noOffset,
  },
  worse('naive', 'two-pass', { offset: 1000, times: 1e4, sabotage: noOffset }),
  worse('naive', 'welford', { offset: 10_000, times: 1e4, sabotage: noOffset }),
  // 8 to 10 times on seeds 0 to 9.
  worse('welford', 'two-pass', { offset: 10_000, times: 3, sabotage: noOffset }),
  worse('two-pass', 'shifted', { offset: 10_000, times: 3, sabotage: noShift }),
  worse('two-pass', 'corrected', { offset: 10_000, times: 3, sabotage: noCorrection }),
];

export const precision: Experiment = {
  name: 'precision',
  question: 'How much of a variance is lost in float32, by the way in which it is summed?',
  varied: 'the way of summing; the offset of the rows',
  held: `${rows} rows of ${length} values N(offset, 1) in float32, the same for every way; each step rounded to float32`,
  source: 'Chan, Golub & LeVeque (1983); Welford (1962)',
  arms: Object.keys(ways),
  metrics: { varianceError: 'median over the rows of |variance − exact| ÷ exact' },
  dtype: 'float32',
  limits:
    'One value after the other is the worst order to sum in: PyTorch and NumPy sum in blocks, this library in float64. One length, and rows whose values are alike; nothing is said of 16 bits.',
  sabotages: {
    [noOffset]: 'the offset is not added: every row lies around 0',
    [noShift]: 'the shifted way shifts by 0',
    [noCorrection]: 'the corrected way leaves its correction out',
  },
  plans: () =>
    Object.keys(ways).flatMap((arm) => offsets.map((offset) => ({ arm, setting: { offset }, cost: 1 }))),
  *run({ arm, setting }, { random, sabotage }) {
    const normal = random('rows');
    const around = sabotage === noOffset ? 0 : Number(setting.offset);
    const errors: number[] = [];
    for (let row = 0; row < rows; row++) {
      const x = normal.normals([length], { mean: around, dtype: 'float32' }).data;
      errors.push(Math.abs(ways[arm](x, sabotage) - exact(x)) / exact(x));
      if (row % 32 === 31) yield { done: row + 1, of: rows };
    }
    return { varianceError: median(errors) };
  },
  claims: () => claims,
};
