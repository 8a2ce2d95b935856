import { NotInThisField } from '../errors.js';
import type { Field } from './field.js';

/** The degrees of numerator and denominator of an expression in its variables. */
export interface Degree {
  readonly over: number;
  readonly under: number;
}

const missing = (): never => {
  throw new NotInThisField();
};
const add = (a: Degree, b: Degree): Degree => ({
  over: Math.max(a.over + b.under, b.over + a.under),
  under: a.under + b.under,
});

/**
 * Degrees in place of numbers. A polynomial of degree d that is not zero vanishes at a random point of a field of p
 * elements with probability at most d/p (Schwartz 1980, Zippel 1979): that is the error bound of an exact check.
 */
export const degrees: Field<Degree> = {
  name: 'degrees',
  zero: { over: 0, under: 0 },
  one: { over: 0, under: 0 },
  number: () => ({ over: 0, under: 0 }),
  pi: () => ({ over: 2, under: 0 }),
  // A positive number is drawn as a square.
  draw: (_random, positive) => ({ over: positive ? 2 : 1, under: 0 }),
  add,
  subtract: add,
  multiply: (a, b) => ({ over: a.over + b.over, under: a.under + b.under }),
  divide: (a, b) => ({ over: a.over + b.under, under: a.under + b.over }),
  sqrt: ({ over, under }) => ({ over: over / 2, under: under / 2 }),
  // A power of 4 counts as an unknown of its own.
  exp: () => ({ over: 1, under: 0 }),
  tanh: () => ({ over: 2, under: 2 }),
  abs: (a) => a,
  log: missing,
  erf: missing,
  less: missing,
  toNumber: ({ over, under }) => Math.max(over, under),
};
