/** What is kept of a try: that it was made, how far it came, and what went wrong. */
import { firstMistake } from '../../grade/index.js';
import type { Exercise, Grade } from '../../grade/index.js';
import { triedOf, withTried } from '../hint.js';
import { remember } from '../learner.js';

/** What a card has to say of tries. */
export interface Kept {
  readonly note: string;
  /** The most points of any try. */
  readonly best: number;
  /** Is it the very answer that failed last? */
  readonly isAgain: boolean;
}

/** The answer to each exercise that failed last; only as long as the kernel runs. */
const failedLast = new Map<string, unknown>();

/** A function is another one once its cell has run again; a text or a list once it reads otherwise. */
function sameAnswer(one: unknown, other: unknown): boolean {
  if (typeof other === 'function') return one === other;
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

/** Counts a try, unless it is the last one again; once passed, it stays passed and tries are no longer counted. */
export function keepTry(candidate: unknown, grade: Grade, of: Exercise): Kept {
  const { outcome, findings, points } = grade;
  const isAgain = sameAnswer(failedLast.get(of.id), candidate);
  if (outcome === 'not yet written') return { note: '', best: 0, isAgain };
  if (outcome === 'failed') failedLast.set(of.id, candidate);
  const { learner, note } = remember((before) => {
    const tried = triedOf(before, of);
    const wasCounted = isAgain && outcome === 'failed' && tried.tries > 0;
    if (tried.passed || wasCounted) return before;
    const failed = firstMistake(findings);
    return withTried(before, of, {
      ...tried,
      passed: outcome === 'passed',
      tries: tried.tries + 1,
      best: Math.max(tried.best ?? 0, points),
      ...(failed && { misconception: failed.misconception }),
    });
  });
  return { note, best: triedOf(learner, of).best ?? 0, isAgain };
}
