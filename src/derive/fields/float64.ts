import erf from '@stdlib/math-base-special-erf';
import exp from '@stdlib/math-base-special-exp';
import log from '@stdlib/math-base-special-ln';
import tanh from '@stdlib/math-base-special-tanh';
import { outsideDomain } from '../errors.js';
import { drawDigits } from './field.js';
import type { Field } from './field.js';

/** What is not a finite number is no result. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw outsideDomain;
  return value;
}

/** Ordinary numbers, for counter-examples that one can follow, and for comparing with `src`. The same bits everywhere. */
export const float64: Field<number> = {
  name: 'float64',
  zero: 0,
  one: 1,
  number: Number,
  pi: () => Math.PI,
  draw: (random, positive, style) => Number(drawDigits(random, positive, style, 14)),
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => finite(a / b),
  sqrt: (a) => finite(Math.sqrt(a)),
  exp: (a) => finite(exp(a)),
  log: (a) => finite(log(a)),
  tanh,
  erf,
  abs: Math.abs,
  less: (a, b) => a < b,
  toNumber: (a) => a,
};
