/**
 * Checks that compare a candidate with a reference, number by number, and name the mistake by its numbers: where a
 * candidate is wrong and agrees with a known wrong formula on every input, it is that formula, however it is written.
 */
import type { Tensor } from '../autograd/tensor.js';
import { formatShape, sameShape } from '../tensor/shape.js';
import { Failure } from './exercise.js';
import type { Candidate, Check, Shown, WrongVersion } from './exercise.js';
import { brief, shown } from './evidence.js';
import { call, distance, farthest, outcome, partsOf } from './results.js';
import type { Parts } from './results.js';
import { smaller } from './shrinking.js';

/** A known wrong formula and what to say to it. */
type Known<F extends Candidate> = Pick<WrongVersion<F>, 'name' | 'says' | 'candidate'>;

/** What candidates of one exercise are compared with. */
export interface Standard<A extends readonly unknown[], F extends Candidate> {
  readonly reference: F;
  /** The names of the tensors in a result: one where the result is the tensor itself. */
  readonly parts: readonly string[];
  readonly wrong: readonly Known<F>[];
  /** Inputs on which the wrong formulas differ from each other. */
  readonly telling: readonly A[];
}

/** How closely, and what to say where no known mistake fits. */
export interface Comparison<A extends readonly unknown[]> {
  readonly name: string;
  readonly points: number;
  /** From the smallest to the largest; the seed says which random ones. */
  inputs(seed: number): readonly A[];
  readonly tolerance?: number;
  /** Ends the sentence "The numbers are not right …". */
  readonly hint: string;
}

/** A check that the numbers are those of the reference. */
export function agrees<A extends readonly unknown[], F extends Candidate>(
  standard: Standard<A, F>,
  { name, points, inputs, tolerance = 1e-9, hint }: Comparison<A>,
): Check<F> {
  return {
    name,
    points,
    run(candidate, seed = 0) {
      const fails = (input: A): boolean => !(errorOf(candidate, input, standard) <= tolerance);
      const failing = inputs(seed).find(fails);
      if (failing === undefined) return;
      const got = outcome(candidate, failing, standard.parts);
      if ('stopped' in got) throw stopped(candidate, failing, standard, got.stopped);
      const known = diagnose(candidate, failing, standard);
      const showsIt = (less: A): boolean => comparable(candidate, less, standard) && fails(less);
      // A wrong shape is told by all its lengths: with fewer numbers two shapes may look alike.
      const input = showsIt(failing) ? smaller(failing, showsIt) : failing;
      const [found, expected] = [candidate, standard.reference].map((f) =>
        partsOf(call(f, input), standard.parts),
      );
      differs(found, expected, input, known, hint);
    },
  };
}

function errorOf<A extends readonly unknown[], F extends Candidate>(
  candidate: F,
  input: A,
  { reference, parts }: Standard<A, F>,
): number {
  return distance(outcome(candidate, input, parts), outcome(reference, input, parts));
}

/** Whether both come to an end, with the same shapes, and with numbers: a shorter input may be one that makes no sense. */
function comparable<A extends readonly unknown[], F extends Candidate>(
  candidate: F,
  input: A,
  { reference, parts }: Standard<A, F>,
): boolean {
  const [got, right] = [outcome(candidate, input, parts), outcome(reference, input, parts)];
  if ('stopped' in got || 'stopped' in right) return false;
  return parts.every(
    (name) =>
      sameShape(got.parts[name].shape, right.parts[name].shape) &&
      right.parts[name].data.every(Number.isFinite),
  );
}

/** The known wrong formula that gives what the candidate gives, on this input and on all telling ones. */
function diagnose<A extends readonly unknown[], F extends Candidate>(
  candidate: F,
  failing: A,
  { reference, parts, wrong, telling }: Standard<A, F>,
): Known<F> | undefined {
  const cases = [failing, ...telling].map((input) => {
    const got = outcome(candidate, input, parts);
    return { input, got, error: distance(got, outcome(reference, input, parts)) };
  });
  return wrong.find((version) =>
    cases.every(({ input, got, error }) => {
      const between = distance(got, outcome(version.candidate, input, parts));
      return between === 0 || between <= Math.max(1e-12, Math.min(1e-6, 0.01 * error));
    }),
  );
}

/** Says what differs: the known mistake if there is one, else shape, dtype, NaN or numbers. */
function differs(
  got: Parts,
  expected: Parts,
  input: readonly unknown[],
  known: Known<Candidate> | undefined,
  hint: string,
): never {
  const errors = Object.keys(expected).map((part) => ({ part, ...farthest(got[part], expected[part]) }));
  const { part, place } = errors.reduce((worst, next) => (next.error > worst.error ? next : worst));
  const [a, b] = [got[part], expected[part]];
  const evidence = named(part, Object.keys(expected).length, shown(input, b, a, place));
  if (known) throw new Failure(known.name, known.says, evidence);
  requireForm(a, b, part === 'y' ? 'the result' : part, evidence);
  throw new Failure('other numbers', `The numbers are not right yet. ${hint}`, evidence);
}

/** Where a result has several parts, the numbers say of which they are. */
function named(part: string, parts: number, { input, expected, got }: Shown): Shown {
  return parts === 1
    ? { input, expected, got }
    : { input, expected: `${part} = ${expected}`, got: `${part} = ${got}` };
}

/** @throws {Failure} if shape or dtype differ, or a number is missing where one should be. */
export function requireForm(got: Tensor, expected: Tensor, what: string, evidence: Shown): void {
  if (!sameShape(got.shape, expected.shape))
    throw new Failure(
      'shape',
      `The shape of ${what} should be ${formatShape(expected.shape)}, and is ${formatShape(got.shape)}. Along which axis did you reduce, and did you keep it (keepdims)?`,
      evidence,
    );
  if (got.dtype !== expected.dtype)
    throw new Failure(
      'dtype',
      `You were given ${expected.dtype} numbers and gave back ${got.dtype}. Make new tensors with { dtype: x.dtype }.`,
      evidence,
    );
  const missing = got.data.findIndex(
    (value, i) => !Number.isFinite(value) && Number.isFinite(expected.data[i]),
  );
  if (missing >= 0)
    throw new Failure(
      'not a number',
      `Your function gives ${got.data[missing]} where a number should stand. What is divided by 0, or which root is taken of something negative or missing?`,
      evidence,
    );
}

/** What to say where a candidate stopped: the known mistake that stops in the same way, or its own words. */
export function stopped<A extends readonly unknown[], F extends Candidate>(
  candidate: F,
  input: A,
  standard: Standard<A, F>,
  words: string,
): unknown {
  const known = diagnose(candidate, input, standard);
  if (known)
    return new Failure(known.name, known.says, { input: brief(input), expected: 'a result', got: words });
  try {
    partsOf(call(candidate, input), standard.parts);
  } catch (error) {
    return error;
  }
  return new Failure('not always', 'Your function stopped with an error once, and not when called again.');
}
