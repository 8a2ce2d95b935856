import { Grader } from '../grader.js';
import { gradeFile } from '../grade-file.js';
import type { Submission } from '../grade-file.js';
import type { Library } from '../library.js';
import type { Verdict } from '../verdict.js';

/** What grading many files needs. */
export interface Ways {
  readonly library: Library;
  /** How many threads. */
  readonly jobs: number;
  readonly signal: AbortSignal;
}

/** Grades files in threads that take one after another, until all are done or the signal says to stop. */
export async function gradeAll<S extends Submission>(
  submissions: readonly S[],
  { library, jobs, signal }: Ways,
  done: (submission: S, verdict: Verdict) => void,
): Promise<void> {
  const queue = [...submissions];
  const serve = async (): Promise<void> => {
    const grader = new Grader(library.module);
    const close = (): void => void grader.close();
    signal.addEventListener('abort', close);
    for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
      const verdict = await gradeFile(next, { exercises: library.exercises, grader });
      if (!signal.aborted) done(next, verdict);
    }
    signal.removeEventListener('abort', close);
    await grader.close();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, queue.length) }, serve));
}
