/** What a long test may use of a machine, and what it says when it is done. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Names what is sampled, where not all can be tried. */
export const seed = Number(process.env.NORMLAB_SEED ?? 1);

/** Minutes that the long tests may take, all together; without a limit they do everything. */
const minutes = Number(process.env.NORMLAB_MINUTES ?? Infinity);

/** What each part may take of the minutes. What is left is for starting, and for what is never left out. */
const shares = {
  controls: 0.45,
  mutation: 0.15,
  stock: 0.15,
  mutants: 0.05,
  witness: 0.08,
  pytorch: 0.04,
} as const;

/** How many milliseconds a part may take. */
export const milliseconds = (part: keyof typeof shares): number => minutes * shares[part] * 60_000;

/** A sentence for the end of the run: what was tried, and what had to be left out. */
export function note(sentence: string): void {
  const file = process.env.NORMLAB_NOTES;
  if (!file) return console.log(sentence);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${sentence}\n`);
}
