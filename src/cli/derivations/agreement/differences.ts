/** How slopes are taken: by differences, by a complex step, by dual numbers, by the way back. */
import {
  Complex,
  complexStep,
  add,
  div,
  gradient,
  matmul,
  mul,
  numericGradient,
  pow,
  sum,
  tensor,
} from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { inner } from '../../../autograd/gradient-check.js';
import { dual } from '../../../derive/fields/dual.js';
import type { Dual } from '../../../derive/fields/dual.js';
import { float64 } from '../../../derive/fields/float64.js';
import { number } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

/** The coefficients of a polynomial, from the constant on. */
const cubic = (given: Given): number[] => ['a', 'b', 'c', 'd'].map((letter) => given.number(letter));
const quintic = (given: Given): number[] => [
  0,
  ...['b', 'c', 'd', 'k', 'q'].map((letter) => given.number(letter)),
];

const polynomial = (coefficients: readonly number[], x: Tensor): Tensor =>
  coefficients.reduceRight<Tensor>((value, coefficient) => add(mul(value, x), coefficient), tensor(0));

const valueAt = (coefficients: readonly number[], x: number): number =>
  polynomial(coefficients, tensor(x)).data[0];

/** The central difference at the given x, with a step of so many h. */
function central(given: Given, coefficients: readonly number[], steps: number): number {
  const f = (x: Tensor): Tensor => polynomial(coefficients, x);
  const step = steps * given.number('h');
  return numericGradient(f, [tensor(given.number('x'))], { step })[0].data[0];
}

function richardson(given: Given): Computed {
  const f = cubic(given);
  return number((4 * central(given, f, 1 / 2) - central(given, f, 1)) / 3);
}

function forward(given: Given): Computed {
  const [f, x, h] = [cubic(given), given.number('x'), given.number('h')];
  return number((valueAt(f, x + h) - valueAt(f, x)) / h);
}

const complexCubic =
  (given: Given) =>
  (z: Complex): Complex =>
    cubic(given).reduceRight((value, coefficient) => value.mul(z).add(coefficient), new Complex(0));

/** The error of a central difference as a function of its step: h² a/6 + b/h. */
function errorOfStep(given: Given): { readonly h: Tensor; readonly error: Tensor } {
  const [h, a, b] = [given.tensor('h'), given.number('a'), given.defined('b')];
  return { h, error: add(div(mul(pow(h, 2), a), 6), div(b, h)) };
}

function dualOf(given: Given, combine: 'multiply' | 'divide'): Computed {
  const of = (name: string): Dual<number> => ({
    value: given.defined(name),
    slope: given.defined(`d${name}`),
  });
  return number(dual(float64)[combine](of('u'), of('v')).slope);
}

/** ⟨gradient, u⟩ for f = Σ a p³ + Σ B p pᵀ at p = x + t u. */
function alongDirection(given: Given): Computed {
  const u = given.tensor('u');
  const p = tensor([Array.from(given.tensor('x').data, (x, i) => x + given.number('t') * u.data[i])]);
  const linear = mul(matmul(p, given.tensor('B')), p);
  const f = add(sum(mul(given.tensor('a'), pow(p, 3))), sum(linear));
  return number(inner(gradient(f, [p])[0], u));
}

const rounded = 'the difference of two values of size 100 is divided by a step that may be as small as 0.01';

export const differenceCounterparts: Readonly<Record<string, Counterpart>> = {
  'central-difference-cubic': numeric((given) => number(central(given, cubic(given), 1))),
  'central-difference-quintic': numeric((given) => number(central(given, quintic(given), 1))),
  'central-difference-richardson': numeric(richardson),
  'forward-difference-error': numeric(forward),
  'central-difference-best-step': {
    compute: (given) => {
      const { h, error } = errorOfStep(given);
      return number(gradient(error, [h])[0].data[0]);
    },
  },
  'central-difference-least-error': { compute: (given) => number(errorOfStep(given).error.data[0]) },
  'complex-step': {
    compute: (given) => number(complexStep(complexCubic(given), given.number('x'), given.number('h'))),
  },
  'complex-step-value': {
    compute: (given) => number(complexCubic(given)(new Complex(given.number('x'), given.number('h'))).re),
  },
  'dual-product': { compute: (given) => dualOf(given, 'multiply') },
  'dual-quotient': { compute: (given) => dualOf(given, 'divide') },
  'random-direction': { compute: alongDirection },
};

function numeric(compute: Counterpart['compute']): Counterpart {
  return { compute, tolerance: 1e-11, because: rounded };
}
