import type { QuickJSWASMModule } from 'quickjs-emscripten-core';
import { Failure } from '../exercise.js';
import type { Candidate, Exercise } from '../exercise.js';
import { gradeCandidate } from '../grading.js';
import type { Finding, Grade, Run } from '../grading.js';
import { Recorder } from './afresh.js';
import { Refused } from './refused.js';
import { Sandbox } from './sandbox.js';
import type { LineOf, Work } from './sandbox.js';

/** A learner's file as a module of JavaScript. */
export interface Code {
  readonly code: string;
  /** The name under which it exports the answer. */
  readonly exportName: string;
  readonly lineOf?: LineOf;
}

/** A grade, or why there was nothing to grade: the module stopped while it was read. */
export type CodeGrade =
  { readonly kind: 'graded'; readonly grade: Grade } | { readonly kind: 'stopped'; readonly message: string };

/** What grading code is handed. */
export interface CodeGrading {
  readonly quickjs: QuickJSWASMModule;
  /** Told what is begun, with the longest that it may take, and what was found. */
  tell?(event: { readonly begun: number } | { readonly found: Finding }): void;
  readonly seed?: number;
}

/** What reading a file may do, and each check: a second or so where nothing else runs, ten times what right answers need. */
const each = 1500;
/** What all checks may do. */
const all = 5000;
/** How long the same may take, in milliseconds of the processor's time; whoever is told holds to it. */
const millisecondsEach = 2000;

/**
 * Grades code that nobody has read. It runs inside a sandbox; the checks, their inputs and the verdict are out here.
 *
 * Work is counted, not time: a busy machine refuses nobody. An endless computation inside the engine itself is not
 * counted; whoever calls this stops the whole thread.
 */
export function gradeCode<F extends Candidate>(
  code: Code,
  exercise: Exercise<F>,
  { quickjs, tell = () => undefined, seed = 0 }: CodeGrading,
): CodeGrade {
  tell({ begun: millisecondsEach });
  const work = { left: each };
  const sandbox = new Sandbox(quickjs, work);
  const stopped = load(sandbox, code);
  if (stopped !== undefined) return { kind: 'stopped', message: stopped };
  const recorder = new Recorder(sandbox.call);
  const fresh = (inputs: readonly unknown[]): unknown => {
    const another = new Sandbox(quickjs, work);
    const words = another.load(code.code, code.exportName);
    if (!words.ready) throw new Error(words.words);
    const answer = another.call(...inputs);
    another.dispose();
    return answer;
  };
  const last = recorder.sameAgain(fresh);
  const extended = { ...exercise, checks: [...exercise.checks, last] } as Exercise<Candidate>;
  const run = limited(sandbox, work, tell);
  const candidate = sandbox.type === 'function' ? recorder.candidate : inPlace[sandbox.type];
  const grade = gradeCandidate(candidate, extended, { run, seed, millisecondsEach, milliseconds: Infinity });
  if (grade.outcome !== 'failed' || sandbox.refusal || last.name === grade.findings.at(-1)?.check)
    return { kind: 'graded', grade: strictly(grade, sandbox) };
  tell({ begun: millisecondsEach });
  work.left = each;
  return { kind: 'graded', grade: orRemembers(grade, () => last.run(sandbox.call)) };
}

/** Something of the same type, where what is exported is no function. */
const inPlace: Readonly<Record<string, unknown>> = { number: 0, string: '', boolean: false, object: {} };

/** A function that remembers has no formula: where that is so, it is said, and not which formula its numbers fit. */
function orRemembers(grade: Grade, sameAgain: () => unknown): Grade {
  try {
    sameAgain();
  } catch (error) {
    if (error instanceof Failure && error.misconception === 'remembers') return withLast(grade, error);
  }
  return grade;
}

function load(sandbox: Sandbox, { code, exportName, lineOf }: Code): string | undefined {
  try {
    const loaded = sandbox.load(code, exportName, lineOf);
    return loaded.ready ? undefined : `The file stopped while it was read: ${loaded.words}`;
  } catch (error) {
    return error instanceof Refused && error.why === 'never ends'
      ? 'The file was still running when its time was up, before any function of it was called. Which line outside all functions never ends?'
      : 'The file used up the room it runs in before any function of it was called.';
  }
}

/** Stops the code inside when its work is done; what a check made of that does not count. */
function limited(sandbox: Sandbox, work: Work, tell: NonNullable<CodeGrading['tell']>): Run {
  let left = all;
  return <T>(f: () => T, { milliseconds }: { readonly milliseconds: number }) => {
    tell({ begun: milliseconds });
    const granted = Math.min(each, left);
    work.left = granted;
    const value = f();
    left -= granted - work.left;
    if (sandbox.refusal?.why === 'never ends') return undefined;
    tell({ found: value as unknown as Finding });
    return { value };
  };
}

/** Nothing that was refused or changed may pass, and what was refused is what is said. */
function strictly(grade: Grade, { refusal, wroteIntoInput }: Sandbox): Grade {
  const changed = grade.outcome === 'passed' && wroteIntoInput ? new Refused('input changed') : undefined;
  const reason = refusal ?? changed;
  return reason === undefined ? grade : withLast(grade, reason);
}

/** The grade with other words to its last finding, which is none that passed. */
function withLast(grade: Grade, { misconception, message }: Failure): Grade {
  const found = grade.findings.slice(0, -1);
  const { check } = grade.findings[grade.findings.length - 1];
  return {
    ...grade,
    outcome: 'failed',
    findings: [...found, { check, passed: false, misconception, message }],
  };
}
