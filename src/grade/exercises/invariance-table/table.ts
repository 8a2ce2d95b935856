/** A table of verdicts as it is typed: a row for each change, a column for each norm. */
import { invarianceChanges, invarianceColumns } from '../../../norm/invariance-table.js';
import type {
  InvarianceChange,
  InvarianceColumn,
  InvarianceVerdict,
} from '../../../norm/invariance-table.js';

export const changes = Object.keys(invarianceChanges) as InvarianceChange[];
export const columns = Object.keys(invarianceColumns) as InvarianceColumn[];

/** What stands in a cell; undefined for a word that is no verdict. */
export type Claim = InvarianceVerdict | '?' | undefined;

const spellings: Readonly<Record<InvarianceVerdict | '?', readonly string[]>> = {
  yes: ['yes', 'y', '✓', '✔', 'true'],
  no: ['no', 'n', '✗', '✘', 'x', 'false'],
  sign: ['sign', '±', 'flips', '-1', '−1'],
  'Q1=±1': ['q1=±1', 'q1', 'q1=1', 'q1=+-1', 'only'],
  '-': ['-', '–', '—', '−'],
  '?': ['?'],
};

/** One line of the table, read. */
export interface Row {
  readonly change: InvarianceChange;
  readonly words: readonly string[];
  readonly claims: readonly Claim[];
}

/** The rows that can be read, by the formulas in front of them; remarks in brackets are left out. */
export function rowsOf(table: string): readonly Row[] {
  return table.split('\n').flatMap((line) => {
    const change = changes.find((name) =>
      squeezed(line).startsWith(squeezed(invarianceChanges[name].formula)),
    );
    if (change === undefined) return [];
    const words = line
      .replace(/\([^)]*\)/g, '')
      .replace(/\s*=\s*/g, '=')
      .trim()
      .split(/\s+/)
      .slice(-columns.length);
    return [{ change, words, claims: words.map(claimOf) }];
  });
}

function claimOf(word: string): Claim {
  return (Object.keys(spellings) as (InvarianceVerdict | '?')[]).find((claim) =>
    spellings[claim].includes(word.toLowerCase()),
  );
}

/** Spaces, and the two kinds of minus and arrow, make no difference. */
const squeezed = (text: string): string =>
  text.replace(/\s/g, '').replace(/−/g, '-').replace(/->/g, '→').toLowerCase();

/** A table as it is typed, from what stands in its cells. */
export function typed(cell: (change: InvarianceChange, column: InvarianceColumn) => string): string {
  const line = (first: string, cells: readonly string[]): string =>
    `${first.padEnd(14)}${cells.map((word) => word.padEnd(7)).join('')}`.trimEnd();
  const body = changes.map((change) =>
    line(
      invarianceChanges[change].formula,
      columns.map((column) => cell(change, column)),
    ),
  );
  return [line('', columns), ...body].join('\n');
}
