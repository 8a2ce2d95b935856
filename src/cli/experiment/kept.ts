import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fromPlain, idOf, toPlain } from '../../experiments/index.js';
import type { PlainRecord, Result } from '../../experiments/index.js';

/** What a finished run depends on, besides its plan and its seed. */
export interface Key {
  readonly experiment: string;
  readonly preset: string;
  readonly dtype: string;
  /** Of the code: what was made by another code is of no use. */
  readonly fingerprint: string;
}

/** Finished runs of commands that were interrupted: one line of JSON each, in a file for each key. */
export class Kept {
  readonly #file: string;
  readonly #results = new Map<string, Result>();

  /** Reads what is there, and throws away what another code has left. */
  constructor(folder: string, { experiment, preset, dtype, fingerprint }: Key) {
    this.#file = join(folder, experiment, `${preset}-${dtype}-${fingerprint}.jsonl`);
    mkdirSync(dirname(this.#file), { recursive: true });
    for (const name of readdirSync(dirname(this.#file)))
      if (!name.endsWith(`-${fingerprint}.jsonl`)) rmSync(join(dirname(this.#file), name), { force: true });
      else if (name === basename(this.#file)) this.#read();
  }

  /** The result of a run, where it is there already. */
  get(id: string): Result | undefined {
    return this.#results.get(id);
  }

  /** Keeps a result, from now on and whatever happens next. */
  add(result: Result): void {
    this.#results.set(idOf(result), result);
    appendFileSync(this.#file, line(result));
  }

  /** Forgets the results that have been handed over. */
  drop(results: readonly Result[]): void {
    for (const result of results) this.#results.delete(idOf(result));
    this.#write();
  }

  #read(): void {
    for (const text of readFileSync(this.#file, 'utf8').split('\n')) {
      const result = resultIn(text);
      if (result) this.#results.set(idOf(result), result);
    }
    this.#write();
  }

  #write(): void {
    if (this.#results.size === 0) return rmSync(this.#file, { force: true });
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, [...this.#results.values()].map(line).join(''));
    renameSync(draft, this.#file);
  }
}

/** The result in a line, or undefined where it was being written when the machine stopped. */
function resultIn(text: string): Result | undefined {
  try {
    return fromPlain(JSON.parse(text) as PlainRecord);
  } catch {
    return undefined;
  }
}

const line = (result: Result): string => `${JSON.stringify(toPlain(result))}\n`;
