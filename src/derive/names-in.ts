import { withDefinitions } from './alphabet.js';
import type { Alphabet, Domain } from './alphabet.js';
import { readDerivation } from './check.js';
import type { Derivation } from './derivation.js';
import type { Expr, Name } from './expression.js';

/** A name as it is written in a derivation, and what it stands for. */
export interface Named {
  /** With its indices: `xhat[i]`. */
  readonly name: Name;
  /** What it is made of; nothing where it may take any value. */
  readonly madeOf?: Expr;
  /** What it is restricted to, where it may take any value. */
  readonly domain?: Domain;
}

/**
 * The names in the first lines of a derivation, and in what those are made of: first what is given, then what is made of
 * it, in order.
 *
 * @param upTo How many of its lines; all unless said otherwise.
 * @example
 * namesIn(derivations['layer-norm-xhat']).map(({ name }) => print(name)); // ['x[i]', 'eps', 'mu', …]
 */
export function namesIn(derivation: Derivation, upTo: number = derivation.lines.length): Named[] {
  const { alphabet, exprs } = readDerivation(derivation);
  const parts = exprs.slice(0, upTo).flatMap((expr) => withDefinitions(expr, alphabet));
  const used = new Set(parts.map((part) => (part.kind === 'name' ? part.name : '')));
  const given = [...alphabet.variables].map(([name, { axes, domain }]) => ({
    name: named(name, indicesOf(axes, alphabet)),
    domain,
  }));
  const made = [...alphabet.definitions].map(([name, { letters, expr }]) => ({
    name: named(name, letters),
    madeOf: expr,
  }));
  return [...given, ...made].filter(({ name }) => used.has(name.name));
}

const named = (name: string, at: readonly string[]): Name => ({ kind: 'name', name, at });

/** For each axis an index letter that runs over it, none twice. */
function indicesOf(axes: readonly string[], { indices }: Alphabet): string[] {
  const taken: string[] = [];
  for (const axis of axes) {
    const [letter] = [...indices].find(([index, over]) => over === axis && !taken.includes(index)) ?? [axis];
    taken.push(letter);
  }
  return taken;
}
