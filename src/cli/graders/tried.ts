import { firstMistake, gradeCandidate } from '../../grade/index.js';
import type { Answer, Exercise, Finding } from '../../grade/index.js';
import { runWhileComputing } from './computing.js';

/** Each check may compute for as long as a learner's; how busy the machine is does not count. */
const limits = { run: runWhileComputing, milliseconds: Infinity };

/** An answer whose verdict is known beforehand, and what the checks made of it. */
interface Tried {
  readonly name: string;
  readonly passed: boolean;
  /** What decided: the first check that failed, or the last one. */
  readonly found: Finding | undefined;
}

/** What the checks of one exercise made of the answers they are tested on. */
export interface TriedExercise {
  readonly id: string;
  readonly title: string;
  readonly wrong: readonly Tried[];
  readonly right: readonly Tried[];
  /** How long a right answer takes to pass, the longest of them. */
  readonly milliseconds: number;
}

/** Tries all wrong and right versions of an exercise on its checks. */
export function tryVersions(exercise: Exercise): TriedExercise {
  const { id, title, wrong, right } = exercise;
  const tried = (name: string, candidate: Answer): Tried => {
    const { outcome, findings } = gradeCandidate(candidate, exercise, limits);
    return { name, passed: outcome === 'passed', found: firstMistake(findings) };
  };
  // The first answer also pays for what is made once.
  gradeCandidate(right[0].candidate, exercise, limits);
  let milliseconds = 0;
  const timed = right.map((version) => {
    const began = performance.now();
    const result = tried(version.name, version.candidate);
    milliseconds = Math.max(milliseconds, performance.now() - began);
    return result;
  });
  return {
    id,
    title,
    wrong: wrong.map((version) => tried(version.name, version.candidate)),
    right: timed,
    milliseconds,
  };
}
