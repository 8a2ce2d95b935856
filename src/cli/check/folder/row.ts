import type { Verdict } from '../verdict.js';
import { csvRows, csvText, harmless } from './csv.js';

const columns = [
  'file',
  'exercise',
  'outcome',
  'points',
  'checks passed',
  'checks',
  'misconception',
  'message',
  'seed',
  'fingerprint',
] as const;

/** What became of one file, as it stands in the table. */
export type Row = Readonly<Record<(typeof columns)[number], string>>;

/** Stands in place of a misconception where a file came to no check. */
export const early = 'before the first check';

/** @param fingerprint What tells whether the file has to be graded again; see fingerprint.ts. */
export function rowOf(verdict: Verdict, fingerprint: string): Row {
  const { file, exercise, outcome, points, passed, checks, findings, reason, seed } = verdict;
  const failing = findings.find((finding) => !finding.passed);
  const graded = outcome !== 'cannot be graded';
  const stopped = outcome === 'failed' && reason !== '' ? early : '';
  return {
    file: harmless(file),
    exercise,
    outcome,
    points: graded ? String(points) : '',
    'checks passed': graded ? String(passed) : '',
    checks: String(checks),
    misconception: oneLine(failing?.misconception ?? stopped),
    message: oneLine(failing?.message ?? reason),
    seed: String(seed),
    fingerprint,
  };
}

/** A learner's own words may hold anything, also line ends. */
function oneLine(text: string): string {
  return harmless(text.replace(/\p{Cc}+/gu, ' '));
}

export function tableText(rows: readonly Row[]): string {
  return csvText([columns, ...rows.map((row) => columns.map((column) => row[column]))]);
}

/** The rows of a table that was written before; nothing where the text is another table. */
export function rowsOf(text: string): Row[] | undefined {
  const [head = [], ...rows] = csvRows(text);
  if (head.join() !== columns.join()) return undefined;
  return rows
    .filter((row) => row.length === columns.length)
    .map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])) as Row);
}
