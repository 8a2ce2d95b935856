import type { Matrix } from '../../arrays/plain.js';
import { mean, meanSquare, variance } from '../../arrays/statistics.js';
import type { RightVersion } from '../../exercise.js';
import { deviationOverNMinusOne } from './outputs.js';
import type { Checker } from './outputs.js';
import { isNear, rows } from './rows.js';

/** Checkers that do, each in its own way. */
export const right: readonly RightVersion<Checker>[] = [
  { name: 'mean and variance', candidate: rows((row) => isNear(mean(row), 0) && isNear(variance(row), 1)) },
  {
    name: 'mean and mean square',
    candidate: rows((row) => isNear(mean(row), 0, 1e-6) && isNear(meanSquare(row), 1, 1e-3)),
  },
  {
    name: 'the deviation over n − 1, put right',
    candidate: rows((row) => {
      const n = row.length;
      return isNear(mean(row), 0) && isNear(deviationOverNMinusOne([row]), Math.sqrt(n / (n - 1)));
    }),
  },
  {
    name: 'a loop that leaves early',
    candidate: (y: Matrix): boolean => {
      for (const row of y) {
        let [total, squares] = [0, 0];
        for (const value of row) [total, squares] = [total + value, squares + value * value];
        if (!(Math.abs(total) < 1e-6 && Math.abs(squares - row.length) < 1e-3 * row.length)) return false;
      }
      return true;
    },
  },
];
