import { fitting, readDerivation } from '../../derive/check.js';
import type { Derivation } from '../../derive/derivation.js';
import { edits } from '../../derive/edits.js';
import type { Edit } from '../../derive/edits.js';
import { ShapeMistake, Unreadable } from '../../derive/errors.js';
import type { Expr } from '../../derive/expression.js';
import { print } from '../../derive/print.js';
import { randomFrom, seedOf } from '../../derive/random.js';
import type { Random } from '../../derive/random.js';

/** A line with one slip planted in it. */
export interface Mutant {
  readonly derivation: Derivation;
  /** From 1. */
  readonly line: number;
  readonly kind: string;
  readonly text: string;
  /** As it is read; nothing where its indices do not fit. */
  readonly expr: Expr | undefined;
}

export interface Planting {
  readonly seed: number;
  /** At most so many for a line, as many kinds among them as there are. */
  readonly perLine: number;
}

/** Plants single edits in every line of a derivation. Each is read anew, as the answer of a learner would be. */
export function mutantsOf(derivation: Derivation, { seed, perLine }: Planting): Mutant[] {
  const { alphabet, free, exprs } = readDerivation(derivation);
  const random = randomFrom(seed + seedOf(`${derivation.name} mutants`));
  return exprs.flatMap((line, i) => {
    const read = (edit: Edit): Mutant => {
      const text = print(edit.expr);
      return { derivation, line: i + 1, kind: edit.kind, text, expr: readOrNothing(text, alphabet, free) };
    };
    const made = sampled(edits(line, alphabet), perLine, random).map(read);
    return withoutTwins(made, print(line));
  });
}

/** Without an index, a vector may be read as what it was before: that is no mutant, nor is one that reads as another. */
function withoutTwins(mutants: readonly Mutant[], original: string): Mutant[] {
  const seen = new Set([original]);
  return mutants.filter(({ expr, text }) => {
    const key = expr ? print(expr) : text;
    return !seen.has(key) && seen.add(key);
  });
}

function readOrNothing(
  text: string,
  ...how: [Parameters<typeof fitting>[1], readonly string[]]
): Expr | undefined {
  try {
    return fitting(text, ...how);
  } catch (error) {
    if (error instanceof ShapeMistake || error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** One of each kind, then a second one of each, and so on. */
function sampled(all: readonly Edit[], count: number, random: Random): Edit[] {
  if (all.length <= count) return [...all];
  const kinds = shuffled([...new Set(all.map(({ kind }) => kind))], random);
  const byKind = kinds.map((kind) =>
    shuffled(
      all.filter((edit) => edit.kind === kind),
      random,
    ),
  );
  const rounds = Math.max(...byKind.map(({ length }) => length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    byKind.flatMap((edit) => edit.slice(round, round + 1)),
  ).flat();
  return inTurn.slice(0, count);
}

export function shuffled<T>(all: readonly T[], random: Random): T[] {
  const left = [...all];
  return all.map(() => left.splice(random.below(left.length), 1)[0]);
}
