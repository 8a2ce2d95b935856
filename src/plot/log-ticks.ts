/** Marks of a logarithmic axis that are read as numbers. */
import { powerOfTen, readable } from './number.js';

/**
 * Powers of ten within the range, at most five; where there are fewer than three of them also 2 and 5 times a power.
 *
 * @example
 * logTicks([0.4, 2.5]).labels; // ['0.5', '1', '2']
 */
export function logTicks([low, high]: readonly [number, number]): { values: number[]; labels: string[] } {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => first + i);
  const marks = (digits: readonly number[]): number[] =>
    powers
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((mark) => mark >= low && mark <= high);
  const tens = marks([1]);
  const every = Math.ceil(tens.length / 5);
  const values = tens.length < 3 ? marks([1, 2, 5]) : tens.filter((_, i) => i % every === 0);
  return { values, labels: values.map(tickText) };
}

function tickText(tick: number): string {
  if (tick >= 0.001 && tick <= 1000) return readable(tick);
  const power = Math.floor(Math.log10(tick * 1.001));
  const digit = Math.round(tick / Number(`1e${power}`));
  return digit === 1 ? powerOfTen(power) : `${digit}·${powerOfTen(power)}`;
}
