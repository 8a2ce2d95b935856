import { twoOverRootPi } from './field.js';
import type { Field } from './field.js';

/** A value and its derivative: a + a′·δ with δ² = 0. */
export interface Dual<T> {
  readonly value: T;
  readonly slope: T;
}

const known = new Map<unknown, unknown>();

/**
 * Dual numbers over any field: what is computed with them carries its exact derivative along. Over dual numbers again they carry
 * second derivatives.
 *
 * @example
 * const d = dual(float64);
 * d.multiply({ value: 3, slope: 1 }, { value: 3, slope: 1 }); // x² at 3: { value: 9, slope: 6 }
 */
export function dual<T>(F: Field<T>): Field<Dual<T>> {
  const made = (known.get(F) as Field<Dual<T>> | undefined) ?? make(F);
  known.set(F, made);
  return made;
}

function make<T>(F: Field<T>): Field<Dual<T>> {
  const fixed = (value: T): Dual<T> => ({ value, slope: F.zero });
  return {
    name: `${F.name} with derivatives`,
    zero: fixed(F.zero),
    one: fixed(F.one),
    number: (digits) => fixed(F.number(digits)),
    pi: (random) => fixed(F.pi(random)),
    draw: (random, positive, style) => fixed(F.draw(random, positive, style)),
    less: (a, b) => F.less(a.value, b.value),
    toNumber: (a) => F.toNumber(a.value),
    ...arithmetic(F),
    ...functions(F),
  };
}

/** Most numbers do not depend on what is differentiated by: their slope is this very zero, and costs nothing. */
function arithmetic<T>(F: Field<T>): Pick<Field<Dual<T>>, 'add' | 'subtract' | 'multiply' | 'divide'> {
  const { zero } = F;
  const areFixed = (a: Dual<T>, b: Dual<T>): boolean => a.slope === zero && b.slope === zero;
  const times = (factor: T, slope: T): T => (slope === zero ? zero : F.multiply(factor, slope));
  return {
    add: (a, b) => ({
      value: F.add(a.value, b.value),
      slope: areFixed(a, b) ? zero : F.add(a.slope, b.slope),
    }),
    subtract: (a, b) => ({
      value: F.subtract(a.value, b.value),
      slope: areFixed(a, b) ? zero : F.subtract(a.slope, b.slope),
    }),
    multiply: (a, b) => ({
      value: F.multiply(a.value, b.value),
      slope: areFixed(a, b) ? zero : F.add(times(a.value, b.slope), times(b.value, a.slope)),
    }),
    divide(a, b) {
      const value = F.divide(a.value, b.value);
      if (areFixed(a, b)) return { value, slope: zero };
      return { value, slope: F.divide(F.subtract(a.slope, times(value, b.slope)), b.value) };
    },
  };
}

type Functions = 'sqrt' | 'exp' | 'log' | 'tanh' | 'erf' | 'abs';

/** f(a) and f′(a)·a′, where f′ may use the value that was just computed. */
function functions<T>(F: Field<T>): Pick<Field<Dual<T>>, Functions> {
  const rule =
    (f: (a: T) => T, slope: (a: T, value: T) => T) =>
    (a: Dual<T>): Dual<T> => {
      const value = f(a.value);
      // Where √ or |·| is 0 there may be no slope at all, which only the rule itself can tell.
      const isFixed = a.slope === F.zero && F.toNumber(value) !== 0;
      return { value, slope: isFixed ? F.zero : F.multiply(slope(a.value, value), a.slope) };
    };
  const bell = (a: T): T => F.exp(F.subtract(F.zero, F.multiply(a, a)));
  return {
    sqrt: rule(F.sqrt, (_, root) => F.divide(F.one, F.add(root, root))),
    exp: rule(F.exp, (_, value) => value),
    log: rule(F.log, (a) => F.divide(F.one, a)),
    tanh: rule(F.tanh, (_, t) => F.subtract(F.one, F.multiply(t, t))),
    erf: rule(F.erf, (a) => F.multiply(F.number(twoOverRootPi), bell(a))),
    abs: rule(F.abs, (a, value) => F.divide(a, value)),
  };
}
