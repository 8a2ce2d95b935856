/** The learner's file: `.normlab/learner.json` in the project's folder, or wherever NORMLAB_LEARNER points. */
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.js';
import { projectFolder } from './learner/project.js';
import { NewerVersion, nobody, recordFrom } from './learner/record.js';
import type { Learner } from './learner/record.js';
import { underLock } from './lock.js';

export type { Learner } from './learner/record.js';

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

/**
 * The whole number behind this learner's random inputs: another for each learner, for one learner always the same;
 * 0 where it could not be kept.
 */
export function learnerSeed(): { readonly seed: number; readonly note: string } {
  const { seed } = recall().learner;
  if (seed !== undefined) return { seed, note: '' };
  const { note } = remember((learner) => ({ ...learner, seed: learner.seed ?? randomInt(1, 1_000_000) }));
  return { seed: recall().learner.seed ?? 0, note };
}

/** @throws if the file is not what this version writes. Nothing where there is none. */
function read(file: string): Learner | undefined {
  if (!existsSync(file)) return undefined;
  return recordFrom(JSON.parse(readFileSync(file, 'utf8')));
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
