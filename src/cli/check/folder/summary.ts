import { early } from './row.js';
import type { Row } from './row.js';

const most = 10;
const widest = 110;
/** What a check names where no wrong version fits. */
const unnamed = ['stops', 'crash', 'nothing', 'a promise', 'other numbers'];

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
  return [
    `${rows.length} ${rows.length === 1 ? 'file' : 'files'}: ${right} right, ${wrong} wrong, ${cannot} that cannot be graded.`,
    ...(kept > 0 ? [`${kept} of them are as they were, and were not graded again.`] : []),
    ...leftOut,
    ...misconceptionLines(rows.filter((row) => row.misconception !== '' && !isUntried(row))),
    `The table is ${csv}.`,
    ...untriedLines(rows, cannot),
    `${right} passed, ${wrong} failed`,
  ];
}

/** What was believed and how often, with what one of those who did is told. */
function misconceptionLines(rows: readonly Row[]): string[] {
  const known = rows.filter(({ misconception }) => !unnamed.includes(misconception));
  const groups = new Map<string, Row[]>();
  for (const row of known) groups.set(row.misconception, [...(groups.get(row.misconception) ?? []), row]);
  const frequent = [...groups].sort(([a, { length: m }], [b, { length: n }]) => n - m || (a < b ? -1 : 1));
  const lines = frequent
    .slice(0, most)
    .map(([name, [{ message }, ...others]]) => counted(others.length + 1, `${name}: ${message}`));
  const [more, other] = [frequent.length - most, rows.length - known.length];
  return [
    ...(rows.length > 0 ? ['What went wrong, the most frequent first:'] : []),
    ...lines,
    ...(more > 0 ? [`        and ${more} more`] : []),
    ...(other > 0 ? [counted(other, 'without a known misconception')] : []),
  ];
}

function counted(n: number, words: string): string {
  const line = `${String(n).padStart(6)}  ${words}`;
  return line.length > widest ? `${line.slice(0, widest).replace(/\s+\S*$/, '')} …` : line;
}

/** The function still is as it was handed out. */
const isUnwritten = ({ misconception, message }: Row): boolean =>
  misconception === 'stops' && message.includes(' is not written yet: ');
const isUntried = (row: Row): boolean => row.misconception === early || isUnwritten(row);

/** How many did not get as far as the first check. */
function untriedLines(rows: readonly Row[], cannot: number): string[] {
  const before = rows.filter(isUntried);
  const unwritten = before.filter(isUnwritten).length;
  const kinds = [
    [unwritten, 'not written yet'],
    [before.length - unwritten, 'stopped before the first check'],
    [cannot, 'that cannot be graded'],
  ] as const;
  const some = kinds.flatMap(([n, kind]) => (n > 0 ? [`${n} ${kind}`] : []));
  return some.length > 0 ? [`Not tried on the checks, and their rows say why: ${some.join(', ')}.`] : [];
}
