import type { Candidate, WrongVersion } from '../exercise.js';
import type { Inputs } from './plain.js';
import type { Form } from './reading.js';
import type { Smallest } from './shrinking.js';

/** What candidates of one exercise are compared with. */
export interface Standard<A extends Inputs, F extends Candidate> {
  readonly reference: F;
  /** What the arguments are called. */
  readonly names: readonly string[];
  readonly form: Form;
  readonly wrong: readonly Pick<WrongVersion<F>, 'name' | 'says' | 'candidate'>[];
  /** Inputs on which the wrong versions differ from each other. */
  readonly telling: readonly A[];
  /** Which of them have a say about a mistake on this one: all where left out. */
  related?(failing: A, telling: A): boolean;
  /** How small an input that shows a mistake may become. */
  readonly smallest: Smallest;
  /** How large the terms are that cancel in a part of the result: nobody can keep more digits than of these. */
  size(inputs: A, part: string): number;
}
