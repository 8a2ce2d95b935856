import type { TriedMutants } from './mutants.js';
import { alignedRows } from './rows.js';

const head = ['exercise', 'mutants', 'killed', 'equivalent', 'survivors'];

/** One row for each exercise, and what survived. */
export function mutantLines(all: readonly TriedMutants[]): string[] {
  const rows = all.map(({ id, mutants, killed, equivalent, survivors }) =>
    [id, mutants, killed, equivalent.length, survivors.length].map(String),
  );
  return [
    ...all.flatMap(({ id, equivalent, survivors, unused }) => [
      ...equivalent.map(({ because, ...at }) => `${id} ${place(at)}: changes no answer, for ${because}`),
      ...survivors.map((at) => `${id} ${place(at)}: passes, and nobody said why`),
      ...unused.map((at) => `${id} ${place(at)}: explained, but it does not pass or is not there any more`),
    ]),
    ...alignedRows([head, ...rows]),
  ];
}

function place({
  line,
  was,
  is,
}: {
  readonly line: number;
  readonly was: string;
  readonly is: string;
}): string {
  const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
  return `line ${line}, ${short(was)} → ${short(is)}`;
}
