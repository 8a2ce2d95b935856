import { NotInThisField, outsideDomain } from '../errors.js';
import type { Random } from '../random.js';
import type { Field } from './field.js';
import { inverse, modulo, power, rootOf } from './modular.js';

/**
 * The finite field of p elements, in which a line is checked exactly: two polynomials that differ have different values
 * at nearly every point.
 *
 * p = 2q + 1 with q prime as well, and below 2²⁶, so that products are exact in doubles. Both leave 3 when divided by 4:
 * then exactly one of a and −a is a square, and the squares can play the positive numbers. √ takes the root that is itself a
 * square, so √a·√b = √(ab) holds and √(x²) = x does not.
 *
 * Every number carries its rest by p and, independent of it, its rest by q. exp(t) = 4^(t mod q): since 4 has order q, exp(a + b) =
 * exp(a)·exp(b) holds exactly.
 */
export interface Residue {
  /** The rest by p. */
  readonly p: number;
  /** The rest by q, which only exponents need; nothing where it is not known. */
  readonly q: number | undefined;
}

export const P = 67058879;
export const Q = 33529439;

/** One operation on both rests. */
const both =
  (f: (a: number, b: number, m: number) => number) =>
  (a: Residue, b: Residue): Residue => ({
    p: f(a.p, b.p, P),
    q: a.q === undefined || b.q === undefined ? undefined : f(a.q, b.q, Q),
  });

const add = both((a, b, m) => (a + b) % m);
const subtract = both((a, b, m) => modulo(a - b, m));
const multiply = both((a, b, m) => (a * b) % m);

function divide(a: Residue, b: Residue): Residue {
  if (b.p === 0) throw outsideDomain;
  const q = a.q === undefined || !b.q ? undefined : (a.q * inverse(b.q, Q)) % Q;
  return { p: (a.p * inverse(b.p, P)) % P, q };
}

function sqrt(a: Residue): Residue {
  if (a.p === 0) return { p: 0, q: undefined };
  const p = rootOf(a.p, P);
  if (p === undefined) throw outsideDomain;
  return { p, q: a.q === undefined ? undefined : rootOf(a.q, Q) };
}

function exp(a: Residue): Residue {
  if (a.q === undefined) throw new NotInThisField();
  return { p: power(4, a.q, P), q: undefined };
}

function abs(a: Residue): Residue {
  return a.p === 0 || rootOf(a.p, P) !== undefined ? a : subtract({ p: 0, q: 0 }, a);
}

const constants = new Map<string, Residue>();

function number(digits: string): Residue {
  const known = constants.get(digits);
  if (known) return known;
  const [whole, fraction = ''] = digits.split('.');
  const rest = (m: number): number => {
    const over = Number(((BigInt(whole + fraction) % BigInt(m)) + BigInt(m)) % BigInt(m));
    const under = Number(10n ** BigInt(fraction.length) % BigInt(m));
    return (over * inverse(under, m)) % m;
  };
  const made = { p: rest(P), q: rest(Q) };
  constants.set(digits, made);
  return made;
}

const missing = (): never => {
  throw new NotInThisField();
};

const squared = (a: Residue): Residue => multiply(a, a);

/** With the rests by q, which exponents need, or without them: twice as fast. */
function make(name: string, drawn: (random: Random) => Residue): Field<Residue> {
  return {
    name,
    zero: { p: 0, q: 0 },
    one: { p: 1, q: 1 },
    number,
    // What holds for an unknown positive number holds for π.
    pi: (random) => squared(drawn(random)),
    draw: (random, positive) => (positive ? squared(drawn(random)) : drawn(random)),
    add,
    subtract,
    multiply,
    divide,
    sqrt,
    exp,
    log: missing,
    erf: missing,
    less: missing,
    tanh(a) {
      const e = exp(add(a, a));
      const one = { p: 1, q: 1 };
      return divide(subtract(e, one), add(e, one));
    },
    abs,
    toNumber: (a) => a.p,
  };
}

export const finite: Field<Residue> = make('finite', (random) => ({ p: random.below(P), q: undefined }));
export const finiteWithExponents: Field<Residue> = make('finite with exponents', (random) => ({
  p: random.below(P),
  q: random.below(Q),
}));

/** Every number has a root here: that of −a where a has none. For finding out which radicands are squares. */
export const surveying: Field<Residue> = {
  ...finiteWithExponents,
  name: 'finite, for surveying',
  sqrt(a) {
    const p = rootOf(a.p, P) ?? rootOf(P - a.p, P) ?? 0;
    return { p, q: a.q };
  },
};
