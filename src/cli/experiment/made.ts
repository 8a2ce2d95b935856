import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Notes with which command a file of records was made, and when, in the `made.json` beside it. Where none stands there,
 * nothing is noted: records that are stored with the notebooks have one.
 *
 * @param file The records, written already.
 */
export function noteMade(file: string, command: string, date: Date): void {
  const beside = join(dirname(file), 'made.json');
  if (!existsSync(beside)) return;
  const made = JSON.parse(readFileSync(beside, 'utf8')) as Record<string, unknown>;
  made[basename(file)] = { command, date: date.toISOString().slice(0, 10) };
  const sorted = Object.keys(made).sort();
  writeFileSync(
    beside,
    `${JSON.stringify(Object.fromEntries(sorted.map((name) => [name, made[name]])), null, 1)}\n`,
  );
}
