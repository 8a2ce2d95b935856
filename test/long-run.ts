/** What a long test may use of a machine, and what it says when it is done. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Names what is sampled, where not all can be tried. */
export const seed = Number(process.env.NORMLAB_SEED ?? 1);

/** Minutes that one long test may take; without a limit it does everything. */
const minutes = Number(process.env.NORMLAB_MINUTES ?? Infinity);

/** How many milliseconds a part of a long test may take, as a share of its minutes. */
export const milliseconds = (share: number): number => minutes * share * 60_000;

/** A sentence for the end of the run: what was tried, and what had to be left out. */
export function note(sentence: string): void {
  const file = process.env.NORMLAB_NOTES;
  if (!file) return console.log(sentence);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${sentence}\n`);
}
