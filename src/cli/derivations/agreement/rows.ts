/** The mean and the mean square of a row, as every normalization takes them. */
import { batchStatistics } from '../../../norm/batch-norm/index.js';
import { ndarray } from '../../../tensor/ndarray.js';
import { centre, mean, meanSquare } from '../../../tensor/rows.js';
import { counterpartsOf, number } from './computed.js';
import type { Compute } from './computed.js';
import type { Counterpart, Given } from './given.js';

const rowOf = (given: Given): Float64Array => Float64Array.from(given.tensor('x').data);
const centred = (row: Float64Array): Float64Array => centre(row, new Float64Array(row.length));
const variance = (given: Given): number => meanSquare(centred(rowOf(given)));

/** The row less the guess m. */
const rough = (given: Given): Float64Array => rowOf(given).map((value) => value - given.number('m'));

/** Both parts of some numbers as one row: a sum of squares that is put together of two must come to its own. */
const joined = (given: Given): Float64Array =>
  Float64Array.from(['x', 'z'].flatMap((part) => [...given.tensor(part).data]));
const squaresOf = (row: Float64Array): number => row.length * meanSquare(centred(row));

const rows: Readonly<Record<string, Compute>> = {
  'variance-two-forms': (given) => number(variance(given)),
  'variance-condition': (given) => number(meanSquare(rowOf(given)) / variance(given)),
  'variance-two-pass-error': (given) => number(meanSquare(rough(given))),
  'variance-corrected-two-pass': (given) => number(meanSquare(centred(rough(given)))),
  'variance-of-pairs': (given) => {
    const numbers = [...given.tensor('x').data];
    const variances = numbers.flatMap((a) =>
      numbers.map((b) => batchStatistics(ndarray([a, b], [2, 1])).variance[0]),
    );
    return number(mean(Float64Array.from(variances)));
  },
  'variance-shifted': (given) => {
    const left = mean(rough(given));
    return number(meanSquare(rough(given)) - left * left);
  },
  'variance-welford-mean': (given) => number(mean(joined(given))),
  'variance-welford': (given) => number(squaresOf(joined(given))),
  'variance-chan': (given) => number(squaresOf(joined(given))),
};

export const rowCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf(rows);
