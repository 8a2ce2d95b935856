/**
 * What a learner did, in one file of theirs: plain JSON, easy to read and to throw away.
 *
 *     { "version": 1,
 *       "seed": 271828,
 *       "predictions": { "<label>": { "low": 1, "high": 2, "value": 1.414, "held": true } },
 *       "answers":     { "<question>": { "first": "b", "latest": "c" } },
 *       "checks":      { "<exercise>": { "passed": true, "tries": 3, "best": 100, "misconception": "no ε",
 *                                        "hints": { "1": "before" }, "solution": "after" } },
 *       "blanks":      { "<derivation>:<line>": { "passed": true, "tries": 2, "line": "dy.sum(axis=0)" } },
 *       "inventory":   { "before": { "<idea>": { "answer": "b", "right": false } } } }
 */

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

/** Before or after the check passed for the first time: only what was read before was help. */
type When = 'before' | 'after';

/** Whether a check has passed, how many tries it took or has taken so far, and with what help. */
export interface Tried {
  readonly passed: boolean;
  readonly tries: number;
  /** The most points of a try, of 100; older records have none. */
  readonly best?: number;
  /** Of the last try that failed. */
  readonly misconception?: string;
  /** The hints that were read, by number. */
  readonly hints?: Readonly<Record<string, When>>;
  /** There once the worked solution was read. */
  readonly solution?: When;
}

/** The same of a line of a derivation; `line` is the first that was right, as it was written. */
interface Filled {
  readonly passed: boolean;
  readonly tries: number;
  readonly line?: string;
}

/** An answer of the inventory, and whether it was right. */
export interface InventoryAnswer {
  readonly answer: string;
  readonly right: boolean;
}

export interface Learner {
  readonly version: 1;
  /** Makes the random inputs of this learner's checks and questions; made once, when it is first needed. */
  readonly seed?: number;
  readonly predictions: Readonly<Record<string, Prediction>>;
  readonly answers: Readonly<Record<string, Answered>>;
  readonly checks: Readonly<Record<string, Tried>>;
  readonly blanks: Readonly<Record<string, Filled>>;
  /** By 'before' and 'after' the course, then by idea. */
  readonly inventory: Readonly<Record<string, Readonly<Record<string, InventoryAnswer>>>>;
}

export const nobody: Learner = {
  version: 1,
  predictions: {},
  answers: {},
  checks: {},
  blanks: {},
  inventory: {},
};

export class NewerVersion extends Error {}

/**
 * The record that this is, with whatever fields a later version has added.
 *
 * @throws {SyntaxError} if it is none.
 * @throws {NewerVersion} if a newer version wrote it.
 */
export function recordFrom(found: unknown): Learner {
  if (!isRecord(found)) throw new SyntaxError('not a record');
  if (typeof found.version === 'number' && found.version > 1) throw new NewerVersion();
  const section = (name: string): Record<string, never> => {
    const value = found[name] ?? {};
    if (!isRecord(value) || !Object.values(value).every(isRecord)) throw new SyntaxError(name);
    return value as Record<string, never>;
  };
  if (found.seed !== undefined && !Number.isInteger(found.seed)) throw new SyntaxError('seed');
  return {
    ...found,
    version: 1,
    predictions: section('predictions'),
    answers: section('answers'),
    checks: section('checks'),
    blanks: section('blanks'),
    inventory: section('inventory'),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
