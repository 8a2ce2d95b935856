import { outsideDomain } from '../errors.js';
import { decimalClass } from '../mathjs.js';
import type { Decimal, DecimalClass } from '../mathjs.js';
import { drawDigits } from './field.js';
import type { Field } from './field.js';

function insist(holds: boolean): void {
  if (!holds) throw outsideDomain;
}

function finite(value: Decimal): Decimal {
  insist(value.isFinite());
  return value;
}

const known = new Map<number, Field<Decimal>>();

/**
 * Decimal numbers that carry so many digits: everything can be computed in them.
 *
 * @param digits 64 for checking; more where two fields disagree.
 */
export function decimals(digits: number): Field<Decimal> {
  const made = known.get(digits) ?? make(digits, decimalClass(digits));
  known.set(digits, made);
  return made;
}

function make(digits: number, D: DecimalClass): Field<Decimal> {
  const [zero, one, two] = [new D(0), new D(1), new D(2)];
  const pi = D.acos(-1);
  const constants = { zero, one, two, pi, smallest: new D(10).pow(-digits - 6) };
  const exp = remembered((a) => finite(a.exp()));
  return {
    name: `${digits} digits`,
    zero,
    one,
    number: (text) => new D(text),
    pi: () => pi,
    draw: (random, positive, style) => new D(drawDigits(random, positive, style, 40)),
    add: (a, b) => a.plus(b),
    subtract: (a, b) => a.minus(b),
    multiply: (a, b) => a.times(b),
    divide: (a, b) => (insist(!b.isZero()), finite(a.div(b))),
    sqrt: remembered((a) => (insist(!a.isNegative() || a.isZero()), a.sqrt())),
    exp,
    log: remembered((a) => (insist(a.gt(0)), a.ln())),
    // By way of exp(−2|a|), which stays small: quick for large a as well.
    tanh(a) {
      const e = exp(a.abs().times(-2));
      const t = one.minus(e).div(one.plus(e));
      return a.isNegative() ? t.neg() : t;
    },
    erf: remembered((a) => erf(a, constants)),
    abs: (a) => a.abs(),
    less: (a, b) => a.lt(b),
    toNumber: (a) => a.toNumber(),
  };
}

/** Derivatives ask for the same value again and again, and a value takes milliseconds. */
function remembered(f: (a: Decimal) => Decimal): (a: Decimal) => Decimal {
  const known = new Map<string, Decimal>();
  return (a) => {
    const key = String(a);
    const value = known.get(key) ?? f(a);
    if (known.size > 1000) known.clear();
    known.set(key, value);
    return value;
  };
}

interface Constants {
  readonly zero: Decimal;
  readonly one: Decimal;
  readonly two: Decimal;
  readonly pi: Decimal;
  readonly smallest: Decimal;
}

/** 2/√π · exp(−a²) · Σ 2ᵏ a²ᵏ⁺¹ / (2k+1)!!, whose terms all have one sign, so that no digit is lost. */
function erf(a: Decimal, { zero, one, two, pi, smallest }: Constants): Decimal {
  if (a.isZero()) return zero;
  if (a.abs().gt(24)) return a.isNegative() ? one.neg() : one;
  const square = a.times(a);
  let [term, total] = [a, a];
  for (let k = 1; term.abs().gt(smallest.times(total.abs())); k++) {
    term = term
      .times(square)
      .times(2)
      .div(2 * k + 1);
    total = total.plus(term);
  }
  return two.div(pi.sqrt()).times(square.neg().exp()).times(total);
}
