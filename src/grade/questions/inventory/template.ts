/** Questions whose numbers are drawn: the same idea can be asked twice. */
import type { Stream } from '../../../tensor/random.js';
import type { Choice, Letter, Question } from '../question.js';

/** A question before its answers are put in an order. */
interface Draft {
  readonly text: string;
  readonly right: Choice;
  /** Each computed from a misconception, which it names. */
  readonly wrong: readonly [Wrong, Wrong, Wrong];
}

interface Wrong extends Choice {
  readonly misconception: string;
}

/** An idea of the course, and how to ask about it. */
export interface Template {
  /** What its answers are kept under. */
  readonly idea: string;
  /** What it is called for the learner. */
  readonly title: string;
  /** Where the course comes to it. */
  readonly notebook: string;
  draw(random: Stream): Draft;
}

const letters: readonly Letter[] = ['a', 'b', 'c', 'd'];

/** A question with numbers from this stream: four different answers, the right one in a random place. */
export function questionFrom({ idea, draw }: Template, random: Stream): Question {
  for (let tries = 0; tries < 100; tries++) {
    const { text, right, wrong } = draw(random);
    const all: readonly Choice[] = [right, ...wrong];
    if (new Set(all.map((choice) => choice.text)).size < all.length) continue;
    const order = random.permutation(letters.length);
    const at = (place: number): Choice => all[order[place]];
    return {
      text,
      right: letters[order.indexOf(0)],
      choices: { a: at(0), b: at(1), c: at(2), d: at(3) },
    };
  }
  throw new Error(`inventory: the answers of ${idea} do not differ`);
}

/** One of a list. */
export function oneOf<T>(random: Stream, list: readonly T[]): T {
  return list[random.integer(list.length)];
}

/** A whole number from low to high, both included. */
export function between(random: Stream, low: number, high: number): number {
  return low + random.integer(high - low + 1);
}

/** The same list in random order. */
export function shuffled<T>(random: Stream, list: readonly T[]): T[] {
  return random.permutation(list.length).map((place) => list[place]);
}

/** A number with two digits after the point at most, and a true minus sign. */
export function shown(value: number): string {
  const digits = String(Math.abs(Math.round(value * 100) / 100));
  return value < 0 && digits !== '0' ? `−${digits}` : digits;
}

/** "(1, −2, 3.5)". */
export function row(values: readonly number[]): string {
  return `(${values.map(shown).join(', ')})`;
}
