/** Checks of what a function does beside giving numbers: that it reads its inputs and leaves them alone. */
import { Tensor } from '../autograd/tensor.js';
import { stopped } from './comparison.js';
import type { Standard } from './comparison.js';
import { brief } from './evidence.js';
import { Failure } from './exercise.js';
import type { Candidate, Check } from './exercise.js';
import { copies, distance, outcome } from './results.js';

/** A check that two different inputs do not get the same answer, as they do where an argument is never read. */
export function readsItsArgument<A extends readonly unknown[], F extends Candidate>(
  standard: Standard<A, F>,
  { points, inputs }: { readonly points: number; readonly inputs: readonly [A, A] },
): Check<F> {
  return {
    name: 'reads what it is given',
    points,
    run(candidate) {
      const [first, second] = inputs.map((input) => {
        const got = outcome(candidate, input, standard.parts);
        if ('stopped' in got) throw stopped(candidate, input, standard, got.stopped);
        return got.parts;
      });
      const finite = Object.values(second).every(({ data }) => data.every(Number.isFinite));
      if (!finite || distance({ parts: first }, { parts: second }) !== 0) return;
      throw new Failure(
        'argument ignored',
        'Two different inputs got the same answer. Which names stand in the brackets after your function, and which names does its body read?',
        {
          input: brief([inputs[1][0]]),
          expected: 'another answer than before',
          got: brief([second[standard.parts[0]]]),
        },
      );
    },
  };
}

/** A check that what was handed over is as it was. */
export function leavesAlone<A extends readonly unknown[], F extends Candidate>({
  points,
  inputs,
}: {
  readonly points: number;
  readonly inputs: readonly A[];
}): Check<F> {
  return {
    name: 'leaves its inputs as they were',
    points,
    run(candidate) {
      for (const input of inputs) {
        const given = copies(input);
        candidate(...(given as unknown as never[]));
        const changed = input.findIndex((x, i) => !same(x, given[i]));
        if (changed < 0) continue;
        throw new Failure(
          'input changed',
          'Your function wrote into what it was given. Whoever called it still needs those numbers: make new ones instead.',
          { input: brief([input[changed]]), expected: 'the same, afterwards', got: brief([given[changed]]) },
        );
      }
    },
  };
}

function same(a: unknown, b: unknown): boolean {
  const numbers = (x: unknown): string =>
    x instanceof Tensor ? `${x.shape.join()}:${x.data.join()}` : JSON.stringify(x);
  return numbers(a) === numbers(b);
}
