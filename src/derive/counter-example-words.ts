import type { CounterExample, Entries } from './verdict.js';

/** A number with at most five digits, a true minus before a negative one. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(5))).replaceAll('-', '−');
}

/** Where a counter-example is: 'C = 2, x = (1, 0), eps = 1, j = 1'. */
export function placeInWords({ sizes, values, at }: CounterExample): string {
  const entries = ([name, numbers]: [string, Entries]): string => `${name} = ${listed(numbers)}`;
  const whole = ([name, value]: [string, number]): string => `${name} = ${value}`;
  return [
    ...Object.entries(sizes).map(whole),
    ...Object.entries(values).map(entries),
    ...Object.entries(at).map(whole),
  ].join(', ');
}

const listed = (entries: Entries): string =>
  typeof entries === 'number' ? shortNumber(entries) : `(${entries.map(listed).join(', ')})`;

/** A counter-example as a sentence. */
export function inWords(example: CounterExample): string {
  const [before, after] = [shortNumber(example.before), shortNumber(example.after)];
  const values =
    before === after
      ? `both are ${before} as far as one can show here, but they differ`
      : `the line before is ${before}, yours is ${after}`;
  return `At ${placeInWords(example)} ${values}.`;
}
