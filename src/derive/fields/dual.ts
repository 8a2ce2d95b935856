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
  const [zero, one] = [F.number('0'), F.number('1')];
  const fixed = (value: T): Dual<T> => ({ value, slope: zero });
  return {
    name: `${F.name} with derivatives`,
    number: (digits) => fixed(F.number(digits)),
    pi: (random) => fixed(F.pi(random)),
    draw: (random, positive, style) => fixed(F.draw(random, positive, style)),
    less: (a, b) => F.less(a.value, b.value),
    toNumber: (a) => F.toNumber(a.value),
    ...arithmetic(F),
    ...functions(F, one),
  };
}

function arithmetic<T>(F: Field<T>): Pick<Field<Dual<T>>, 'add' | 'subtract' | 'multiply' | 'divide'> {
  return {
    add: (a, b) => ({ value: F.add(a.value, b.value), slope: F.add(a.slope, b.slope) }),
    subtract: (a, b) => ({ value: F.subtract(a.value, b.value), slope: F.subtract(a.slope, b.slope) }),
    multiply: (a, b) => ({
      value: F.multiply(a.value, b.value),
      slope: F.add(F.multiply(a.value, b.slope), F.multiply(a.slope, b.value)),
    }),
    divide(a, b) {
      const value = F.divide(a.value, b.value);
      return { value, slope: F.divide(F.subtract(a.slope, F.multiply(value, b.slope)), b.value) };
    },
  };
}

type Functions = 'sqrt' | 'exp' | 'log' | 'tanh' | 'erf' | 'abs';

function functions<T>(F: Field<T>, one: T): Pick<Field<Dual<T>>, Functions> {
  const times = (slope: T, a: Dual<T>): T => F.multiply(slope, a.slope);
  return {
    sqrt(a) {
      const value = F.sqrt(a.value);
      return { value, slope: F.divide(a.slope, F.add(value, value)) };
    },
    exp(a) {
      const value = F.exp(a.value);
      return { value, slope: times(value, a) };
    },
    log: (a) => ({ value: F.log(a.value), slope: F.divide(a.slope, a.value) }),
    tanh(a) {
      const value = F.tanh(a.value);
      return { value, slope: times(F.subtract(one, F.multiply(value, value)), a) };
    },
    erf(a) {
      const value = F.erf(a.value);
      const bell = F.exp(F.subtract(F.number('0'), F.multiply(a.value, a.value)));
      return { value, slope: times(F.multiply(F.number(twoOverRootPi), bell), a) };
    },
    abs(a) {
      const value = F.abs(a.value);
      return { value, slope: times(F.divide(a.value, value), a) };
    },
  };
}
