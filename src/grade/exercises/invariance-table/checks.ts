import { invarianceChanges, invarianceColumns } from '../../../norm/invariance-table.js';
import type { InvarianceChange, InvarianceVerdict } from '../../../norm/invariance-table.js';
import { observedInvariance } from '../../../norm/invariance-trials.js';
import { Failure, StillOpen } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { notYetWritten } from '../../not-yet-written.js';
import { mistakes } from './mistakes.js';
import { refuted } from './refuting.js';
import type { WrongCell } from './refuting.js';
import { changes, columns, rowsOf } from './table.js';
import type { Row } from './table.js';

/** What the check of a row is called. */
export const rowCheck = (change: InvarianceChange): string =>
  `is right in the line ${invarianceChanges[change].formula}`;
export const tableCheck = 'is a table of eight rows and six columns';

/** The table as a whole, then each row by trials of each of its cells. Each counts by itself. */
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
  changes.forEach((change) => theRow(rows, change));
}

/** @throws {Failure} unless there is one such row, of six words that are verdicts. */
function theRow(rows: readonly Row[], change: InvarianceChange): Row {
  const { formula } = invarianceChanges[change];
  const found = rows.filter((row) => row.change === change);
  if (found.length !== 1)
    throw new Failure('a row is missing', mistakes.form['a row is missing'], {
      input: 'the first words of each line',
      expected: `one line that begins with ${formula}`,
      got: `${found.length} such lines`,
    });
  const [row] = found;
  if (row.claims.length !== columns.length || row.claims.includes(undefined))
    throw new Failure('a word of its own', mistakes.form['a word of its own'], {
      input: `the line ${formula}`,
      expected: 'six words, each of them yes, no, sign, Q1=±1, - or ?',
      got: row.words.join(' '),
    });
  return row;
}

/** @throws {Failure} that refutes the first wrong cell; {StillOpen} where no cell is wrong and some are open. */
function isRight(table: string, change: InvarianceChange, seed: number): void {
  const { claims } = theRow(rowsOf(table), change);
  columns.forEach((column, place) => {
    const claim = claims[place] as InvarianceVerdict | '?';
    if (claim === '?') return;
    const found = observedInvariance(change, column, seed);
    if (claim === found) return;
    const cell = { change, column, claim, found };
    const { name, says } = mistakeOf(cell);
    throw new Failure(name, says, refuted(cell, seed));
  });
  const open = columns.filter((_, place) => claims[place] === '?');
  if (open.length > 0)
    throw new StillOpen(`The line ${invarianceChanges[change].formula} is open at ${open.join(', ')}.`);
}

function mistakeOf({ change, column, claim }: WrongCell): { readonly name: string; readonly says: string } {
  const known = mistakes.cells.find(
    (one) => one.change === change && one.column === column && one.claim === claim,
  );
  if (known !== undefined) return known;
  const { norm } = invarianceColumns[column];
  return {
    name: 'another verdict',
    says: `Look at the numbers. A statistic of ${column} is over ${norm.statisticsOver}. ${questionOf(change)}`,
  };
}

function questionOf(change: InvarianceChange): string {
  if (change === 'turn')
    return 'A turn mixes the units: does each statistic cover all units of a row, so that a turn keeps their mean square, and does this norm take off their mean, which only some turns keep?';
  if (change === 'other sign')
    return 'All that share one get the factor −1. Its size is taken away; what becomes of its sign?';
  return 'Do all that share one get the same factor and the same shift, and does this norm take both away?';
}
