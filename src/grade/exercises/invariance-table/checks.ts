import { invarianceChanges, invarianceColumns } from '../../../norm/invariance-table.js';
import type { InvarianceChange, InvarianceColumn } from '../../../norm/invariance-table.js';
import { invarianceTrial, observedInvariance } from '../../../norm/invariance-trials.js';
import type { InvarianceTrial } from '../../../norm/invariance-trials.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { notYetWritten } from '../../not-yet-written.js';
import { mistakes } from './mistakes.js';
import { changes, columns, rowsOf } from './table.js';
import type { Claim, Row } from './table.js';

/** What the check of a row is called. */
export const rowCheck = (change: InvarianceChange): string => `${invarianceChanges[change].formula} is right`;
export const tableCheck = 'is a table of eight rows and six columns';

/** The table as a whole, then each row by trials of each of its cells. */
export const invarianceTableChecks: readonly Check<string>[] = [
  { name: tableCheck, points: 4, run: isTable },
  ...changes.map((change) => ({
    name: rowCheck(change),
    points: 12,
    run: (table: string, seed = 0) => isRight(table, change, seed),
  })),
];

function isTable(table: string): void {
  const rows = rowsOf(table);
  if (rows.every(({ claims }) => claims.every((claim) => claim === '?' || claim === '-')))
    notYetWritten('E7.5');
  const missing = changes.find((change) => rows.filter((row) => row.change === change).length !== 1);
  if (missing !== undefined)
    throw new Failure('a row is missing', mistakes.form['a row is missing'], {
      input: 'the first words of each line',
      expected: `one line that begins with ${invarianceChanges[missing].formula}`,
      got: `${rows.filter(({ change }) => change === missing).length} such lines`,
    });
  for (const { change, words, claims } of rows) {
    const place = claims.findIndex((claim) => claim === undefined);
    if (place < 0 && claims.length === columns.length) continue;
    throw new Failure('a word of its own', mistakes.form['a word of its own'], {
      input: `the line ${invarianceChanges[change].formula}`,
      expected: 'six words, each of them yes, no, sign, Q1=±1, - or ?',
      got: words.join(' '),
    });
  }
}

function isRight(table: string, change: InvarianceChange, seed: number): void {
  const row = rowsOf(table).find((one) => one.change === change) as Row;
  columns.forEach((column, place) => {
    const claim = row.claims[place];
    const found = observedInvariance(change, column, seed);
    if (claim === found) return;
    const { name, says } = mistakeOf(change, column, claim);
    const { formula } = invarianceChanges[change];
    throw new Failure(name, says, {
      input: `${column} behind ${formula}, at ε = 0`,
      expected: `${found}: ${inNumbers(change, column, seed, claim)}`,
      got: claim === '?' ? 'a cell that is still open' : String(claim),
    });
  });
}

function mistakeOf(
  change: InvarianceChange,
  column: InvarianceColumn,
  claim: Claim,
): { readonly name: string; readonly says: string } {
  const known = mistakes.cells.find(
    (one) => one.change === change && one.column === column && one.claim === claim,
  );
  if (known !== undefined) return known;
  const { norm } = invarianceColumns[column];
  const statistics = `Its statistics are over ${norm.statisticsOver}.`;
  if (claim === '?')
    return { name: 'an open cell', says: `A cell of this line is still open. ${statistics}` };
  return {
    name: 'another verdict',
    says: `Look at the numbers. ${statistics} ${questionOf(change)}`,
  };
}

function questionOf(change: InvarianceChange): string {
  if (change === 'turn')
    return 'A turn mixes the units: does each statistic cover all units of a row, so that a turn keeps their mean square, and does this norm take off their mean, which only some turns keep?';
  if (change === 'other sign')
    return 'All that share one get the factor −1. Its size is taken away; what becomes of its sign?';
  return 'Do all that share one get the same factor and the same shift, and does this norm take both away?';
}

/** Of a trial small enough to be read the row of y that moves most, before and after. */
function inNumbers(change: InvarianceChange, column: InvarianceColumn, seed: number, claim: Claim): string {
  const sizes = { examples: 2, positions: 2, inputs: 2, units: 4 };
  // Who says that no turn will do is shown one that does.
  const keepsOnes = change === 'turn' && claim === 'no';
  const trial = invarianceTrial(change, column, seed, {
    ...sizes,
    alpha: 3,
    ...(keepsOnes && { keepsOnes }),
  });
  const place = mostMoved(trial, sizes.units);
  const row = ({ data }: Tensor): string =>
    `(${Array.from(data.slice(place, place + sizes.units), (value) => value.toFixed(2)).join(', ')})`;
  return change === 'turn'
    ? `${keepsOnes ? 'with a Q that keeps the direction 1, ' : ''}yQ is ${row(trial.unseen)}, and zQ is normalized to ${row(trial.after)}`
    : `y was ${row(trial.before)}, and is ${row(trial.after)}`;
}

function mostMoved({ after, unseen }: InvarianceTrial, units: number): number {
  const moves = Array.from(after.data, (value, i) => Math.abs(value - unseen.data[i]));
  return units * Math.floor(moves.indexOf(Math.max(...moves)) / units);
}
