/** What a derivation is made of. It is data: whoever reads, checks, draws or grades it gets the same lines. */

/**
 * What the letters of a derivation stand for.
 *
 *     { sizes: { C: [2, 3, 5] }, indices: { i: 'C', j: 'C', k: 'C' },
 *       variables: { x: 'C', eps: 'positive' },
 *       definitions: { mu: 'mean(k, x[k])', 'c[i]': 'x[i] - mu' } }
 */
export interface Letters {
  /** Lengths, each with the values at which every line is tested; the first values go together, then the second ones. */
  readonly sizes: Readonly<Record<string, readonly number[]>>;
  /** Index letters, and the length that each runs over. */
  readonly indices: Readonly<Record<string, string>>;
  /** What may take any value: its axes, then what it is restricted to: 'C', 'N,C', 'number', 'positive', 'C sum1'. */
  readonly variables: Readonly<Record<string, string>>;
  /** What is made of them, in order: a name with its indices, and an expression. */
  readonly definitions?: Readonly<Record<string, string>>;
  /** How a name is typeset, where it is not as one would guess: { rstd: 'r' }. */
  readonly tex?: Readonly<Record<string, string>>;
}

export type Relation = '=' | '<=' | '>=';

/** One line. It follows from the line before; the first line of a derivation is where it starts. */
export interface Line {
  readonly expr: string;
  /** How it stands to the line before. */
  readonly relation: Relation;
  /** Why it follows, as text that may hold $TeX$. */
  readonly why: string;
  /** What an answer for this line may no longer contain: names and functions, such as D, or mean(c). */
  readonly forbid: readonly string[];
  /** How many numbers, names and signs an answer may have at most. */
  readonly maxNodes: number | undefined;
}

export interface Derivation {
  /** In small letters with dashes: the name of its file. */
  readonly name: string;
  readonly title: string;
  /** What it says, in words. */
  readonly says: string;
  readonly source: string;
  /** The function of `src` that its last line must agree with: 'norm/layer-norm: dx'. */
  readonly agreesWith: string;
  readonly letters: Letters;
  readonly lines: readonly Line[];
}

/** What a line can say about itself besides its expression. */
export interface LineOptions {
  readonly relation?: Relation;
  readonly forbid?: readonly string[];
  readonly maxNodes?: number;
}

/**
 * One line of a derivation.
 *
 * @example
 * line('rstd * g[j]', 'the sum over i keeps one term', { forbid: ['D'] });
 */
export function line(expr: string, why: string = '', options: LineOptions = {}): Line {
  const { relation = '=', forbid = [], maxNodes } = options;
  return { expr, relation, why, forbid, maxNodes };
}
