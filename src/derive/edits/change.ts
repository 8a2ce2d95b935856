import type { Alphabet } from '../alphabet.js';
import type { Expr } from '../expression.js';

/** What can stand in one place instead, and what is amiss then. */
export interface Change {
  readonly kind: string;
  readonly by: Expr;
}

/** What a place has to be seen with. */
export interface Surroundings {
  readonly alphabet: Alphabet;
  /** The index letters of the whole line. */
  readonly letters: readonly string[];
  /** The letters of the sums that stand around it. */
  readonly bound: readonly string[];
  /** Whether only a variable can stand there: a derivative is taken by it. */
  readonly variable?: boolean;
  /** Whether it is a term: a side of + or −, what is summed, or the whole line. */
  readonly term?: boolean;
  /** Whether it is raised to a power. */
  readonly base?: boolean;
}
