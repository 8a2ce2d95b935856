import { numbersIn, wordsBetween } from './printed.js';
import type { Printed } from './printed.js';

/** The numbers of one run: what cells printed, and the records of its figures by name. */
export interface Numbers {
  readonly printed: readonly Printed[];
  readonly figures: ReadonlyMap<string, unknown>;
}

/** What comparing two runs found. */
export interface Comparison {
  /** How many numbers stand in both runs at the same place. */
  readonly compared: number;
  /** One line for each number or text that differs: where, what it was, what it is. */
  readonly differences: readonly string[];
}

/**
 * Compares two runs number by number, as written. What is kept under the key `seconds`, and durations in a text, are left out.
 *
 * @example
 * compareRuns(before, now).differences; // ['cell a1b2: 0.0817 → 0.0818']
 */
export function compareRuns(before: Numbers, now: Numbers): Comparison {
  const parts = [compareTexts(before.printed, now.printed), ...compareFigures(before.figures, now.figures)];
  return {
    compared: parts.reduce((sum, part) => sum + part.compared, 0),
    differences: parts.flatMap((part) => part.differences),
  };
}

function compareTexts(before: readonly Printed[], now: readonly Printed[]): Comparison {
  const differences: string[] = [];
  let compared = 0;
  for (const cell of new Set([...before, ...now].map((printed) => printed.cell))) {
    const old = before.find((printed) => printed.cell === cell)?.text ?? '';
    const new_ = now.find((printed) => printed.cell === cell)?.text ?? '';
    const [olds, news] = [numbersIn(old), numbersIn(new_)];
    compared += Math.min(olds.length, news.length);
    if (olds.length === news.length)
      olds.forEach(
        (value, i) => value === news[i] || differences.push(`cell ${cell}: ${value} → ${news[i]}`),
      );
    if (olds.length !== news.length)
      differences.push(`cell ${cell}: ${olds.length} numbers → ${news.length} numbers`);
    else if (wordsBetween(old) !== wordsBetween(new_))
      differences.push(`cell ${cell}: the words around its numbers differ`);
  }
  return { compared, differences };
}

function compareFigures(
  before: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
): Comparison[] {
  return [...new Set([...before.keys(), ...now.keys()])].map((name) => {
    if (!now.has(name)) return { compared: 0, differences: [`figure ${name}: is gone`] };
    if (!before.has(name)) return { compared: 0, differences: [`figure ${name}: is new`] };
    const olds = new Map(leaves(before.get(name)));
    const news = new Map(leaves(now.get(name)));
    const places = [...new Set([...olds.keys(), ...news.keys()])];
    const numbers = places.filter((place) => typeof (olds.get(place) ?? news.get(place)) === 'number');
    const differing = places.filter((place) => !Object.is(olds.get(place), news.get(place)));
    return {
      compared: numbers.filter((place) => olds.has(place) && news.has(place)).length,
      differences: differing.map(
        (place) => `figure ${name}, ${place}: ${shown(olds.get(place))} → ${shown(news.get(place))}`,
      ),
    };
  });
}

/** Every value of a record that is not a list or record itself, with its place: `data[0].y[3]`. */
function* leaves(value: unknown, place = ''): Generator<[string, unknown]> {
  if (value === null || typeof value !== 'object') return void (yield [place, value]);
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'seconds') continue;
    const step = Array.isArray(value) ? `[${key}]` : place ? `.${key}` : key;
    yield* leaves(inner, place + step);
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
