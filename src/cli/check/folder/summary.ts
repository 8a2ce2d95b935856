import type { Row } from './row.js';

const most = 10;

/** What is known of a run beside its rows. */
interface About {
  /** How many rows are of an earlier run. */
  readonly kept: number;
  readonly csv: string;
  /** What is said of files that were not graded. */
  readonly leftOut: readonly string[];
}

/** What an instructor wants to know of a class, in lines; the last one counts for tools. */
export function summaryLines(rows: readonly Row[], { kept, csv, leftOut }: About): string[] {
  const count = (outcome: Row['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const [right, wrong, cannot] = [count('passed'), count('failed'), count('cannot be graded')];
  const frequent = misconceptions(rows);
  const more = frequent.length - most;
  return [
    `${rows.length} ${rows.length === 1 ? 'file' : 'files'}: ${right} right, ${wrong} wrong, ${cannot} that cannot be graded.`,
    ...leftOut,
    ...(kept > 0 ? [`${kept} of them are as they were, and were not graded again.`] : []),
    ...(frequent.length > 0 ? ['What went wrong, the most frequent first:'] : []),
    ...frequent.slice(0, most).map(([name, n]) => `${String(n).padStart(6)}  ${name}`),
    ...(more > 0 ? [`        and ${more} more`] : []),
    `The table is ${csv}.`,
    `${right} passed, ${rows.length - right} failed`,
  ];
}

function misconceptions(rows: readonly Row[]): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { misconception: name } of rows) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
