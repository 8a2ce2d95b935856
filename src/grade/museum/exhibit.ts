import type { Candidate, Exercise } from '../exercise.js';
import type { Experiment } from '../judging.js';

/** How far a wrong layer is from the right one: ‖wrong − right‖ / ‖right‖; null where the bug leaves that part alone. */
export interface Damage {
  readonly output: number | null;
  /** Of the gradient for x, for a random cotangent. */
  readonly gradient: number | null;
}

/** What a bug costs, measured here against the one quantity that decides it. */
export interface Cost {
  readonly against: string;
  readonly at: readonly number[];
  /** Measures on seeded normal inputs: nothing is remembered. */
  measure(at: number): Damage;
}

/** A bug that was found in public, told without blame, as a layer of our own that has it. */
export interface Exhibit<L extends Candidate = Candidate, A extends Candidate = Experiment<L>> {
  readonly id: string;
  readonly title: string;
  /** Where it stood, how it looks, and why it is so easy to make. */
  readonly story: readonly [string, string, string];
  /** The public place, by its title. */
  readonly reported: string;
  readonly wrong: L;
  readonly right: L;
  readonly fix: string;
  readonly cost: Cost;
  /** Find it, prove it. */
  readonly exercise: Exercise<A>;
}
