import type { Candidate, Exercise, Finding } from '../../grade/index.js';
import type { Library } from './library.js';
import { readSubmission } from './read.js';
import { gradeInThread } from './thread.js';
import type { Ending } from './thread.js';
import { typeErrorsInThread } from './types-thread.js';
import type { Verdict } from './verdict.js';

/** A file to grade: where it is, what the learner calls it, and for which exercise. */
export interface FileToGrade {
  readonly exercise: string;
  readonly path: string;
  readonly file: string;
}

/**
 * Grades one file from outside. Whatever is in it, this gives a verdict in bounded time.
 *
 * @param typeErrors What TypeScript says to a text, in bounded time as well.
 */
export async function gradeFile(
  of: FileToGrade,
  library: Library,
  typeErrors: (text: string) => Promise<string[]> = typeErrorsInThread,
): Promise<Verdict> {
  const { exercise: name, file } = of;
  const began = performance.now();
  const exercise = library.exercises[name];
  const { exportName = '' } = exercise;
  const start = { exercise: name, file, checks: exercise.checks.length + 1, passed: 0, points: 0 };
  const nothing = { ...start, findings: [], reason: '', typeErrors: [] };
  const seconds = (): number => Math.round(performance.now() - began) / 1000;
  const submission = readSubmission(of.path, file, exportName);
  if ('cannot' in submission)
    return { ...nothing, outcome: 'cannot be graded', reason: submission.cannot, seconds: seconds() };
  const { code, map, text, imports } = submission;
  const types = typeErrors(text);
  if (imports.length > 0)
    return {
      ...nothing,
      outcome: 'failed',
      reason: imported(imports),
      typeErrors: await types,
      seconds: seconds(),
    };
  const ending = gradeInThread({ library: library.module, exercise: name, code, map, exportName });
  return { ...nothing, ...outcomeOf(await ending, exercise), typeErrors: await types, seconds: seconds() };
}

function imported(imports: readonly string[]): string {
  return `Your file imports ${[...new Set(imports)].join(', ')}. This exercise is about writing it yourself: everything your function needs has to stand in this one file.`;
}

function outcomeOf(
  ending: Ending,
  exercise: Exercise<Candidate>,
): Pick<Verdict, 'outcome' | 'passed' | 'points' | 'findings' | 'reason'> {
  if (ending.kind === 'stopped')
    return { outcome: 'failed', passed: 0, points: 0, findings: [], reason: ending.message };
  const findings = ending.kind === 'graded' ? ending.grade.findings : cutShort(ending, exercise);
  const outcome = ending.kind === 'graded' && ending.grade.outcome === 'passed' ? 'passed' : 'failed';
  const held = findings.filter(({ passed }) => passed);
  // What holds every check of the battery and fails the one after it only seemed to hold them.
  const onlySeemed = outcome === 'failed' && held.length >= exercise.checks.length;
  const worth = exercise.checks.slice(0, held.length).map((check) => check.points);
  const points = onlySeemed ? 0 : worth.reduce((sum, each) => sum + each, 0);
  const unwritten = ending.kind === 'graded' && ending.grade.outcome === 'not yet written';
  return { outcome, passed: held.length, points, findings, reason: unwritten ? 'Not written yet.' : '' };
}

/** What was found until the thread was ended, or ended itself, and that it was. */
function cutShort(
  { kind, findings }: { readonly kind: string; readonly findings: readonly Finding[] },
  { checks }: Exercise<Candidate>,
): readonly Finding[] {
  if (findings.at(-1)?.passed === false) return findings;
  const check = checks.at(findings.length)?.name ?? 'answers the same whenever it is called';
  const [misconception, message] = kind === 'killed' ? killed : crashed;
  return [...findings, { check, passed: false, misconception, message }];
}

const killed = [
  'never ends',
  'Your function was still running when its time was up, and was stopped from outside. Which line asks for far more work, or far more numbers, than it was given?',
] as const;
const crashed = [
  'crash',
  'The place where your function runs broke down while it ran. Which line asks for far more than it was given?',
] as const;
