import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rowsOf, tableText } from './row.js';
import type { Row } from './row.js';

/** Where a table is, and what the user calls it. */
interface Place {
  readonly path: string;
  readonly name: string;
}

/** The rows of a class in the order of its files, those that are there. */
export class Table {
  readonly #files: readonly string[];
  readonly #place: Place;
  readonly #rows = new Map<string, Row>();

  /** @param before Rows of an earlier run: kept where their fingerprint is still that of the file. */
  constructor(
    files: readonly { readonly file: string; readonly fingerprint: string }[],
    before: readonly Row[],
    place: Place,
  ) {
    this.#files = files.map(({ file }) => file);
    this.#place = place;
    const known = new Map(before.map((row) => [row.fingerprint, row]));
    for (const { file, fingerprint } of files) {
      const row = known.get(fingerprint);
      if (row) this.#rows.set(file, row);
    }
  }

  get rows(): readonly Row[] {
    return this.#files.flatMap((file) => this.#rows.get(file) ?? []);
  }

  has(file: string): boolean {
    return this.#rows.has(file);
  }

  add(file: string, row: Row): void {
    this.#rows.set(file, row);
  }

  /** Writes the table, whole or not at all. @returns One sentence where that is not possible. */
  save(): string | undefined {
    const { path, name } = this.#place;
    const draft = `${path}.${process.pid}.draft`;
    try {
      writeFileSync(draft, tableText(this.rows));
      renameSync(draft, path);
      return undefined;
    } catch (error) {
      rmSync(draft, { force: true });
      return `check: ${name} cannot be written (${codeOf(error)}); is its folder there, and may you write into it?`;
    }
  }
}

/** The rows of a table of an exercise that stands there from before, none where there is none; or why it cannot be gone on with. */
export function rowsBefore({ path, name }: Place, exercise: string): readonly Row[] | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    return `check: ${name} cannot be read (${codeOf(error)}); give --csv the path of a file.`;
  }
  const rows = rowsOf(text);
  if (rows === undefined)
    return `check: ${name} is another kind of file than check writes; give --csv another name.`;
  const other = rows.find((row) => row.exercise !== exercise);
  return other === undefined
    ? rows
    : `check: ${name} holds ${other.exercise.slice(0, 40)}; give --csv another name for ${exercise}.`;
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
