/** What an exercise is made of. */

/** A function that a learner wrote. */
export type Candidate = (...inputs: never[]) => unknown;

/** One to three dots. */
export type Dots = 1 | 2 | 3;

/** The numbers that show a mistake, small enough to follow by hand. */
export interface Shown {
  readonly input: string;
  readonly expected: string;
  readonly got: string;
}

/** Thrown by a check when the candidate does not keep it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** The misconception this speaks to: the name of a wrong version, or what the check is about. */
  readonly misconception: string;
  readonly shown: Shown | undefined;

  /** @param message One or two sentences for the learner. */
  constructor(misconception: string, message: string, shown?: Shown) {
    super(message);
    this.misconception = misconception;
    this.shown = shown;
  }
}

/** One thing a right answer does. Exercises list theirs from the most fundamental to the subtlest. */
export interface Check<F extends Candidate> {
  /** What a right answer does, as the end of "Your function …". */
  readonly name: string;
  /** What it is worth; the points of a battery add up to 100. */
  readonly points?: number;
  /**
   * @param seed Which random inputs; 0 where left out.
   * @throws {Failure} where the candidate does not do it.
   */
  run(candidate: F, seed?: number): void;
}

/** A plausible mistake: what the checks are tested on, and what a candidate's numbers are compared with. */
export interface WrongVersion<F extends Candidate> {
  readonly name: string;
  /** What to say to someone whose numbers are these. */
  readonly says: string;
  /** The name of the first check that it breaks. */
  readonly caughtBy: string;
  readonly candidate: F;
}

/** A right answer written in its own way; no check may refuse it. */
export interface RightVersion<F extends Candidate> {
  readonly name: string;
  readonly candidate: F;
}

/** An exercise: its text, its checks, and the wrong and right versions that test the checks. */
export interface Exercise<F extends Candidate = Candidate> {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly why: string;
  readonly difficulty: Dots;
  readonly importance: Dots;
  readonly minutes: number;
  readonly signature: string;
  /** The name under which a file exports the answer, where it may stand in a file. */
  readonly exportName?: string;
  readonly hints: readonly [string, string, string];
  /** The worked solution, as TypeScript. */
  readonly solution: string;
  readonly checks: readonly Check<F>[];
  readonly wrong: readonly WrongVersion<F>[];
  readonly right: readonly RightVersion<F>[];
}

/** The function an exercise asks for. */
export type CandidateOf<E> = E extends Exercise<infer F> ? F : never;
