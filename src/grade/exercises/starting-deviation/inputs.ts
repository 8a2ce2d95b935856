import { exp, tanh } from '../../../tensor/elementary.js';

/** A function from number to number. */
export type Activation = (z: number) => number;

/** The function the exercise asks for. */
export type DeviationFunction = (n: number, phi: Activation) => number;

/** An activation with its name. */
export interface Named {
  readonly name: string;
  readonly phi: Activation;
}

const named = (name: string, phi: Activation): Named => ({ name, phi });

export const identity = named('z', (z) => z);
export const relu = named('max(0, z)', (z) => Math.max(0, z));
export const bent = named('tanh z', tanh);
/** Its mean square is 9, however few are drawn. */
export const constant = named('3', () => 3);
/** Their mean is not 0, they are flat in places, or they grow faster than z. */
export const others: readonly Named[] = [
  named('z + 1', (z) => z + 1),
  named('1 / (1 + exp(−z))', (z) => 1 / (1 + exp(-z))),
  named('|z|', Math.abs),
  named('max(0.2 z, z)', (z) => Math.max(0.2 * z, z)),
  constant,
];

/** The mean of f(z) over the normal distribution, by the trapezoidal rule: exact to more digits than are asked for. */
export function expected(f: Activation, deviation = 1): number {
  let [total, weight] = [0, 0];
  for (let i = -800; i <= 800; i++) {
    const z = i / 100;
    const density = exp((-z * z) / 2);
    total += density * f(deviation * z);
    weight += density;
  }
  return total / weight;
}

/** The mean of φ(z)². */
export const meanSquareOf = (phi: Activation): number => expected((z) => phi(z) * phi(z));
