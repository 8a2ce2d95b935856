/** Which variables a difference between two lines depends on. */
import { variablesIn } from './alphabet.js';
import type { Variable } from './alphabet.js';
import type { Comparison, Difference } from './agreement.js';
import { OutsideDomain } from './errors.js';
import { evaluate } from './evaluate.js';
import type { Field } from './fields/field.js';
import { pointAt } from './point.js';
import type { Point } from './point.js';

/**
 * The variables whose numbers change what one of the two lines is worth at this place. A name may stand in a line through
 * what it is made of and change nothing: y by β is 1, whatever x is.
 */
export function variablesThatMatter<T>(comparison: Comparison, found: Difference<T>): Set<string> {
  const { alphabet, before, after } = comparison;
  const named = [before, after].flatMap((side) => [...variablesIn(side, alphabet)]);
  return new Set(
    named.filter((name) => {
      const variable = alphabet.variables.get(name);
      return variable && matters(comparison, found, name, variable);
    }),
  );
}

function matters<T>(comparison: Comparison, found: Difference<T>, name: string, of: Variable): boolean {
  // One entry of these cannot be changed alone.
  if (of.domain === 'sum1' || of.domain === 'centred') return true;
  const { point } = found;
  const entries = point.values.get(name) ?? [];
  return entries.some((entry, k) =>
    movedBy(point.field, entry, of).some((moved) => {
      const values = new Map(point.values).set(
        name,
        entries.map((other, i) => (i === k ? moved : other)),
      );
      return isOther(comparison, found, pointAt(point.field, point.alphabet, point.sizes, values));
    }),
  );
}

/** An entry at two other places within its domain, one of the other sign where there is one: a line may have two branches. */
function movedBy<T>({ add, subtract, number, zero }: Field<T>, entry: T, { domain }: Variable): readonly T[] {
  if (domain === 'positive') return [add(entry, number('1')), add(entry, number('2.5'))];
  const opposite = subtract(zero, entry);
  return [domain === 'nonzero' ? add(entry, entry) : add(entry, number('1')), opposite];
}

/** Whether one of the lines has another value at this point. */
function isOther<T>({ before, after }: Comparison, found: Difference<T>, there: Point<T>): boolean {
  const { field } = there;
  const differs = (now: T, then: T): boolean => {
    const [a, b] = [field.toNumber(now), field.toNumber(then)];
    return Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  };
  try {
    return (
      differs(evaluate(before, there, found.at), found.before) ||
      differs(evaluate(after, there, found.at), found.after)
    );
  } catch (error) {
    if (error instanceof OutsideDomain) return true;
    throw error;
  }
}
