import { pointsOf } from '../../grade/grading.js';
import type { Candidate, Exercise, Finding } from '../../grade/index.js';
import type { Grader } from './grader.js';
import type { Text } from './read.js';
import type { Verdict } from './verdict.js';
import type { CutShort, Ending } from './watch.js';

/** A file to grade: what is in it, what the learner calls it, and for which exercise. */
export interface Submission {
  readonly exercise: string;
  readonly file: string;
  readonly text: Text;
  /** Which random inputs. */
  readonly seed: number;
}

/** What grading one file needs. */
export interface Means {
  readonly exercises: Readonly<Record<string, Exercise<Candidate>>>;
  readonly grader: Grader;
  /** What TypeScript says to a text, in bounded time; nothing is asked where left out. */
  typeErrors?(text: string, mayImport: string | undefined): Promise<string[]>;
}

/** Grades one file from outside. Whatever is in it, this gives a verdict in bounded time. */
export async function gradeFile(
  { exercise: name, file, text, seed }: Submission,
  { exercises, grader, typeErrors }: Means,
): Promise<Verdict> {
  const began = performance.now();
  const exercise = exercises[name];
  const about = { exercise: name, file, seed, checks: exercise.checks.length + 1 };
  const nothing = { ...about, passed: 0, points: 0, findings: [], typeErrors: [] };
  const seconds = (): number => Math.round(performance.now() - began) / 1000;
  const cannot = (reason: string): Verdict => {
    return { ...nothing, outcome: 'cannot be graded', reason, seconds: seconds() };
  };
  if (typeof text !== 'string') return cannot(text.cannot);
  const [ending, types] = await Promise.all([
    grader.grade({ exercise: name, file, text, seed }),
    typeErrors?.(text, exercise.mayImport) ?? [],
  ]);
  if (ending.kind === 'cannot') return cannot(ending.reason);
  if ('running' in ending && !ending.running)
    return cannot(`${file} cannot be read: its translation to JavaScript came to no end.`);
  return { ...nothing, ...outcomeOf(ending, exercise), typeErrors: types, seconds: seconds() };
}

function outcomeOf(
  ending: Exclude<Ending, { kind: 'cannot' }>,
  exercise: Exercise<Candidate>,
): Pick<Verdict, 'outcome' | 'passed' | 'points' | 'findings' | 'reason'> {
  if (ending.kind === 'stopped')
    return { outcome: 'failed', passed: 0, points: 0, findings: [], reason: ending.message };
  const findings = ending.kind === 'graded' ? ending.grade.findings : cutShort(ending, exercise);
  const outcome = ending.kind === 'graded' && ending.grade.outcome === 'passed' ? 'passed' : 'failed';
  const held = findings.filter(({ passed }) => passed);
  // What holds every check of the battery and fails the one after it only seemed to hold them.
  const onlySeemed = outcome === 'failed' && held.length >= exercise.checks.length;
  const points = onlySeemed ? 0 : pointsOf(findings, exercise);
  const unwritten = ending.kind === 'graded' && ending.grade.outcome === 'not yet written';
  return { outcome, passed: held.length, points, findings, reason: unwritten ? 'Not written yet.' : '' };
}

/** What was found until the thread was ended, or ended itself, and that it was. */
function cutShort({ kind, findings }: CutShort, { checks }: Exercise<Candidate>): readonly Finding[] {
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
