import { partsOf } from './expression.js';
import type { Expr } from './expression.js';

/** What a variable is restricted to. `sum1` and `centred` speak of its last axis. */
export type Domain = 'real' | 'positive' | 'nonzero' | 'sum1' | 'centred';

export interface Variable {
  /** The lengths of its axes, by name. */
  readonly axes: readonly string[];
  readonly domain: Domain;
}

export interface Definition {
  /** The letters it is written with. */
  readonly letters: readonly string[];
  readonly axes: readonly string[];
  readonly expr: Expr;
}

/** Letters, read: what every name stands for. */
export interface Alphabet {
  readonly sizes: Readonly<Record<string, readonly number[]>>;
  /** Index letters with the length they run over; besides those of the derivation some spare ones: c1, c2, … for C. */
  readonly indices: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly tex: Readonly<Record<string, string>>;
}

/** The axes of a variable or a definition; nothing where there is no such name. */
export function axesOf(name: string, alphabet: Alphabet): readonly string[] | undefined {
  return alphabet.variables.get(name)?.axes ?? alphabet.definitions.get(name)?.axes;
}

/** The name that is typeset as this, or nothing: 'rstd' for r. */
export function typesetAs(written: string, { tex }: Alphabet): string | undefined {
  return Object.keys(tex).find((name) => tex[name] === written);
}

/** Whether a name is one of the numbers that need no index: a length, or π. */
export function isNumberName(name: string, { sizes }: Alphabet): boolean {
  return Object.hasOwn(sizes, name) || name === 'pi';
}

/** The sizes at which every line is tested: [{ C: 2 }, { C: 3 }, { C: 5 }]. */
export function testedSizes({ sizes }: Alphabet): Readonly<Record<string, number>>[] {
  const entries = Object.entries(sizes);
  const count = Math.max(1, ...entries.map(([, values]) => values.length));
  return Array.from({ length: count }, (_, k) =>
    Object.fromEntries(entries.map(([size, values]) => [size, values[Math.min(k, values.length - 1)]])),
  );
}

/** Everything in an expression, and in the definitions that it uses. */
export function withDefinitions(expr: Expr, { definitions }: Alphabet): Expr[] {
  const [found, seen]: [Expr[], Set<string>] = [[], new Set()];
  const visit = (part: Expr): void => {
    found.push(part);
    const definition = part.kind === 'name' && !seen.has(part.name) ? definitions.get(part.name) : undefined;
    if (definition && part.kind === 'name') {
      seen.add(part.name);
      visit(definition.expr);
    }
    partsOf(part).forEach(visit);
  };
  visit(expr);
  return found;
}

/** The variables that an expression depends on, through definitions. */
export function variablesIn(expr: Expr, alphabet: Alphabet): Set<string> {
  const names = withDefinitions(expr, alphabet).map((part) => (part.kind === 'name' ? part.name : ''));
  return new Set(names.filter((name) => alphabet.variables.has(name)));
}
