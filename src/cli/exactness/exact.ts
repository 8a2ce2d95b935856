import { decimals } from '../../derive/fields/decimals.js';
import type { Decimal } from '../../derive/mathjs.js';
import { randomFrom } from '../../derive/random.js';

/** Arithmetic with 64 digits. */
const field = decimals(64);
const [zero, one, pi] = [field.zero, field.one, field.pi(randomFrom(0))];
let made = 0;

/**
 * A number of 64 digits that knows what it was made of, and so its derivatives: what the norms of `src` are measured
 * against. It shares nothing with their backwards but the rules of differentiation.
 */
export class Exact {
  readonly order = made++;
  readonly value: Decimal;
  /** The numbers it was made of, and how it changes with each. */
  private readonly parts: readonly (readonly [Exact, Decimal])[];

  private constructor(value: Decimal, parts: readonly (readonly [Exact, Decimal])[] = []) {
    this.value = value;
    this.parts = parts;
  }

  /** What a float64 holds, to the last bit: 0.1 is 0.1000000000000000055511… */
  static of(value: number): Exact {
    let [whole, power] = [value, one];
    for (; !Number.isInteger(whole); whole *= 2) power = field.add(power, power);
    return new Exact(field.divide(field.number(String(whole)), power));
  }

  static pi(): Exact {
    return new Exact(pi);
  }

  static sum(terms: readonly Exact[]): Exact {
    const total = terms.reduce((sofar, { value }) => field.add(sofar, value), zero);
    return new Exact(
      total,
      terms.map((term) => [term, one]),
    );
  }

  plus(other: Exact): Exact {
    return Exact.sum([this, other]);
  }

  minus(other: Exact): Exact {
    return new Exact(field.subtract(this.value, other.value), [
      [this, one],
      [other, field.subtract(zero, one)],
    ]);
  }

  times(other: Exact): Exact {
    return new Exact(field.multiply(this.value, other.value), [
      [this, other.value],
      [other, this.value],
    ]);
  }

  over(other: Exact): Exact {
    const quotient = field.divide(this.value, other.value);
    return new Exact(quotient, [
      [this, field.divide(one, other.value)],
      [other, field.subtract(zero, field.divide(quotient, other.value))],
    ]);
  }

  root(): Exact {
    const root = field.sqrt(this.value);
    return new Exact(root, [[this, field.divide(one, field.add(root, root))]]);
  }

  tanh(): Exact {
    const t = field.tanh(this.value);
    return new Exact(t, [[this, field.subtract(one, field.multiply(t, t))]]);
  }

  erf(): Exact {
    const bell = field.exp(field.subtract(zero, field.multiply(this.value, this.value)));
    const slope = field.divide(field.add(bell, bell), field.sqrt(pi));
    return new Exact(field.erf(this.value), [[this, slope]]);
  }

  size(): Exact {
    return field.less(this.value, zero) ? Exact.of(0).minus(this) : this;
  }

  /** The larger of the two; where they are equal, this one. */
  atLeast(least: Exact): Exact {
    return field.less(this.value, least.value) ? least : this;
  }

  /** The same number, as a constant on the way back. */
  fixed(): Exact {
    return new Exact(this.value);
  }

  /** The derivatives of Σ outputs · cotangents by each of the inputs. */
  static gradients(
    outputs: readonly Exact[],
    cotangents: readonly Exact[],
    inputs: readonly Exact[],
  ): Decimal[] {
    const total = Exact.sum(outputs.map((output, i) => output.times(cotangents[i])));
    const slopes = new Map<Exact, Decimal>([[total, one]]);
    for (const node of madeOf(total)) {
      const slope = slopes.get(node) ?? zero;
      for (const [part, change] of node.parts)
        slopes.set(part, field.add(slopes.get(part) ?? zero, field.multiply(slope, change)));
    }
    return inputs.map((input) => slopes.get(input) ?? zero);

    /** All that a number was made of, the latest first. */
    function madeOf(last: Exact): Exact[] {
      const [found, open] = [new Set<Exact>([last]), [last]];
      for (let node = open.pop(); node; node = open.pop())
        for (const [part] of node.parts)
          if (!found.has(part)) {
            found.add(part);
            open.push(part);
          }
      return [...found].sort((a, b) => b.order - a.order);
    }
  }
}

/** How far a float is from an exact number, of which it should be the rounded value. */
export function distance(got: number, want: Decimal): number {
  return Math.abs(field.toNumber(field.subtract(Exact.of(got).value, want)));
}
