/** Checks of what a function does beside giving numbers. */
import { Failure } from '../exercise.js';
import type { Candidate, Check } from '../exercise.js';
import { sized } from './agreement.js';
import type { Standard } from './standard.js';
import { inputLine } from './evidence.js';
import { answer, distance, outcomeOf } from './outcome.js';
import { copyOf, same } from './plain.js';
import type { Inputs } from './plain.js';
import { read } from './reading.js';

/** A check that what was handed over is as it was. */
export function leavesAlone<A extends Inputs, F extends Candidate>(
  { names }: Standard<A, F>,
  { points, inputs }: { readonly points: number; inputs(seed: number): readonly A[] },
): Check<F> {
  return {
    name: 'leaves its inputs as they were',
    points,
    run(candidate, seed = 0) {
      for (const input of inputs(seed)) {
        const given = copyOf(input);
        answer(candidate, given);
        const changed = input.findIndex((value, i) => !same(value, given[i]));
        if (changed < 0) continue;
        const line = (from: Inputs): string => inputLine([names[changed]], [from[changed]]);
        throw new Failure(
          'input changed',
          `Your function wrote into ${names[changed]}. Whoever called it still needs those numbers: make new ones instead.`,
          { input: line(input), expected: 'the same, afterwards', got: line(given) },
        );
      }
    },
  };
}

/**
 * A check that an answer depends on nothing but the inputs: not on what was asked before, and not on which array the
 * numbers stand in.
 */
export function remembersNothing<A extends Inputs, F extends Candidate>(
  { form, names, size, reference }: Standard<A, F>,
  { points, inputs }: { readonly points: number; inputs(seed: number): readonly A[] },
): Check<F> {
  return {
    name: 'answers from its inputs alone',
    points,
    run(candidate, seed = 0) {
      const asked = inputs(seed);
      const reused = copyOf(asked[0]);
      for (const input of [...asked, ...asked]) {
        const wanted = outcomeOf(reference, input, form);
        const sameArrays = (...given: unknown[]): unknown => {
          pour(given, reused);
          return candidate(...(reused as unknown as never[]));
        };
        for (const ask of [candidate, sameArrays]) {
          if (distance(outcomeOf(ask, input, form), wanted, sized(size, input)) <= 1e-6) continue;
          throw new Failure(
            'remembers',
            'Asked once your function is right; asked again, after other inputs, it answers differently. What does it keep between two calls (a variable outside, a table of earlier answers)?',
            {
              input: inputLine(names, input),
              expected: 'the same as when asked alone',
              got: 'something else',
            },
          );
        }
      }
    },
  };
}

/** Two questions of one shape. */
export interface Pair<A extends Inputs> {
  readonly first: A;
  readonly second: A;
  /** Which parts of the answer are to be its own; all where left out. */
  readonly parts?: readonly string[];
}

/** A check that an answer stays what it was, whatever is asked next and whatever becomes of the inputs. */
export function givesItsOwn<A extends Inputs, F extends Candidate>(
  { form, names }: Standard<A, F>,
  { points, pairs }: { readonly points: number; pairs(seed: number): readonly Pair<A>[] },
): Check<F> {
  return {
    name: 'gives arrays of its own',
    points,
    run(candidate, seed = 0) {
      for (const { first, second, parts = Object.keys(form) } of pairs(seed)) {
        const asked = Object.fromEntries(parts.map((part) => [part, form[part]]));
        for (const next of afterwards) {
          const given = copyOf(first);
          const kept = answer(candidate, given);
          const before = read(kept, asked);
          answer(candidate, next.inputs(given, second));
          const changed = parts.find((part) => !same(before[part], read(kept, asked)[part]));
          if (changed === undefined) continue;
          throw new Failure(next.misconception, next.says, {
            input: inputLine(names, first),
            expected: `${changed === '' ? 'the answer' : changed}, kept, stays as it was`,
            got: `it changes ${next.when}`,
          });
        }
      }
    },
  };
}

/** What happens after an answer was given. */
const afterwards = [
  {
    inputs: <A extends Inputs>(_: A, second: A): A => copyOf(second),
    misconception: 'an array used again',
    when: 'when your function is called again',
    says: 'Your next answer is written into the arrays of the one before: whoever kept that finds other numbers in it. Make new arrays in every call.',
  },
  {
    inputs: <A extends Inputs>(given: A, second: A): A => {
      pour(second, given);
      return given;
    },
    misconception: 'an array that was handed over',
    when: 'when the inputs are written into',
    says: 'Your answer holds an array that was handed over, not one of its own: whoever writes into the one changes the other. Give back a copy, such as [...row].',
  },
];

/** Writes the numbers of one piece of data into the arrays of another of the same shape. */
function pour(from: unknown, into: unknown): void {
  if (typeof from !== 'object' || from === null || typeof into !== 'object' || into === null) return;
  for (const key of Object.keys(from)) {
    const value: unknown = Reflect.get(from, key);
    if (typeof value === 'object' && value !== null) pour(value, Reflect.get(into, key));
    else Reflect.set(into, key, value);
  }
}
