import { withRecording } from '../autograd/recording.js';
import { Failure, StillOpen } from './exercise.js';
import type { Answer, Check, Exercise, Shown } from './exercise.js';
import { isNotYetWritten } from './not-yet-written.js';

/**
 * Runs `f` for at most so long: `{ value }`, or nothing where time ran out. Whatever else stops `f` (an interrupt)
 * must be thrown.
 */
export type Run = <T>(
  f: () => T,
  limit: { readonly milliseconds: number },
) => { readonly value: T } | undefined;

/** What grading is handed. */
export interface GradingOptions {
  readonly run: Run;
  /** The longest that one check may take. */
  readonly millisecondsEach?: number;
  /** The longest that all of them may take. */
  readonly milliseconds?: number;
  /** Which random inputs, one for each learner: 0 where left out. */
  readonly seed?: number;
}

/** What one check found. */
export interface Finding {
  readonly check: string;
  readonly passed: boolean;
  /** Empty where passed. */
  readonly misconception: string;
  /** One or two sentences for the learner; empty where passed. */
  readonly message: string;
  readonly shown?: Shown;
  /** Whether nothing stands there yet. */
  readonly isOpen?: true;
}

/** What became of a candidate, as plain data. */
export interface Grade {
  readonly exercise: string;
  readonly outcome: 'passed' | 'failed' | 'not yet written';
  /** One for each check, in order, up to and including the first that failed; for all, where each counts. */
  readonly findings: readonly Finding[];
  /** How many checks the exercise has. */
  readonly checks: number;
  /** What the checks that passed are worth, of 100. */
  readonly points: number;
}

/**
 * Tries a candidate on an exercise, from the most fundamental check to the subtlest, and stops at the first that fails,
 * but for an exercise whose checks count each by itself.
 *
 * @param candidate What the learner gave, whatever it is. It is only ever handed copies.
 * @returns Findings for a card, a grade book or a test. Nothing the candidate does makes this throw.
 * @example
 * gradeCandidate(myLayerNorm, exercises.layerNorm, { run }).outcome; // 'passed'
 */
export function gradeCandidate<A extends Answer>(
  candidate: unknown,
  exercise: Exercise<A>,
  { run, millisecondsEach = 2000, milliseconds = 10_000, seed = 0 }: GradingOptions,
): Grade {
  const findings: Finding[] = [];
  const grade = (outcome: Grade['outcome']): Grade => ({
    exercise: exercise.id,
    outcome,
    findings,
    checks: exercise.checks.length,
    points: pointsOf(findings, exercise),
  });
  const end = Date.now() + milliseconds;
  for (const check of exercise.checks) {
    const limit = { milliseconds: Math.max(1, Math.min(millisecondsEach, end - Date.now())) };
    // Recording is set again outside the limit: a loop stopped inside noGrad never reaches its `finally`.
    const tried = withRecording(true, () => run(() => attempt(candidate, check, { exercise, seed }), limit));
    const finding = tried ? tried.value : tooLong(check, limit.milliseconds);
    if (finding === undefined) return grade('not yet written');
    findings.push(finding);
    if (!finding.passed && !exercise.countsEach) return grade('failed');
  }
  return grade(firstMistake(findings) ? 'failed' : 'passed');
}

/** What to speak of first: something wrong, else something that is still open. */
export function firstMistake(findings: readonly Finding[]): Finding | undefined {
  const failed = findings.filter(({ passed }) => !passed);
  return failed.find(({ isOpen }) => !isOpen) ?? failed.at(0);
}

/** What the checks that passed are worth. */
export function pointsOf(findings: readonly Finding[], { checks }: Pick<Exercise, 'checks'>): number {
  return checks.reduce((sum, { points }, i) => sum + (findings.at(i)?.passed ? points : 0), 0);
}

/** What a check found; nothing where the candidate is not written yet. */
function attempt<A extends Answer>(
  candidate: unknown,
  check: Check<A>,
  { exercise, seed }: { readonly exercise: Exercise<A>; readonly seed: number },
): Finding | undefined {
  try {
    requireKind(candidate, exercise);
    check.run(candidate as A, seed);
    return { check: check.name, passed: true, misconception: '', message: '' };
  } catch (error) {
    if (isNotYetWritten(error)) return undefined;
    return failed(check.name, error);
  }
}

function failed(check: string, error: unknown): Finding {
  if (!(error instanceof Failure))
    return failed(
      check,
      new Failure('stops', `Your function gave something no check could read: ${said(error)}`),
    );
  const { misconception, message, shown } = error;
  const isOpen = error instanceof StillOpen && { isOpen: true as const };
  return { check, passed: false, misconception, message, ...(shown && { shown }), ...isOpen };
}

/** @throws {Failure} if something of another kind stands where the answer should. */
function requireKind(candidate: unknown, { asks, signature }: Exercise): void {
  const kind = typeof candidate;
  const what = candidate === undefined ? 'nothing' : `${kind === 'object' ? 'an' : 'a'} ${kind}`;
  if ((asks === undefined || asks === 'an experiment') && typeof candidate !== 'function')
    throw new Failure(
      'not a function',
      `The check needs your function itself, and got ${what}. Hand it over without calling it; its signature is ${signature}.`,
    );
  if (asks === 'a formula' && typeof candidate !== 'string')
    throw new Failure(
      'not a formula',
      `The check needs your formula as text, between quotes, and got ${what}.`,
    );
  const isList = Array.isArray(candidate) && candidate.every((name) => typeof name === 'string');
  if (asks === 'names' && !isList)
    throw new Failure(
      'not a list of names',
      `The check needs a list of names between quotes, ['…', '…'], and got ${what}.`,
    );
}

function tooLong(check: Check<never>, milliseconds: number): Finding {
  return {
    check: check.name,
    passed: false,
    misconception: 'never ends',
    message: `Your function was still running after ${(milliseconds / 1000).toFixed(1)} seconds and was stopped. Which loop has a condition that never becomes false? (If there is none, try once more: a busy computer needs longer.)`,
  };
}

/** The first line of whatever was thrown. */
export function said(error: unknown): string {
  try {
    const text = error instanceof Error ? error.message || error.name : String(error);
    return text.split('\n')[0].slice(0, 300);
  } catch {
    return 'an error without words';
  }
}
