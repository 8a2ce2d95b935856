/** What an exercise is made of. */

/** A function that a learner wrote. */
export type Candidate = (...inputs: never[]) => unknown;

/** What a learner gives: a function, a formula or a table as it is typed, or the names of what was picked out. */
export type Answer = Candidate | string | readonly string[];

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

/** Thrown by a check where nothing stands yet that could be right or wrong. */
export class StillOpen extends Failure {
  readonly isOpen = true;

  /** @param message Where it is open; never what belongs there. */
  constructor(message: string) {
    super('still open', message);
  }
}

/** One thing a right answer does. Exercises list theirs from the most fundamental to the subtlest. */
export interface Check<A extends Answer> {
  /** What a right answer does, as the end of "Your function …" or "Your formula …". */
  readonly name: string;
  /** What it is worth; the points of a battery add up to 100. */
  readonly points: number;
  /**
   * @param seed Which random inputs; 0 where left out.
   * @throws {Failure} where the candidate does not do it.
   */
  run(candidate: A, seed?: number): void;
}

/** A plausible mistake: what the checks are tested on, and what a candidate's numbers are compared with. */
export interface WrongVersion<A extends Answer> {
  readonly name: string;
  /** What to say to someone whose numbers are these. */
  readonly says: string;
  /** The name of the first check that it breaks. */
  readonly caughtBy: string;
  readonly candidate: A;
}

/** A right answer written in its own way; no check may refuse it. */
export interface RightVersion<A extends Answer> {
  readonly name: string;
  readonly candidate: A;
}

/** An exercise: its text, its checks, and the wrong and right versions that test the checks. */
export interface Exercise<A extends Answer = Answer> {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly why: string;
  readonly difficulty: Dots;
  readonly importance: Dots;
  readonly minutes: number;
  /** What is asked for; a function where left out. An experiment is a function that judges a layer: see judging.ts. */
  readonly asks?: 'an experiment' | 'a formula' | 'formulas' | 'a table' | 'names';
  readonly signature: string;
  /** The name under which a file exports the answer, where it may stand in a file. */
  readonly exportName?: string;
  /** What such a file may import; nothing where left out. */
  readonly mayImport?: 'normlab';
  readonly hints: readonly [string, string, string];
  /** The worked solution, as TypeScript. */
  readonly solution: string;
  readonly checks: readonly Check<A>[];
  /** Whether each check counts whatever the others find, as the lines of a table do; else the first that fails ends it. */
  readonly countsEach?: true;
  readonly wrong: readonly WrongVersion<A>[];
  readonly right: readonly RightVersion<A>[];
}

/** What an exercise asks for. */
export type AnswerTo<E> = E extends Exercise<infer A> ? A : never;
