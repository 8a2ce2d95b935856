import type { Expr } from './expression.js';
import type { Verdict } from './verdict.js';

/** How much a hint gives away: nothing, where to look, what kind of slip it is, or the line as it would be right. */
export type HintLevel = 'off' | 'place' | 'kind' | 'full';

/** What is said to an answer for a line. */
export interface Judgement {
  readonly word: 'right' | 'not yet' | 'unreadable';
  /** One or two sentences: why, with the place or the counter-example. */
  readonly says: string;
  /** The next step to think of, as far as the hint level allows; '' where there is none. */
  readonly hint: string;
  /** The answer as it was understood, every index written; nothing where it could not be read. */
  readonly understood: Expr | undefined;
  /** What checking it against the line before found; nothing where it did not come to that. */
  readonly verdict: Verdict | undefined;
  /** Whether it is the form that is not yet right: the line is true, but not what is asked. */
  readonly form: boolean;
}
