import { invarianceChanges, invarianceColumns, invarianceTable, norms } from '../../src/index.js';
import type { InvarianceChange, InvarianceColumn } from '../../src/index.js';

const [y, n] = ['yes', 'no'] as const;
const changes = Object.keys(invarianceChanges) as InvarianceChange[];
const columns = Object.keys(invarianceColumns) as InvarianceColumn[];

/** Worked out by hand, row by row. */
const byHand = {
  weights: [y, y, y, y, y, y],
  'common vector': [n, n, y, n, n, n],
  'one unit': [y, y, n, n, y, n],
  data: [y, n, y, y, y, y],
  'data shifted': [y, n, n, n, y, n],
  'one example': [n, n, y, y, y, y],
  'other sign': ['sign', 'sign', 'sign', 'sign', 'sign', 'sign'],
  turn: [n, '-', 'Q1=±1', y, n, n],
};

it('follows from the registry, and is what one finds by hand', () => {
  const rows = changes.map((change) => [change, columns.map((column) => invarianceTable[change][column])]);
  expect(Object.fromEntries(rows)).toEqual(byHand);
});

it('agrees with table 1 of Ba, Kiros and Hinton (2016) where that speaks', () => {
  const table1: Record<string, readonly ('Invariant' | 'No')[]> = {
    weights: ['Invariant', 'Invariant', 'Invariant'],
    'common vector': ['No', 'No', 'Invariant'],
    'one unit': ['Invariant', 'Invariant', 'No'],
    data: ['Invariant', 'No', 'Invariant'],
    'data shifted': ['Invariant', 'No', 'No'],
    'one example': ['No', 'No', 'Invariant'],
  };
  for (const [change, row] of Object.entries(table1))
    (['BN', 'WN', 'LN'] as const).forEach((column, i) => {
      expect([change, column, invarianceTable[change as InvarianceChange][column] === 'yes']).toEqual([
        change,
        column,
        row[i] === 'Invariant',
      ]);
    });
});

it('names norms of the registry, and says nothing of them itself', () => {
  for (const { norm } of Object.values(invarianceColumns)) expect(Object.values(norms)).toContain(norm);
});
