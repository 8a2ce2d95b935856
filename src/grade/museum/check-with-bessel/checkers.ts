import { mean, meanSquare, sum, variance } from '../../arrays/statistics.js';
import type { WrongVersion } from '../../exercise.js';
import { deviationOverNMinusOne } from './outputs.js';
import type { Checker } from './outputs.js';
import { columns, isNear, rows } from './rows.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes rows that are normalized',
  'refuses rows divided by the deviation over n − 1',
  'refuses blocks that only look normalized',
];

/** B4 as a verdict: by eye, 1.02 is about 1. */
export const byEye: Checker = (y) =>
  isNear(mean(y.flat()), 0, 0.05) && isNear(deviationOverNMinusOne(y), 1, 0.05);

/** Plausible checkers that do not do. */
export const wrong: readonly WrongVersion<Checker>[] = [
  {
    name: 'the deviation over n − 1',
    says: 'You divide the squares by n − 1, as most libraries do when asked for a deviation. LayerNorm divides by n; a check with another deviation accuses it, the more the shorter the row.',
    caughtBy: believing,
    candidate: rows((row) => isNear(mean(row), 0) && isNear(deviationOverNMinusOne([row]), 1)),
  },
  {
    name: 'by eye',
    says: 'You take the deviation of the whole block over n − 1 and allow a twentieth, as the eye does. At short rows it is off by far more, and what it calls normalized need not be.',
    caughtBy: believing,
    candidate: byEye,
  },
  {
    name: 'columns',
    says: 'You judge columns. LayerNorm normalizes rows: y[n] is one row, and its numbers belong together.',
    caughtBy: believing,
    candidate: (y) => columns(y).every((column) => isNear(mean(column), 0) && isNear(variance(column), 1)),
  },
  {
    name: 'exactly 1',
    says: 'You ask for more than there is. Rounding keeps a mean from being exactly 0, and ε keeps the mean square a little below 1, by less than a thousandth: allow that much.',
    caughtBy: believing,
    candidate: rows((row) => mean(row) === 0 && meanSquare(row) === 1),
  },
  {
    name: 'closer to 1 than ε allows',
    says: 'You ask for a mean square closer to 1 than ε leaves it. At a deviation of 0.15, ε = 1e-5 takes nearly half a thousandth from it: allow a thousandth.',
    caughtBy: believing,
    candidate: rows((row) => isNear(mean(row), 0) && isNear(meanSquare(row), 1, 1e-4)),
  },
  {
    name: 'numbers between −1 and 1',
    says: 'You ask that all numbers lie between −1 and 1. Mean square 1 says that they are of size 1 on average: some are larger.',
    caughtBy: believing,
    candidate: rows((row) => row.every((value) => Math.abs(value) <= 1)),
  },
  {
    name: 'a count that is always 8',
    says: 'You divide by one count for all blocks. Rows here have 2 to 64 numbers: row.length says how many.',
    caughtBy: believing,
    candidate: rows(
      (row) => isNear(sum(row) / 8, 0) && isNear(sum(row.map((value) => value * value)) / 8, 1),
    ),
  },
  {
    name: 'the sum of squares',
    says: 'You compare the sum of squares with 1. A variance is their mean: divide by the count.',
    caughtBy: believing,
    candidate: rows((row) => isNear(mean(row), 0) && isNear(sum(row.map((value) => value * value)), 1)),
  },
  {
    name: 'a tolerance by eye',
    says: 'You allow too much. The two counts differ by 1 in C, a sixtieth in a row of 64; the trace of ε is far smaller than that.',
    caughtBy: refusing,
    candidate: rows((row) => isNear(mean(row), 0, 0.1) && isNear(variance(row), 1, 0.1)),
  },
  {
    name: 'errors without their size',
    says: 'You ask whether what is left over is below a limit. A mean square of 0.75 is 0.25 below 1, and a negative number is below every limit: take Math.abs.',
    caughtBy: refusing,
    candidate: rows((row) => mean(row) < 2e-3 && meanSquare(row) - 1 < 2e-3),
  },
  {
    name: 'only the mean',
    says: 'You look at the mean and not at the spread. Half of normalizing is dividing.',
    caughtBy: refusing,
    candidate: rows((row) => isNear(mean(row), 0)),
  },
  {
    name: 'the whole block',
    says: 'You take mean and variance over the whole block. Rows that are off in opposite ways make up for each other there: judge every row by itself.',
    caughtBy: disguises,
    candidate: (y) => isNear(mean(y.flat()), 0) && isNear(variance(y.flat()), 1),
  },
  {
    name: 'only the spread',
    says: 'You look at the spread around the mean, wherever the mean is. It has to be 0.',
    caughtBy: disguises,
    candidate: rows((row) => isNear(variance(row), 1)),
  },
  {
    name: 'only the mean square',
    says: 'You look at the mean square alone. A row with a large mean and little spread has mean square 1 as well.',
    caughtBy: disguises,
    candidate: rows((row) => isNear(meanSquare(row), 1)),
  },
  {
    name: 'a mean without its size',
    says: 'You ask whether the mean is below a limit. −0.5 is below it too: take Math.abs of the difference.',
    caughtBy: disguises,
    candidate: rows((row) => mean(row) < 2e-3 && isNear(variance(row), 1)),
  },
  {
    name: 'only the first row',
    says: 'One good row is enough for you, the first or any. Every row has to be normalized.',
    caughtBy: disguises,
    candidate: (y) => isNear(mean(y[0]), 0) && isNear(variance(y[0]), 1),
  },
  {
    name: 'NaN passes',
    says: 'You say false where an error is large, and NaN is never larger than anything. Ask whether the error is small.',
    caughtBy: disguises,
    candidate: (y) => !y.some((row) => Math.abs(mean(row)) > 2e-3 || Math.abs(variance(row) - 1) > 2e-3),
  },
];
