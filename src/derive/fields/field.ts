import type { Random } from '../random.js';

/** How random numbers are drawn: small whole ones, ones of ordinary size, or ones over six powers of ten. */
export type Style = 'small' | 'ordinary' | 'scales';

/**
 * Numbers to calculate with. A line is evaluated in several such fields by one evaluator: exactly in a finite one, to
 * many digits, in float64, with derivatives carried along, or with degrees instead of numbers.
 *
 * Operations throw `OutsideDomain` where there is no result (0/0, √ of a negative number), and `NotInThisField` where the field does
 * not have the operation at all.
 */
export interface Field<T> {
  readonly name: string;
  readonly zero: T;
  readonly one: T;
  /** The number that a decimal without exponent stands for. */
  number(digits: string): T;
  /** π, or an unknown positive number that stands for it. */
  pi(random: Random): T;
  /** A random number. */
  draw(random: Random, positive: boolean, style: Style): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  sqrt(a: T): T;
  exp(a: T): T;
  log(a: T): T;
  tanh(a: T): T;
  erf(a: T): T;
  abs(a: T): T;
  less(a: T, b: T): boolean;
  /** For printing. */
  toNumber(a: T): number;
}

/** A random number as decimal digits: the same text makes the same number in every field. */
export function drawDigits(random: Random, positive: boolean, style: Style, places: number): string {
  if (style === 'small') return String(positive ? 1 + random.below(4) : random.below(7) - 3);
  const sign = positive || random.below(2) === 0 ? '' : '-';
  const sevens = Array.from({ length: Math.ceil(places / 7) }, () => random.below(10_000_000));
  const digits = sevens.map((seven) => String(seven).padStart(7, '0')).join('');
  if (style === 'ordinary') return `${sign}${random.below(3)}.${digits}1`;
  const zeros = random.below(6) - 3;
  const lead = String(1 + random.below(9));
  return zeros >= 0
    ? `${sign}${lead}${digits.slice(0, zeros)}.${digits.slice(zeros)}1`
    : `${sign}0.${'0'.repeat(-zeros - 1)}${lead}${digits}1`;
}

/** 2/√π, the slope of erf at 0. */
export const twoOverRootPi =
  '1.1283791670955125738961589031215451716881012586579977136881714434212849368829868289734873204042147269';
