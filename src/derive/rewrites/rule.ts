import type { Alphabet } from '../alphabet.js';
import type { Expr } from '../expression.js';
import type { Random } from '../random.js';

/** What a rule may look at besides the place itself. */
export interface Scene {
  readonly alphabet: Alphabet;
  readonly random: Random;
  /** Letters that stand somewhere in the line, or may. */
  readonly used: ReadonlySet<string>;
}

/** In what other ways something can be written; none where the rule does not apply. */
export type Rule = (expr: Expr, scene: Scene) => readonly Expr[];
