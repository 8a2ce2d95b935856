/**
 * What a learner did, in one file of theirs: plain JSON, easy to read and to throw away.
 *
 *     { "version": 1,
 *       "predictions": { "<label>": { "low": 1, "high": 2, "value": 1.414, "held": true } },
 *       "answers":     { "<question>": { "first": "b", "latest": "c" } },
 *       "checks":      { "<exercise>": { "passed": true, "tries": 3 } },
 *       "blanks":      { "<derivation>:<line>": { "passed": true, "tries": 2, "line": "dy.sum(axis=0)" } } }
 *
 * `.normlab/learner.json` in the project's folder, or wherever NORMLAB_LEARNER points.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from './error-code.js';
import { underLock } from './lock.js';

/** A range given before the value was seen. `value` and `held` come with it. */
export interface Prediction {
  readonly low: number;
  readonly high: number;
  readonly value?: number;
  readonly held?: boolean;
}

/** The first answer to a question and the latest one; a right answer stays the latest. */
interface Answered {
  readonly first: string;
  readonly latest: string;
}

/** Whether a check has passed, and how many tries it took or has taken so far. */
interface Tried {
  readonly passed: boolean;
  readonly tries: number;
}

/** The same of a line of a derivation; `line` is the first that was right, as it was written. */
interface Filled extends Tried {
  readonly line?: string;
}

export interface Learner {
  readonly version: 1;
  readonly predictions: Readonly<Record<string, Prediction>>;
  readonly answers: Readonly<Record<string, Answered>>;
  readonly checks: Readonly<Record<string, Tried>>;
  readonly blanks: Readonly<Record<string, Filled>>;
}

const nobody: Learner = { version: 1, predictions: {}, answers: {}, checks: {}, blanks: {} };

/** What the file holds, and a sentence for the card where something is wrong with it. */
export interface Recalled {
  readonly learner: Learner;
  readonly note: string;
}

/** Where the file stands. */
export function learnerFile(): string {
  return process.env.NORMLAB_LEARNER || join(projectFolder(), '.normlab', 'learner.json');
}

/** What the learner did so far. */
export function recall(): Recalled {
  const file = learnerFile();
  try {
    return { learner: read(file) ?? nobody, note: '' };
  } catch (error) {
    return { learner: nobody, note: unreadable(file, error) };
  }
}

/**
 * Changes the file, one process at a time.
 *
 * @param change From what stands there to what shall stand there.
 * @returns What stands there now. Where it could not be written, the change all the same, and a sentence that says so.
 */
export function remember(change: (learner: Learner) => Learner): Recalled {
  const file = learnerFile();
  try {
    mkdirSync(dirname(file), { recursive: true });
    return underLock(`${file}.lock`, () => {
      const { learner, note } = readOrSetAside(file);
      const changed = change(learner);
      if (JSON.stringify(changed) !== JSON.stringify(learner)) write(file, changed);
      return { learner: changed, note };
    });
  } catch (error) {
    const { learner } = recall();
    return { learner: change(learner), note: unwritable(file, error) };
  }
}

/** @throws if the file is not what this version writes. Nothing where there is none. */
function read(file: string): Learner | undefined {
  if (!existsSync(file)) return undefined;
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(found)) throw new SyntaxError('not a record');
  if (typeof found.version === 'number' && found.version > 1) throw new NewerVersion();
  const section = (name: string): Record<string, never> => {
    const value = found[name] ?? {};
    if (!isRecord(value) || !Object.values(value).every(isRecord)) throw new SyntaxError(name);
    return value as Record<string, never>;
  };
  return {
    ...found,
    version: 1,
    predictions: section('predictions'),
    answers: section('answers'),
    checks: section('checks'),
    blanks: section('blanks'),
  };
}

/** What stands in the file; a damaged one is kept under another name, so that nothing in it is lost. */
function readOrSetAside(file: string): Recalled {
  try {
    return { learner: read(file) ?? nobody, note: '' };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const kept = [`${file}.damaged`, ...Array.from({ length: 99 }, (_, i) => `${file}.damaged-${i + 2}`)];
    const free = kept.find((name) => !existsSync(name)) ?? kept[kept.length - 1];
    renameSync(file, free);
    return {
      learner: nobody,
      note: `Your record in ${file} could not be read. It is kept as ${free}, and a new one is begun.`,
    };
  }
}

/** Whole or not at all: a reader never sees half a file. */
function write(file: string, learner: Learner): void {
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, `${JSON.stringify(learner, undefined, 2)}\n`);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** JSON.parse throws a SyntaxError, of whatever realm; so does `read` for what is no record. */
function isDamage(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'SyntaxError';
}

class NewerVersion extends Error {}

function unreadable(file: string, error: unknown): string {
  if (error instanceof NewerVersion) return newer(file);
  return `Your record in ${file} could not be read, so this card starts from an empty one.`;
}

function unwritable(file: string, error: unknown): string {
  if (error instanceof NewerVersion) return newer(file);
  return `This could not be kept: ${file} cannot be written (${errorCode(error) ?? 'for a reason unknown'}). Point NORMLAB_LEARNER at a file of yours to keep it.`;
}

function newer(file: string): string {
  return `This was not kept: ${file} was written by a newer normlab. Update this one, or point NORMLAB_LEARNER at another file.`;
}

/** The folder of this package, above where the kernel works or else above this file. */
function projectFolder(): string {
  for (const start of [process.cwd(), __dirname])
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      if (isProject(folder)) return folder;
      if (folder === dirname(folder)) break;
    }
  return process.cwd();
}

function isProject(folder: string): boolean {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return isRecord(found) && found.name === 'normlab';
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
