/** LayerNorm over complex numbers, asked and read part by part. */
import { Complex } from '../../../autograd/complex.js';
import { Failure } from '../../exercise.js';
import type { Candidate } from '../../exercise.js';
import { requireSomething } from '../../results.js';

/** The function the exercise asks for. */
export type ComplexLayerNorm = (x: Complex[], eps: number) => Complex[];

/** Complex numbers as plain data: real parts, imaginary parts. */
export interface Parts {
  readonly re: readonly number[];
  readonly im: readonly number[];
}

/** What a candidate is asked with. */
export type Question = readonly [x: Parts, eps: number];

/** The complex numbers of these parts. */
export function complexNumbers({ re, im }: Parts): Complex[] {
  return re.map((value, i) => new Complex(value, im[i]));
}

/** The same function of plain data, so that real and imaginary parts are compared each beside its own size. */
export const inParts =
  (candidate: Candidate): ((x: Parts, eps: number) => Parts) =>
  (x, eps) =>
    partsOf(candidate(...([complexNumbers(x), eps] as never[])), x.re.length);

function partsOf(result: unknown, length: number): Parts {
  requireSomething(result, 'Your function');
  if (!Array.isArray(result))
    throw new Failure(
      'not a list',
      'Your function gives back no list. A list of complex numbers is asked for.',
    );
  const numbers: unknown[] = result;
  if (!numbers.every(isComplex))
    throw new Failure(
      'not complex',
      'Your function gives back something else than complex numbers. Stay with add, sub, mul, div and sqrt of Complex to the end.',
    );
  if (numbers.length !== length)
    throw new Failure(
      'length',
      `Your function was handed ${length} numbers and gives back ${numbers.length}: one for each is asked for.`,
    );
  return { re: numbers.map(({ re }) => re), im: numbers.map(({ im }) => im) };
}

/** By its fields, since a cell may hold numbers of an older copy of the library. */
function isComplex(value: unknown): value is Complex {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 're') === 'number' &&
    typeof Reflect.get(value, 'im') === 'number'
  );
}
