/** Checks of what a function does beside giving numbers. */
import { Failure } from '../exercise.js';
import type { Candidate, Check } from '../exercise.js';
import { sized } from './agreement.js';
import type { Standard } from './agreement.js';
import { inputLine } from './evidence.js';
import { answer, distance, outcomeOf } from './outcome.js';
import { copyOf, same } from './plain.js';
import type { Inputs } from './plain.js';

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

/** Writes the numbers of one piece of data into the arrays of another of the same shape. */
function pour(from: unknown, into: unknown): void {
  if (typeof from !== 'object' || from === null || typeof into !== 'object' || into === null) return;
  for (const key of Object.keys(from)) {
    const value: unknown = Reflect.get(from, key);
    if (typeof value === 'object' && value !== null) pour(value, Reflect.get(into, key));
    else Reflect.set(into, key, value);
  }
}
