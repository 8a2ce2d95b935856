import type { ReadDerivation } from './check.js';
import type { Expr } from './expression.js';
import type { TestPoints } from './test-points.js';

/** An answer that does not follow, with all that is needed to find out why. */
export interface WrongAnswer {
  readonly read: ReadDerivation;
  /** The line it is meant for, counted from 1. */
  readonly k: number;
  readonly wrong: Expr;
  readonly points: TestPoints;
}
