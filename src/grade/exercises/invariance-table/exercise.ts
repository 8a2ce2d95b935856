import { invarianceTable } from '../../../norm/invariance-table.js';
import type { InvarianceChange, InvarianceColumn } from '../../../norm/invariance-table.js';
import type { Exercise, WrongVersion } from '../../exercise.js';
import { invarianceTableChecks, rowCheck, tableCheck } from './checks.js';
import { mistakes } from './mistakes.js';
import { typed } from './table.js';

const right = (change: InvarianceChange, column: InvarianceColumn): string => invarianceTable[change][column];

const inForm = (name: keyof typeof mistakes.form, candidate: string): WrongVersion<string> => ({
  name,
  says: mistakes.form[name],
  caughtBy: tableCheck,
  candidate,
});

const wrong: readonly WrongVersion<string>[] = [
  inForm('a row is missing', typed(right).split('\n').slice(0, -1).join('\n')),
  inForm(
    'a word of its own',
    typed((change, column) => (column === 'GN' ? 'maybe' : right(change, column))),
  ),
  ...mistakes.cells.map(({ name, says, change, column, claim }) => ({
    name,
    says,
    caughtBy: rowCheck(change),
    candidate: typed((row, norm) => (row === change && norm === column ? String(claim) : right(row, norm))),
  })),
];

const marks: Readonly<Record<string, string>> = { yes: '✓', no: '✗', sign: '±', 'Q1=±1': 'Q1', '-': '–' };

/** E7.5: what six norms do not see. */
export const invarianceTableExercise: Exercise<string> = {
  id: 'E7.5',
  title: 'The invariance table',
  statement:
    'z = xW goes into a norm (weight normalization normalizes W instead), with γ = 1, β = 0 and ε = 0. Something before it is changed: what becomes of y? Write yes where y stays as it is, no where it changes, sign where it changes its sign and nothing else. In the last line ask whether y is turned along, y → yQ: yes, no, or Q1=±1 where only such a Q will do. α is positive. GroupNorm has groups of several channels, and x has several positions.',
  why: 'Whoever knows what a norm does not see knows what training cannot learn in front of it, and what may be folded away.',
  difficulty: 3,
  importance: 3,
  minutes: 12,
  asks: 'a table',
  signature: 'check(`eight lines of six words`, exercises.invarianceTable)',
  hints: [
    'For each column ask first: which numbers of z share a mean and a deviation?',
    'A change multiplies z by a factor and adds a shift. It goes unseen if all numbers that share a statistic get the same factor, and, if the norm takes a mean off, the same shift; if it takes none off, no shift at all.',
    'The factor of wᵢ → αwᵢ differs from unit to unit, that of xₙ → αxₙ from example to example. The shift of W + a1ᵀ is one number for each row of z, that of x + a one for each unit.',
  ],
  solution: ['const table = `', typed(right), '`;'].join('\n'),
  checks: invarianceTableChecks,
  countsEach: true,
  wrong,
  right: [
    { name: 'in words', candidate: typed(right) },
    { name: 'in marks', candidate: typed((change, column) => marks[right(change, column)]) },
    { name: 'in capitals', candidate: typed(right).toUpperCase() },
    {
      name: 'without its heading, and in another order',
      candidate: typed(right).split('\n').slice(1).reverse().join('\n'),
    },
  ],
};
