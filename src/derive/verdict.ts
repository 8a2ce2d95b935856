import type { Expr } from './expression.js';
import type { Sizes } from './point.js';

/** A number, or rows of them. */
export type Entries = number | readonly Entries[];

/** Numbers at which two lines differ. */
export interface CounterExample {
  readonly sizes: Sizes;
  /** The entries of the variables that the lines depend on. */
  readonly values: Readonly<Record<string, Entries>>;
  /** What the names in the second line that are made of those are worth there. */
  readonly made: Readonly<Record<string, Entries>>;
  /** The places of the free letters, counted from 1. */
  readonly at: Readonly<Record<string, number>>;
  readonly before: number;
  readonly after: number;
}

/** What the exact check says for one choice of sizes: a wrong line passes with probability below 2^−bits. */
export interface Bound {
  readonly sizes: Sizes;
  readonly points: number;
  readonly bits: number;
}

/**
 * What checking a line found.
 *
 * - `identical`: the same text as the line before.
 * - `exact`: equal in exact arithmetic at random points, for the sizes in `bounds`. Not a proof.
 * - `numeric`: equal to 64 digits at random points, where exact arithmetic has no such operation.
 * - `tested`: an inequality that held at every point tried.
 * - `fail`: there is a counter-example.
 * - `inconclusive`: no point could be found at which both lines have a value. That does not pass.
 */
export interface Verdict {
  readonly kind: 'identical' | 'exact' | 'numeric' | 'tested' | 'fail' | 'inconclusive';
  readonly bounds: readonly Bound[];
  /** How many signs roots and absolute values hide: the bounds count what a point can show of them. */
  readonly signs: number;
  /** The largest relative difference at 64 digits; for an inequality, the largest by which it fails. */
  readonly error: number;
  readonly points: number;
  readonly counterExample: CounterExample | undefined;
}

/** A verdict that has yet to be filled. */
export const nothingFound: Omit<Verdict, 'kind'> = {
  bounds: [],
  signs: 0,
  error: 0,
  points: 0,
  counterExample: undefined,
};

/** The two sides of a comparison. */
export interface Sides {
  readonly before: Expr;
  readonly after: Expr;
}

/** Whether the line follows. */
export function follows({ kind }: Verdict): boolean {
  return kind !== 'fail' && kind !== 'inconclusive';
}
